import { Dices } from 'lucide-react';
import { matrixOf } from '../../../engine/curvature/index.ts';
import { LIMITS } from '../../../engine/experiment/limits.ts';
import { Button } from '../../controls/Button.tsx';
import { NumberField } from '../../controls/NumberField.tsx';
import { SliderField } from '../../controls/SliderField.tsx';
import { drawAgain, setRank, setSamples } from '../../state/edits/estimation.ts';
import styles from './EstimationControls.module.css';
import { whyUnavailable } from './whyUnavailable.ts';
import { useExperiment, useLab } from '../../state/useLab.ts';

const MOST_DOUBLINGS = Math.log2(LIMITS.samples);

/** What the matrices on show draw on, as one text: a list would be new each time. */
const useDrawn = (): string =>
  useExperiment(({ experiment }) =>
    experiment.view.matrices
      .filter((id) => whyUnavailable(id, experiment) === null)
      .flatMap((id) => matrixOf(id).draws ?? [])
      .join(' '),
  );

function Samples({ samples }: { readonly samples: number }) {
  const lab = useLab();
  return (
    <span className={styles.samples}>
      <SliderField
        label="samples"
        value={Math.round(Math.log2(samples))}
        min={0}
        max={MOST_DOUBLINGS}
        step={1}
        format={(doublings) => `${2 ** doublings} samples`}
        hideValue
        onChange={(doublings) => lab.edit(setSamples(2 ** doublings), 'samples')}
        onCommit={lab.endGesture}
      />
      <NumberField
        label="Samples"
        hideLabel
        integer
        min={1}
        max={LIMITS.samples}
        width={60}
        value={samples}
        onCommit={(next) => lab.edit(setSamples(next), 'samples field')}
      />
    </span>
  );
}

/** How many samples and eigenpairs the estimates on show take, and other random numbers for them. */
export function EstimationControls() {
  const lab = useLab();
  const { seed, samples, rank } = useExperiment((state) => state.experiment.estimation);
  const drawn = useDrawn().split(' ');
  const uses = (part: string): boolean => drawn.includes(part);
  if (drawn[0] === '') return null;
  return (
    <div className={styles.estimation} role="group" aria-label="Estimates">
      {uses('samples') ? <Samples samples={samples} /> : null}
      {uses('rank') ? (
        <NumberField
          label="rank"
          integer
          min={1}
          max={LIMITS.rank}
          width={52}
          value={rank}
          onCommit={(next) => lab.edit(setRank(next), 'rank')}
        />
      ) : null}
      {uses('seed') ? (
        <Button title={`Other random numbers than those of seed ${seed}`} onClick={() => lab.edit(drawAgain)}>
          <Dices size={15} aria-hidden />
          Draw again
        </Button>
      ) : null}
      {uses('direction') ? <span className={styles.note}>v is chosen under Direction</span> : null}
    </div>
  );
}
