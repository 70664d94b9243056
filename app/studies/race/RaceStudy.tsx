import type { FollowingProps } from '../study.ts';

export default function RaceStudy({ settings }: FollowingProps<'race'>) {
  return <p>{JSON.stringify(settings)}</p>;
}
