import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import asc from 'assemblyscript/asc';
import type { Plugin } from 'vite';

/** `?bytes` with SIMD, `?bytes&fused` with fused multiply-add too (relaxed SIMD). */
const SOURCE = /\.as\.ts\?bytes(&fused)?$/;

/**
 * Compiles an AssemblyScript file, and what it imports of its folder, to the bytes of a WebAssembly module with SIMD.
 * Level 2 of the optimiser: level 3 moves loads away from where their numbers are used (products.as.ts).
 */
async function compile(file: string, fused: boolean, read: (path: string) => void): Promise<Uint8Array> {
  const name = basename(file);
  const written = new Map<string, Uint8Array>();
  const messages: string[] = [];
  const { error } = await asc.main(
    [
      ...[name, '--outFile', 'out.wasm', '-O2', '--noAssert', '--runtime', 'stub', '--enable', 'simd'],
      ...(fused ? ['--enable', 'relaxed-simd'] : []),
    ],
    {
      readFile: (path) => {
        // The compiler asks for its own library too, at paths of its own.
        const own = join(dirname(file), path);
        if (!path.endsWith('.as.ts') || !existsSync(own)) return null;
        read(own);
        return readFileSync(own, 'utf8');
      },
      writeFile: (path, contents) => {
        if (contents instanceof Uint8Array) written.set(path, contents);
      },
      listFiles: () => [],
      stderr: { write: (text: string | Uint8Array) => void messages.push(String(text)) },
    },
  );
  const bytes = written.get('out.wasm');
  if (error !== null || bytes === undefined) throw new Error(`${name} did not compile: ${messages.join('')}`);
  return bytes;
}

/** `import bytes from './kernel.as.ts?bytes'`: the module's bytes, in development, build, workers and tests alike. */
export const assemblyScript = (): Plugin => ({
  name: 'assembly-script',
  enforce: 'pre',
  async load(id) {
    const source = SOURCE.exec(id);
    if (source === null) return null;
    const file = id.slice(0, id.indexOf('?'));
    const bytes = await compile(file, source[1] === '&fused', (path) => this.addWatchFile(path));
    const base64 = Buffer.from(bytes).toString('base64');
    const code = `export default Uint8Array.from(atob('${base64}'), (character) => character.charCodeAt(0));`;
    return { code, moduleType: 'js' };
  },
});
