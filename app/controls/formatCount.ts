/** Made once: a formatter is dear to make and cheap to use. */
const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** A whole number for reading, in groups of three: `12,345`. */
export const formatCount = (count: number): string => whole.format(count);
