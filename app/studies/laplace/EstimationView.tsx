import type { Experiment } from '../../../engine/experiment/document.ts';
import { Button } from '../../controls/Button.tsx';
import { Message } from '../../controls/Message.tsx';
import { Progress } from '../../lenses/Progress.tsx';
import { sentence } from '../../controls/sentence.ts';
import { EstimationTable } from './EstimationTable.tsx';
import styles from './Laplace.module.css';
import { type Matrix, rounded } from './laplaceWords.ts';
import { type Estimation, MOST_ROUNDS, type Round } from './reestimate.ts';
import { useEstimation } from './useEstimation.ts';
import { isRegression } from './whyNot.ts';

export interface EstimationViewProps {
  readonly experiment: Experiment;
  readonly matrix: Matrix;
  readonly beta: number;
  readonly onUse: (round: Round) => void;
}

/** What a count of parameters that is not one comes from. */
const IMPROPER =
  'Where H is not positive semi-definite without the prior, γ = Σ λ/(λ + α) counts no parameters, and the re-estimates that rest on it are none. Gauss–Newton has no such λ.';

function endSentence({ rounds, ended }: Estimation): string | null {
  if (ended === null) return null;
  if (ended === 'at rest') return null;
  if (ended === 'rounds') return `After ${rounds.length} rounds they still move.`;
  const why = ended.refused.startsWith('effective parameters') ? ` ${IMPROPER}` : '';
  return `The rounds end here: ${rounded(ended.refused)}.${why}`;
}

/** α and β re-estimated round by round, and taken over. */
export function EstimationView({ experiment, matrix, beta, onUse }: EstimationViewProps) {
  const { estimation, running, problem, start, cancel } = useEstimation(experiment, matrix, beta);
  const rounds = estimation?.rounds ?? [];
  // Where the rounds broke off there is no estimate to use.
  const usable = typeof estimation?.ended === 'string' || estimation?.ended === null;
  const hasNoise = isRegression(experiment);
  const names = hasNoise ? 'α and β' : 'α';
  const last = rounds.at(-1);
  const end = estimation === null ? null : endSentence(estimation);
  return (
    <section className={styles.part} aria-label={`${names} re-estimated`}>
      <div className={styles.toolbar}>
        {running ? (
          <Progress
            label={`Round ${rounds.length + 1}, at most ${MOST_ROUNDS}`}
            done={rounds.length}
            of={MOST_ROUNDS}
            onCancel={cancel}
          />
        ) : (
          <>
            <Button tone={rounds.length === 0 ? 'accent' : 'plain'} onClick={start}>
              {rounds.length === 0 ? `Re-estimate ${names}` : 'Re-estimate again'}
            </Button>
            {last === undefined ? (
              <span className={styles.note}>
                Train to the minimum, set α = γ/‖w‖²
                {hasNoise ? ' and β = (N − γ)/Σ(y − t)²' : ''}, train again, until it rests.
              </span>
            ) : usable ? (
              <Button tone="accent" onClick={() => onUse(last)}>
                Use this {names}
              </Button>
            ) : null}
          </>
        )}
      </div>
      {problem === null ? null : <Message tone="caution">{sentence(problem)}</Message>}
      {end === null ? null : <Message tone="info">{end}</Message>}
      {rounds.length === 0 ? null : <EstimationTable rounds={rounds} hasNoise={hasNoise} />}
    </section>
  );
}
