/** The values of a unit that is off and on. */
export const stateValues = { '0/1': [0, 1], '±1': [-1, 1] } as const;

export type BoltzmannStates = keyof typeof stateValues;

/**
 * A Boltzmann machine (Ackley, Hinton & Sejnowski 1985) in Pearlmutter's signs: `E_α = Σ_{i<j} s_i s_j w_ij`,
 * `P ∝ exp(−E_α/T)`, so that a weight above zero keeps two units from being on together.
 */
export interface BoltzmannMachine {
  readonly visible: number;
  readonly hidden: number;
  readonly states: BoltzmannStates;
  /** T, above 0. */
  readonly temperature: number;
  /**
   * The weights of all pairs i < j, row by row, [n (n − 1)/2] with n = 1 + visible + hidden. Unit 0 is always on
   * (s_0 = 1): its weights are the biases. Then come the visible units, then the hidden ones.
   */
  readonly weights: Float64Array;
}

/** What the visible units are shown: patterns with their probabilities. */
export interface BoltzmannData {
  /** States of the visible units, [P × visible]. */
  readonly patterns: Float64Array;
  /** [P], with the sum 1. */
  readonly probabilities: Float64Array;
}

/** n: the visible and hidden units and the one that is always on. */
export const unitsOf = ({ visible, hidden }: BoltzmannMachine): number => 1 + visible + hidden;

/** W = n (n − 1)/2. */
export const pairsOf = (units: number): number => (units * (units - 1)) / 2;

/** The place of the pair i < j among n units: row by row. */
export const pairIndex = (i: number, j: number, units: number): number =>
  i * units - (i * (i + 1)) / 2 + (j - i - 1);

/**
 * Refuses a machine whose numbers do not fit together.
 * @throws `visible units are not a whole number from 1 up: 0`, `hidden units are not a whole number from 0 up: -1`,
 * `unknown states of units: 0/2`, `temperature is not above 0: 0`, `weights are not 6: 5`,
 * `weights have entries that are not finite: 1`
 */
export function checkMachine(machine: BoltzmannMachine): void {
  const { visible, hidden, states, temperature, weights } = machine;
  const whole = (name: string, count: number, least: number): void => {
    if (Number.isInteger(count) && count >= least) return;
    throw new Error(`${name} units are not a whole number from ${least} up: ${count}`);
  };
  whole('visible', visible, 1);
  whole('hidden', hidden, 0);
  if (!Object.hasOwn(stateValues, states)) throw new Error(`unknown states of units: ${states}`);
  if (!(temperature > 0 && temperature < Infinity)) {
    throw new Error(`temperature is not above 0: ${temperature}`);
  }
  checkPairs('weights', weights, machine);
}

/**
 * Refuses a list of pairs that is too short, too long or not finite.
 * @throws `weights are not 6: 5`, `weights have entries that are not finite: 1`
 */
export function checkPairs(name: string, values: Float64Array, machine: BoltzmannMachine): void {
  const count = pairsOf(unitsOf(machine));
  if (values.length !== count) throw new Error(`${name} are not ${count}: ${values.length}`);
  const broken = values.filter((entry) => !Number.isFinite(entry)).length;
  if (broken > 0) throw new Error(`${name} have entries that are not finite: ${broken}`);
}

/**
 * Refuses states of the visible units that the machine cannot take.
 * @throws `states of visible units are not 3: 2`, `not a state of a 0/1 unit: 0.5`
 */
export function checkVisible({ visible, states }: BoltzmannMachine, clamped: Float64Array): void {
  if (clamped.length !== visible) {
    throw new Error(`states of visible units are not ${visible}: ${clamped.length}`);
  }
  const [off, on] = stateValues[states];
  const stranger = clamped.find((s) => s !== off && s !== on);
  if (stranger !== undefined) throw new Error(`not a state of a ${states} unit: ${stranger}`);
}

/**
 * The patterns one by one, the same pattern only once, with their probabilities.
 * @throws `patterns are not 6: 5`, `probability is not from 0 to 1: -1`, `probabilities do not sum to 1: 0.9`, and what
 * `checkVisible` throws
 */
export function patternsOf(
  machine: BoltzmannMachine,
  { patterns, probabilities }: BoltzmannData,
): { readonly shown: Float64Array; readonly probability: number }[] {
  const { visible } = machine;
  const P = probabilities.length;
  if (patterns.length !== P * visible) throw new Error(`patterns are not ${P * visible}: ${patterns.length}`);
  const outside = probabilities.find((q) => !(q >= 0 && q <= 1));
  if (outside !== undefined) throw new Error(`probability is not from 0 to 1: ${outside}`);
  const sum = probabilities.reduce((total, q) => total + q, 0);
  if (!(Math.abs(sum - 1) < 1e-9)) throw new Error(`probabilities do not sum to 1: ${sum}`);
  const merged = new Map<string, { shown: Float64Array; probability: number }>();
  for (let p = 0; p < P; p++) {
    const shown = patterns.slice(p * visible, (p + 1) * visible);
    checkVisible(machine, shown);
    const known = merged.get(shown.join());
    if (known === undefined) merged.set(shown.join(), { shown, probability: probabilities[p] });
    else known.probability += probabilities[p];
  }
  return [...merged.values()].filter(({ probability }) => probability > 0);
}
