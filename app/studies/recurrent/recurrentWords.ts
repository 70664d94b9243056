import type { RecurrentReply, SettledPattern } from '../../../workers/protocol/recurrent.ts';
import { formatCount } from '../../controls/formatCount.ts';
import { formatNumber } from '../../controls/formatNumber.ts';

const short = (value: number): string => formatNumber(value, 3);

/** Why no steps help, or which would. */
function remedy({ abscissa, atEquilibrium, factor }: SettledPattern, rate: number): string {
  if (!atEquilibrium)
    return 'Newton’s method finds no equilibrium near the last state either; a bounded activation has one somewhere.';
  if (factor < 1)
    return `Newton’s method finds an equilibrium that would hold (a step multiplies disturbances by ${short(factor)}), but from y = 0 the state is caught in a cycle.`;
  const grows = `There is an equilibrium, which Newton’s method finds, but every step of τ = ${short(rate)} multiplies a disturbance by ${short(factor)}.`;
  return abscissa < 1
    ? `${grows} The flow itself returns there (max Re λ = ${short(abscissa)} is below 1): smaller steps τ may settle.`
    : `${grows} As max Re λ = ${short(abscissa)} is not below 1, the flow leaves it too, and no step length helps.`;
}

/** How the settling of one pattern ended. */
export function settlingSentence(pattern: SettledPattern, number: number, rate: number): string {
  const { status, steps, radius, movement } = pattern;
  const name = `Pattern ${number}`;
  const after = `${formatCount(steps)} ${steps === 1 ? 'step' : 'steps'}`;
  switch (status) {
    case 'settled':
      return radius < 1
        ? `${name} settles in ${after}; the Jacobian’s spectral radius there is ${short(radius)}.`
        : `${name} settles in ${after}, by damping alone: with ρ = ${short(radius)} the undamped iteration (τ = 1) would leave the equilibrium.`;
    case 'oscillating':
      return `${name} does not settle: after ${after} activations move as far as before, by ${short(movement)}. ${remedy(pattern, rate)}`;
    case 'steps':
      return `${name} has not settled after ${after}: activations still move by ${short(movement)}. ${remedy(pattern, rate)}`;
    case 'unstable':
      return `${name} rests at a state that the least disturbance leaves: ρ = ${short(radius)}.`;
    case 'diverged':
      return `${name} does not settle: activations grow without bound.`;
  }
}

/** Of all patterns together. */
export const settlesSentence = ({ patterns }: RecurrentReply): string => {
  const settled = patterns.filter(({ status }) => status === 'settled');
  const most = Math.max(0, ...settled.map(({ steps }) => steps));
  return settled.length === patterns.length
    ? `All patterns settle, the slowest in ${formatCount(most)} steps.`
    : `${settled.length} of ${patterns.length} patterns settle.`;
};

/** Curves by their symbols. */
export const curveTexts = {
  y: { label: 'y', axis: 'activation y', note: 'Activations: y moves towards σ(x) + I.' },
  z: {
    label: 'z',
    axis: 'error signal z',
    note: 'Error signals settle in the same network with every connection turned round.',
  },
  Ry: { label: 'R{y}', axis: 'R{y}', note: 'How the equilibrium moves when the weights move along v.' },
  Rz: { label: 'R{z}', axis: 'R{z}', note: 'How the error signals move when the weights move along v.' },
  movement: {
    label: 'Movement',
    axis: 'movement of a step, max |f(u) − u|',
    note: 'On a logarithmic axis all four fall with the same slope in the end: the slowest eigenvalue of one Jacobian governs them all.',
  },
} as const;
