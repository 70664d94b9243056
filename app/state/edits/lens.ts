import { LENS_DEFAULTS, type LensId, type LensSettings } from '../../../engine/experiment/lenses.ts';
import type { ViewSpec } from '../../../engine/experiment/document.ts';
import type { Edit } from '../experiment.ts';

/** What is chosen in a lens. */
export const lensSettings = <K extends LensId>({ lenses }: ViewSpec, id: K): LensSettings[K] =>
  lenses?.[id] ?? LENS_DEFAULTS[id];

/** Opens a lens in place of the gallery, or null: the gallery. */
export const setLens =
  (id: LensId | null): Edit =>
  (experiment) => {
    const { lens = null, ...view } = experiment.view;
    if (lens === id) return experiment;
    return { ...experiment, view: id === null ? view : { ...view, lens: id } };
  };

/** Changes some of what is chosen in a lens. */
export const setLensSettings =
  <K extends LensId>(id: K, change: Partial<LensSettings[K]>): Edit =>
  (experiment) => {
    const { view } = experiment;
    const settings = { ...lensSettings(view, id), ...change };
    return { ...experiment, view: { ...view, lenses: { ...view.lenses, [id]: settings } } };
  };

/** Looks at one pattern. */
export const setPattern =
  (pattern: number): Edit =>
  (experiment) =>
    experiment.view.pattern === pattern
      ? experiment
      : { ...experiment, view: { ...experiment.view, pattern } };

/** Takes the selected entry apart, or not. */
export const setAnatomy =
  (open: boolean): Edit =>
  (experiment) => {
    const { anatomy, ...view } = experiment.view;
    if ((anatomy ?? false) === open) return experiment;
    return { ...experiment, view: open ? { ...view, anatomy: true } : view };
  };
