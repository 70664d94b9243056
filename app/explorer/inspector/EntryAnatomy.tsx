import { ChevronRight } from 'lucide-react';
import { lazy, Suspense, useId } from 'react';
import type { MatrixId } from '../../../engine/curvature/index.ts';
import type { Entry } from '../../state/selection.ts';
import { setAnatomy, setPattern } from '../../state/edits/lens.ts';
import { useExperiment, useLab } from '../../state/useLab.ts';
import { useRestedResults } from '../matrices/restedResults.ts';
import styles from './EntryAnatomy.module.css';
import { EntryValues } from './EntryValues.tsx';
import { entryValue } from './entryValue.ts';

const Anatomy = lazy(() => import('../../anatomy/Anatomy.tsx').then((file) => ({ default: file.Anatomy })));

/** The entry in every matrix on show. */
function useEntryValues(entry: Entry): Partial<Record<MatrixId, number>> {
  const { snapshot } = useRestedResults();
  const shown = useExperiment((state) => state.experiment.view.matrices);
  const values: Partial<Record<MatrixId, number>> = {};
  for (const id of shown) {
    const matrix = snapshot?.value.matrices[id];
    if (matrix !== undefined) values[id] = entryValue(matrix, entry);
  }
  return values;
}

/** Why an entry is what it is. */
export function OpenAnatomy({ entry }: { readonly entry: Entry }) {
  const lab = useLab();
  const experiment = useExperiment((state) => state.experiment);
  const values = useEntryValues(entry);
  return (
    <Suspense fallback={<p className={styles.loading}>loading…</p>}>
      <Anatomy
        experiment={experiment}
        entry={entry}
        pattern={experiment.view.pattern ?? 0}
        onPattern={(pattern) => lab.edit(setPattern(pattern), 'pattern')}
        values={values}
      />
    </Suspense>
  );
}

/** The entry's values, or, opened, why they are what they are. Closed, nothing is computed for it. */
export function EntryAnatomy({ entry }: { readonly entry: Entry }) {
  const lab = useLab();
  const open = useExperiment((state) => state.experiment.view.anatomy ?? false);
  const id = useId();
  return (
    <>
      <button
        className={styles.disclose}
        type="button"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => lab.edit(setAnatomy(!open))}
      >
        <ChevronRight size={14} aria-hidden />
        Why this number
      </button>
      {open ? (
        <div id={id}>
          <OpenAnatomy entry={entry} />
        </div>
      ) : (
        <EntryValues />
      )}
    </>
  );
}
