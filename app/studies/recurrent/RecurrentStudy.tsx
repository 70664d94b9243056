import type { StudyProps } from '../study.ts';

export default function RecurrentStudy({ settings }: StudyProps<'recurrent'>) {
  return <p>{JSON.stringify(settings)}</p>;
}
