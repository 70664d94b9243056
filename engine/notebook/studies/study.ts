import type * as v from 'valibot';

/** What a person chooses in one study: its shape, and what it shows when nothing was chosen. */
export interface StudySettingsEntry<S extends v.GenericSchema> {
  readonly shape: S;
  readonly defaults: v.InferOutput<S>;
}

/** Holds the defaults to their shape. */
export const study = <S extends v.GenericSchema>(
  shape: S,
  defaults: v.InferOutput<S>,
): StudySettingsEntry<S> => ({ shape, defaults });
