import type { FollowingProps } from '../study.ts';

export default function SolveStudy({ settings }: FollowingProps<'solve'>) {
  return <p>{JSON.stringify(settings)}</p>;
}
