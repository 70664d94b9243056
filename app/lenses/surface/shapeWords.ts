import type { ModelOnPlane } from '../../../workers/protocol.ts';

/** What a quadratic looks like, in words. */
export const shapeWords: Readonly<Record<ModelOnPlane['shape'], string>> = {
  minimum: 'a bowl',
  saddle: 'a saddle',
  maximum: 'a dome',
  flat: 'flat along a line',
};
