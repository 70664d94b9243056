/** A WebAssembly module compiled from AssemblyScript (scripts/assemblyScript.ts). */
declare module '*.as.ts?bytes' {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}
