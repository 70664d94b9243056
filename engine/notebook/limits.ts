/** What a notebook may hold. Validation refuses more and names the cell, the value and the limit. */
export const NOTEBOOK_LIMITS = {
  cells: 200,
  experiments: 40,
  /** Characters of a text cell, of a question, of an answer. */
  text: 20_000,
  /** Parameters of one controls cell. */
  controls: 24,
  id: 40,
} as const;
