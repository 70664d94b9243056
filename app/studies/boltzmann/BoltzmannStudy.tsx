import type { StudyProps } from '../study.ts';

export default function BoltzmannStudy({ settings }: StudyProps<'boltzmann'>) {
  return <p>{JSON.stringify(settings)}</p>;
}
