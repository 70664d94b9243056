// AssemblyScript: the twins of the plain kernels in WebAssembly SIMD, compiled by scripts/assemblyScript.ts, once
// plainly and once with fused multiply-add where the browser has it. The length of all rows
// is a multiple of four numbers.

export { addProducts } from './products.as';
export { minusRows, mixRows, pairRows, timesRows } from './rows.as';
export { foldBlock, packBlock } from './blocks.as';
