import { ChevronDown, Dices } from 'lucide-react';
import { Button } from '../../controls/Button.tsx';
import { IconButton } from '../../controls/IconButton.tsx';
import { Message } from '../../controls/Message.tsx';
import { Popover } from '../../controls/Popover.tsx';
import { addLayer } from '../../state/edits/insertLayer.ts';
import { randomise } from '../../state/edits/parameters.ts';
import styles from './NetworkControls.module.css';
import { AddLayer, ConnectionGrid, InitialiseForm } from './popovers.ts';
import { useAttempt } from './useAttempt.ts';
import { useExperiment } from '../../state/useLab.ts';

/** The row under the drawing: more layers, skip connections, other weights. */
export function NetworkControls() {
  const seed = useExperiment((state) => state.experiment.initialisation.seed);
  const [problem, attempt] = useAttempt();
  return (
    <>
      <div className={styles.row}>
        <span className={styles.split}>
          <Button onClick={() => attempt(addLayer)} title="Add a dense layer before the output">
            + Layer
          </Button>
          <Popover
            label="Add a layer of any kind"
            trigger={
              <span className={styles.kinds}>
                <ChevronDown size={14} aria-hidden />
              </span>
            }
          >
            <AddLayer />
          </Popover>
        </span>
        <Popover label="Skip connections" trigger="+ Skip">
          <ConnectionGrid />
        </Popover>
        <span className={styles.weights}>
          <Popover label="Initialise the weights" trigger={`Seed ${seed}`}>
            <InitialiseForm />
          </Popover>
          <IconButton
            label="Initialise with the next seed"
            icon={<Dices size={16} />}
            onClick={() => attempt(randomise)}
          />
        </span>
      </div>
      {problem === null ? null : <Message tone="caution">{problem}</Message>}
    </>
  );
}
