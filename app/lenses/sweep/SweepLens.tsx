import type { LensProps } from '../lens.ts';

export default function SweepLens({ experiment }: LensProps<'sweep'>) {
  return <p>{experiment.title}</p>;
}
