import type { FollowingProps } from '../study.ts';

export default function InfluenceStudy({ settings }: FollowingProps<'influence'>) {
  return <p>{JSON.stringify(settings)}</p>;
}
