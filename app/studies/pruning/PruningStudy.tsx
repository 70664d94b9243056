import type { FollowingProps } from '../study.ts';

export default function PruningStudy({ settings }: FollowingProps<'pruning'>) {
  return <p>{JSON.stringify(settings)}</p>;
}
