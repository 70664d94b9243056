import { useMemo } from 'react';
import type { SurfaceModel } from '../../../workers/protocol.ts';
import { Figure } from '../../charts/Figure.tsx';
import { ModelLine } from './ModelKeys.tsx';
import { modelStyles } from './modelStyles.ts';
import { shapeWords } from './shapeWords.ts';
import styles from './SmallModels.module.css';
import { smallFigure, type SurfaceView } from './surfaceFigure.ts';

interface SmallModelProps {
  readonly view: SurfaceView;
  readonly model: SurfaceModel;
}

const HEIGHT = 190;

function SmallModel({ view, model }: SmallModelProps) {
  const { label } = modelStyles[model];
  const { traces, layout } = useMemo(() => smallFigure(view, model), [view, model]);
  const { shape } = view.picture.plane.models[model];
  return (
    <figure className={styles.small}>
      <figcaption className={styles.caption}>
        <ModelLine model={model} /> {label}: {shapeWords[shape]}
      </figcaption>
      <Figure
        traces={traces}
        layout={layout}
        height={HEIGHT}
        label={`What ${label} believes the error looks like: ${shapeWords[shape]}.`}
      />
    </figure>
  );
}

/** Each model's own surface, in the colours of the error's. */
export function SmallModels({
  view,
  models,
}: Omit<SmallModelProps, 'model'> & { models: readonly SurfaceModel[] }) {
  if (models.length === 0) return null;
  return (
    <div className={styles.row}>
      {models.map((model) => (
        <SmallModel key={model} view={view} model={model} />
      ))}
    </div>
  );
}
