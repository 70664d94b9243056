import type { LensProps } from '../lens.ts';

export default function CostLens({ experiment }: LensProps<'cost'>) {
  return <p>{experiment.title}</p>;
}
