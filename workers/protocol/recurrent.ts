/** What the page and a worker say to each other about a recurrent network: types only. */
import type { Eigenvalues } from '../../engine/beyond/recurrent/jacobian.ts';
import type { GainPoint } from '../../engine/beyond/recurrent/threshold.ts';
import type { Settling } from '../../engine/beyond/recurrent/settle.ts';
import type { StudySettings } from '../../engine/notebook/studies/index.ts';

export type { GainPoint } from '../../engine/beyond/recurrent/threshold.ts';

/** The model in a study's settings: what the numbers depend on. */
export type RecurrentModel = Pick<
  StudySettings['recurrent'],
  'units' | 'activation' | 'gain' | 'seed' | 'changed' | 'patterns' | 'targets' | 'rate'
>;

export interface RecurrentRequest extends RecurrentModel {
  /** The unit vector of a weight, or drawn. */
  readonly direction: { readonly from: number; readonly to: number } | { readonly seed: number };
}

/** Some states of a relaxation, each with its number, and the movement `max|f(u) − u|` before some steps. */
export interface RecurrentCourse {
  readonly steps: Float64Array;
  /** [steps × n]. */
  readonly states: Float64Array;
  readonly movementSteps: Float64Array;
  readonly movements: Float64Array;
}

export interface SettledPattern extends Pick<
  Settling,
  'y' | 'status' | 'reason' | 'radius' | 'abscissa' | 'factor'
> {
  /** Steps taken. */
  readonly steps: number;
  /** Of the Jacobian at the equilibrium, or at the last state where none was found. */
  readonly eigenvalues: Eigenvalues;
  /** Whether they are those of an equilibrium. */
  readonly atEquilibrium: boolean;
  /** max|−y + σ(x) + I| at the end. */
  readonly movement: number;
  readonly course: RecurrentCourse;
}

export type BackwardQuantity = 'z' | 'Ry' | 'Rz';

/** Of a network that settles on every pattern. */
export interface RecurrentDerivatives {
  readonly error: number;
  readonly gradient: Float64Array;
  readonly v: Float64Array;
  readonly Hv: Float64Array;
  /** vᵀHv. */
  readonly curvature: number;
  /** Of each pattern, [n] each. */
  readonly ends: readonly Readonly<Record<BackwardQuantity, Float64Array>>[];
  readonly courses: readonly Readonly<Record<BackwardQuantity, RecurrentCourse>>[];
  /** By differences of settled networks; null where a moved network does not settle, which `noCheck` says. */
  readonly checked: {
    readonly gradient: Float64Array;
    readonly Hv: Float64Array;
    readonly curvature: number;
  } | null;
  readonly noCheck: string | null;
}

export interface RecurrentReply {
  /** [n × n]. */
  readonly weights: Float64Array;
  /** [N × n]. */
  readonly inputs: Float64Array;
  readonly outputs: readonly number[];
  /** [N × outputs]. */
  readonly targets: Float64Array;
  readonly patterns: readonly SettledPattern[];
  /** Null where a pattern does not settle. */
  readonly derivatives: RecurrentDerivatives | null;
  /** Why there are none, or null. */
  readonly refused: string | null;
}

export interface RecurrentGainsRequest {
  readonly model: RecurrentModel;
  /** Rising. */
  readonly gains: readonly number[];
}

export interface RecurrentGainsReply {
  readonly points: readonly GainPoint[];
  /** Where the network ceases to settle between two of these gains, or null. */
  readonly threshold: number | null;
}

export interface RecurrentHessianReply {
  /** [n² × n²]; null where it takes too long. */
  readonly values: Float64Array | null;
  readonly largest: number;
  /** Largest first. */
  readonly eigenvalues: Float64Array;
  /** ‖H − Hᵀ‖_F/‖H‖_F. */
  readonly asymmetry: number;
  readonly refused: string | null;
}

export interface RecurrentApi {
  recurrent(request: RecurrentRequest): RecurrentReply;
  recurrentGains(request: RecurrentGainsRequest): RecurrentGainsReply;
  recurrentHessian(model: RecurrentModel): RecurrentHessianReply;
}
