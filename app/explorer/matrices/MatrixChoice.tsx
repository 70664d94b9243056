import { useId, useState } from 'react';
import { matrixIds } from '../../../engine/curvature/index.ts';
import { DEFAULTS } from '../../../engine/experiment/defaults.ts';
import { Button } from '../../controls/Button.tsx';
import { setMatrices } from '../../state/edits/view.ts';
import { type ChoiceGroup, choiceGroups } from './choiceGroups.ts';
import styles from './MatrixChoice.module.css';
import { MatrixOption } from './MatrixOption.tsx';
import { walkChoice } from './walkChoice.ts';
import { useExperiment, useLab } from '../../state/useLab.ts';

function Group({ heading, ids }: ChoiceGroup) {
  const headingId = useId();
  return (
    <div role="group" aria-labelledby={headingId}>
      <h3 className={styles.heading} id={headingId}>
        {heading}
      </h3>
      {ids.map((id) => (
        <MatrixOption key={id} id={id} />
      ))}
    </div>
  );
}

/** The engine's list of matrices by sections, each with what it leaves out; at least one stays. */
export function MatrixChoice() {
  const lab = useLab();
  const [typed, setTyped] = useState('');
  const shown = useExperiment((state) => state.experiment.view.matrices.length);
  const groups = choiceGroups(typed);
  return (
    // the arrow keys are an addition: Tab reaches every box too
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <fieldset className={styles.choice} onKeyDown={walkChoice}>
      <legend className="visually-hidden">Matrices on show</legend>
      <div className={styles.top}>
        <input
          className={styles.search}
          type="text"
          role="searchbox"
          aria-label="Find a matrix"
          placeholder="Find a matrix"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          data-unedited={typed === '' ? '' : undefined}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setTyped('');
          }}
        />
        <span className={styles.count} role="status">
          {shown} of {matrixIds.length} on show
        </span>
        <Button
          tone="quiet"
          title="Show the six matrices that the page begins with"
          onClick={() => lab.edit(setMatrices(DEFAULTS.view.matrices))}
        >
          First six
        </Button>
      </div>
      {groups.map((group) => (
        <Group key={group.heading} {...group} />
      ))}
      {groups.length === 0 ? <p className={styles.none}>No matrix is called that.</p> : null}
    </fieldset>
  );
}
