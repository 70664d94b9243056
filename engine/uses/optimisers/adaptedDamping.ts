/** Levenberg and Marquardt's λ never ends at 0, from where no factor leads away. */
export const SMALLEST_DAMPING = 1e-12;

/**
 * λ for the next step, by the gain ratio ρ of the true to the predicted decrease (Nielsen 1999): a step that lowered the
 * error multiplies it by `max(1/3, 1 − (2ρ − 1)³)`, any other by 4.
 */
export const adaptedDamping = (damping: number, gain: number): number =>
  Math.max(gain > 0 ? damping * Math.max(1 / 3, 1 - (2 * gain - 1) ** 3) : 4 * damping, SMALLEST_DAMPING);
