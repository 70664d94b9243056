// AssemblyScript: the twins of the plain kernels in WebAssembly SIMD, compiled by scripts/assemblyScript.ts, once
// plainly and once with fused multiply-add where the browser has it. All rows have an even number of entries.

export { addProducts } from './products.as';
export { minusRows, mixRows, pairRows, timesRows } from './rows.as';
export { foldBlock, packBlock } from './blocks.as';
