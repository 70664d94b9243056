/** The list of data sets. A new one is a file of its own and a line here. */
import { bars } from './bars.ts';
import { blobs } from './blobs.ts';
import { circles } from './circles.ts';
import { counts } from './counts.ts';
import type { DataSet } from './dataSet.ts';
import { line } from './line.ts';
import { monks } from './monks.ts';
import { moons } from './moons.ts';
import { sine } from './sine.ts';
import { spiral } from './spiral.ts';
import { twoOutputs } from './twoOutputs.ts';
import { xor } from './xor.ts';

/** Every data set by the id that documents hold. */
export const dataSets = {
  sine,
  line,
  'two-outputs': twoOutputs,
  counts,
  xor,
  moons,
  circles,
  blobs,
  spiral,
  monks,
  bars,
} satisfies Record<string, DataSet>;

export type DataSetId = keyof typeof dataSets;

/** The data set of an id. */
export const dataSetOf = (id: DataSetId): DataSet => dataSets[id];

/** The ids in the order of menus. */
export const dataSetIds = Object.keys(dataSets) as readonly DataSetId[];
