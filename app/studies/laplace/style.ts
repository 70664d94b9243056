import type { Ink } from '../../charts/ink.ts';

/** What the figures of the study are drawn with. */
export interface FigureStyle {
  readonly ink: Ink;
  /** Of outputs and series beside each other. */
  readonly colours: readonly string[];
}
