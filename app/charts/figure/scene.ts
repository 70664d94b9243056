import type { Box } from './frame.ts';

/** A stroke or a filled outline. */
export interface ScenePath {
  readonly d: string;
  readonly stroke?: string;
  readonly width?: number;
  readonly dashes?: string;
  readonly fill?: string;
  readonly opacity?: number;
  /** Cut off at this plot's edge. */
  readonly within?: Box;
}

export interface SceneText {
  readonly x: number;
  readonly y: number;
  /** With `<sub>` and `<sup>`. */
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly baseline: 'middle' | 'hanging' | 'auto';
  readonly colour?: string;
  readonly size?: number;
  /** Read upwards. */
  readonly upright?: boolean;
}

const DIGITS = 2;

/** A pixel as short as it is seen. */
export const px = (value: number): string => String(Number(value.toFixed(DIGITS)));
