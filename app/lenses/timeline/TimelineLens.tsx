import type { LensProps } from '../lens.ts';

export default function TimelineLens({ experiment }: LensProps<'timeline'>) {
  return <p>{experiment.title}</p>;
}
