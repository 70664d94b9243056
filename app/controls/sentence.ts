/** A reason of the engine as a sentence: `weight decay is 0: …` gets its capital and its full stop. */
export const sentence = (reason: string): string => `${reason.slice(0, 1).toUpperCase()}${reason.slice(1)}.`;
