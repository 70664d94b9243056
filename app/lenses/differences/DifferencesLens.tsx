import { useMemo } from 'react';
import { matrixOf } from '../../../engine/curvature/index.ts';
import { Segmented } from '../../controls/Segmented.tsx';
import { Select } from '../../controls/Select.tsx';
import type { LensProps } from '../lens.ts';
import { useKept } from '../useKept.ts';
import { sameMatrices } from '../../compute/problemOf.ts';
import { approximationsOf, chosenOf } from './approximations.ts';
import { BlockTable } from './BlockTable.tsx';
import { ComparedFigure } from './ComparedFigure.tsx';
import { DifferenceMaps } from './DifferenceMaps.tsx';
import styles from './Differences.module.css';
import { figures, figureOptions } from './figures.ts';
import { ScatterFigure } from './ScatterFigure.tsx';
import { SpectraFigure } from './SpectraFigure.tsx';

/** What approximations get wrong: four figures of the same comparison with H. */
export default function DifferencesLens({ experiment, settings, onSettings }: LensProps<'differences'>) {
  const settled = useKept(experiment, sameMatrices);
  const shown = useMemo(() => approximationsOf(settled), [settled]);
  const chosen = chosenOf(shown, settings.matrix);
  const one = useMemo(() => (chosen === null ? [] : [chosen]), [chosen]);
  const { figure } = settings;
  return (
    <>
      <div className={styles.toolbar}>
        <Segmented
          label="Figure"
          value={figure}
          options={figureOptions}
          onChange={(next) => onSettings({ figure: next })}
        />
        {figures[figure].ofOne && chosen !== null ? (
          <Select
            label="Approximation"
            value={chosen}
            options={shown.map((id) => ({ value: id, label: matrixOf(id).label }))}
            onChange={(matrix) => onSettings({ matrix })}
          />
        ) : null}
      </div>
      <p className={styles.note}>{figures[figure].note}</p>
      {figure === 'difference' ? (
        <ComparedFigure experiment={settled} matrices={shown}>
          {(now) => <DifferenceMaps now={now} transfer={experiment.view.transfer} />}
        </ComparedFigure>
      ) : null}
      {figure === 'scatter' ? (
        <ComparedFigure experiment={settled} matrices={one}>
          {(now) => <ScatterFigure now={now} />}
        </ComparedFigure>
      ) : null}
      {figure === 'blocks' ? (
        <ComparedFigure experiment={settled} matrices={one}>
          {(now) => <BlockTable now={now} />}
        </ComparedFigure>
      ) : null}
      {figure === 'spectra' ? <SpectraFigure experiment={settled} approximations={shown} /> : null}
    </>
  );
}
