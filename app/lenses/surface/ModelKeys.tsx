import type { SurfaceModel } from '../../../workers/protocol.ts';
import { modelIds, modelStyles } from './modelStyles.ts';
import styles from './ModelKeys.module.css';

/** The line with which a model is drawn. */
export function ModelLine({ model }: { readonly model: SurfaceModel }) {
  const { colour, dashes } = modelStyles[model];
  return (
    <svg className={styles.line} data-colour={colour} viewBox="0 0 26 4" aria-hidden>
      <line x1="0" x2="26" y1="2" y2="2" strokeDasharray={dashes} />
    </svg>
  );
}

interface ModelKeysProps {
  readonly models: readonly SurfaceModel[];
  readonly onChange: (models: readonly SurfaceModel[]) => void;
}

/** Which models are laid over the error, and how each is drawn. */
export function ModelKeys({ models, onChange }: ModelKeysProps) {
  return (
    <fieldset className={styles.keys}>
      <legend className="visually-hidden">Models laid over the error</legend>
      {modelIds.map((model) => (
        <label key={model} className={styles.key}>
          <input
            type="checkbox"
            checked={models.includes(model)}
            onChange={() =>
              onChange(modelIds.filter((other) => (other === model) !== models.includes(other)))
            }
          />
          <ModelLine model={model} />
          {modelStyles[model].label}
        </label>
      ))}
    </fieldset>
  );
}
