import type { LensProps } from '../lens.ts';

export default function DifferencesLens({ experiment }: LensProps<'differences'>) {
  return <p>{experiment.title}</p>;
}
