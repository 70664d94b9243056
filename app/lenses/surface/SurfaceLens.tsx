import { useMemo, useState } from 'react';
import { topologyOf } from '../../../engine/network/topology.ts';
import { useInk } from '../../charts/ink.ts';
import { Message } from '../../controls/Message.tsx';
import type { LensProps } from '../lens.ts';
import { axisNames } from './axisNames.ts';
import { goTo } from './goTo.ts';
import { rowsOf } from './grid.ts';
import { levelsOf } from './levels.ts';
import { ModelKeys } from './ModelKeys.tsx';
import { modelIds } from './modelStyles.ts';
import { ModelTable } from './ModelTable.tsx';
import { SmallModels } from './SmallModels.tsx';
import { SurfaceAxes } from './SurfaceAxes.tsx';
import styles from './SurfaceLens.module.css';
import { SurfaceNotes } from './SurfaceNotes.tsx';
import { SurfacePlot } from './SurfacePlot.tsx';
import { SpanField } from './SpanField.tsx';
import { useSurface } from './useSurface.ts';

/** The error over a plane through w, with the quadratics of exact H, Gauss–Newton and diagonal laid over it. */
export default function SurfaceLens({ experiment, settings, onSettings, onEdit }: LensProps<'surface'>) {
  const { picture, busy, done, problem } = useSurface(experiment, settings);
  const ink = useInk();
  const models = modelIds.filter((model) => settings.models.includes(model));
  const view = useMemo(() => {
    if (picture === null) return null;
    const levels = levelsOf(rowsOf(picture.errors, picture.stride));
    const names = axisNames(picture, topologyOf(picture.question.problem.network));
    return levels === null ? null : { picture, names, levels, ink };
  }, [picture, ink]);
  // The small pictures wait for the finest one: a drag redraws the large one alone.
  const [rested, setRested] = useState(view);
  if (view !== null && view !== rested && (view.picture.stride === 1 || rested === null)) setRested(view);
  return (
    <div className={styles.lens} aria-busy={busy}>
      <SurfaceAxes experiment={experiment} settings={settings} onSettings={onSettings} />
      <div className={styles.controls}>
        <SpanField span={settings.span} onSettings={onSettings} />
        <ModelKeys models={models} onChange={(next) => onSettings({ models: next })} />
      </div>
      {problem === null ? null : <Message tone="caution">{problem}</Message>}
      {view === null ? (
        <p className={styles.empty}>{problem === null ? 'computing the surface…' : null}</p>
      ) : (
        <>
          <div className={styles.main}>
            <SurfacePlot view={view} models={models} />
            <SurfaceNotes view={view} models={models} done={busy ? done : 1} />
          </div>
          {rested === null ? null : <SmallModels view={rested} models={models} />}
          <ModelTable
            plane={view.picture.plane}
            names={view.names}
            models={models}
            onGo={(at) => onEdit(goTo(view.picture, at))}
          />
        </>
      )}
    </div>
  );
}
