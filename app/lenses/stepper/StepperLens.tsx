import type { LensProps } from '../lens.ts';

export default function StepperLens({ experiment }: LensProps<'stepper'>) {
  return <p>{experiment.title}</p>;
}
