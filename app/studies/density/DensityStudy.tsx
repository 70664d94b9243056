import type { FollowingProps } from '../study.ts';

export default function DensityStudy({ settings }: FollowingProps<'density'>) {
  return <p>{JSON.stringify(settings)}</p>;
}
