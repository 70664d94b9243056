import type { FollowingProps } from '../study.ts';

export default function PerturbationStudy({ settings }: FollowingProps<'perturbation'>) {
  return <p>{JSON.stringify(settings)}</p>;
}
