/** AssemblyScript, compiled by scripts/assemblyScript.ts to the bytes of a WebAssembly module. */
declare module '*.as.ts?bytes' {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}
declare module '*.as.ts?bytes&fused' {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}
