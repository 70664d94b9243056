import { dataSetOf } from '../../../engine/data/index.ts';
import type { DataSpec, Experiment } from '../../../engine/experiment/document.ts';

/** What data are called. */
export function dataTitle(data: DataSpec): string {
  if ('set' in data) return dataSetOf(data.set).label;
  return data.name === undefined || data.name === '' ? 'Your own data' : data.name;
}

/** A title that is the data's follows them; one that a person wrote stays. */
export const titleFor = ({ title, data }: Experiment, next: DataSpec): string =>
  title === dataTitle(data) ? dataTitle(next) : title;
