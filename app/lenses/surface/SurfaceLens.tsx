import type { LensProps } from '../lens.ts';

export default function SurfaceLens({ experiment }: LensProps<'surface'>) {
  return <p>{experiment.title}</p>;
}
