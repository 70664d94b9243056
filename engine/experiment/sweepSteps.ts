const LARGEST_EXPONENT = -1;
const SMALLEST_EXPONENT = -12;
const STEPS_PER_DECADE = 4;

/** Steps of finite differences to be compared, 10⁻¹ … 10⁻¹², four a decade, from the largest to the smallest. */
export const sweepSteps: readonly number[] = Array.from(
  { length: (LARGEST_EXPONENT - SMALLEST_EXPONENT) * STEPS_PER_DECADE + 1 },
  (_, q) => 10 ** (LARGEST_EXPONENT - q / STEPS_PER_DECADE),
);
