// AssemblyScript: what the kernels of this folder count and multiply with. Offsets count numbers (8 bytes) or
// integers (4 bytes).

@inline
export function madd(x: v128, y: v128, sum: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f64x2.relaxed_madd(x, y, sum);
  return f64x2.add(sum, f64x2.mul(x, y));
}

@inline
export function numberAt(offset: i32): usize {
  return (<usize>offset) << 3;
}

@inline
export function integerAt(table: i32, entry: i32): i32 {
  return load<i32>((<usize>(table + entry)) << 2);
}
