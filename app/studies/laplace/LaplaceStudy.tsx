import type { FollowingProps } from '../study.ts';

export default function LaplaceStudy({ settings }: FollowingProps<'laplace'>) {
  return <p>{JSON.stringify(settings)}</p>;
}
