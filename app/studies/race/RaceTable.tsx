import { racerIds, racerOf, type RacerId } from '../../../engine/uses/race/index.ts';
import type { Problem } from '../../../engine/experiment/problem.ts';
import { formatTime } from '../../charts/formatTime.ts';
import { Formula } from '../../controls/Formula.tsx';
import { formatNumber } from '../../controls/formatNumber.ts';
import { Scroll } from '../shared/Scroll.tsx';
import styles from './Race.module.css';
import { whyNotRaced } from './raceLimits.ts';
import { lastError, lastGradient, type Run } from './raceRun.ts';
import { endWords } from './raceWords.ts';
import { RacerKey } from './RacerKey.tsx';

interface RaceTableProps {
  readonly problem: Problem;
  readonly methods: readonly RacerId[];
  readonly runs: readonly Run[];
  readonly onMethods: (methods: readonly RacerId[]) => void;
}

function Numbers({ run }: { readonly run: Run }) {
  return (
    <>
      <td>{run.errors.length}</td>
      <td>{formatNumber(lastError(run))}</td>
      <td>{formatNumber(lastGradient(run), 2)}</td>
      <td>{formatTime(run.times.at(-1) ?? 0)}</td>
      <td className={styles.words}>{endWords(run)}</td>
    </>
  );
}

/** Every method: whether it races, and how it ended. The key to both figures. */
export function RaceTable({ problem, methods, runs, onMethods }: RaceTableProps) {
  const { parameters, batch } = problem;
  const toggle = (id: RacerId): void => {
    const next = racerIds.filter((other) => (other === id) !== methods.includes(other));
    if (next.length > 0) onMethods(next);
  };
  return (
    <Scroll label="Methods and how they ended">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">method</th>
            <th scope="col">steps</th>
            <th scope="col">E</th>
            <th scope="col">‖∇E‖</th>
            <th scope="col">time</th>
            <th scope="col">ended</th>
          </tr>
        </thead>
        <tbody>
          {racerIds.map((id) => {
            const { label, formula } = racerOf(id);
            const run = runs.find((one) => one.id === id);
            const why = whyNotRaced(id, parameters.length, batch.N);
            return (
              <tr key={id}>
                <th scope="row">
                  <label className={styles.method}>
                    <input type="checkbox" checked={methods.includes(id)} onChange={() => toggle(id)} />
                    <RacerKey id={id} />
                    {label}
                  </label>
                  <span className={styles.formula}>
                    <Formula tex={formula} label={`step of ${label}`} />
                  </span>
                </th>
                {run !== undefined && methods.includes(id) ? (
                  <Numbers run={run} />
                ) : (
                  <td className={styles.none} colSpan={5}>
                    {methods.includes(id) ? (why ?? 'waiting…') : ''}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}
