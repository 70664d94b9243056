/** Whatever was thrown, as an Error. */
export const asError = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new Error(String(thrown));

/** The sentence of whatever was thrown. */
export const reasonOf = (thrown: unknown): string => asError(thrown).message;

/** A call that nobody waits for any more: by name, which survives the way from a worker. */
export const isSuperseded = ({ name }: Error): boolean => name === 'Superseded';
