/** What a document may hold. Validation refuses more and names the field, the value and the limit. */
export const LIMITS = {
  inputs: 16,
  layers: 8,
  units: 256,
  channels: 16,
  side: 28,
  pixels: 784,
  patterns: 2000,
  parameters: 20_000,
  curve: 400,
  title: 120,
  name: 40,
  learningRate: 100,
  weightDecay: 1e6,
  scale: 100,
  noise: 10,
  magnitude: 1e150,
  samples: 1024,
  rank: 64,
  span: 1000,
  seed: 2_147_483_647,
  steps: 10_000_000,
} as const;

/** Megabytes that all dense matrices of one snapshot may take together. */
export const MATRIX_BUDGET_MB = 256;
