import { LIMITS } from '../../../engine/experiment/limits.ts';
import type { SurfaceModel, SurfacePlane } from '../../../workers/protocol.ts';
import { Button } from '../../controls/Button.tsx';
import { formatNumber } from '../../controls/formatNumber.ts';
import type { AxisName } from './axisNames.ts';
import { ModelLine } from './ModelKeys.tsx';
import styles from './ModelTable.module.css';
import { modelStyles } from './modelStyles.ts';
import { shownEntries } from './shownEntries.ts';
import { shapeWords } from './shapeWords.ts';

interface ModelTableProps {
  readonly plane: SurfacePlane;
  readonly names: readonly [AxisName, AxisName];
  readonly models: readonly SurfaceModel[];
  /** Sets the weights to a place of the plane. */
  readonly onGo: (at: readonly [s: number, t: number]) => void;
}

interface RowProps extends Omit<ModelTableProps, 'models'> {
  readonly model: SurfaceModel;
}

function Row({ plane, names: [p, q], model, onGo }: RowProps) {
  const { label } = modelStyles[model];
  const { eigenvalues, shape, minimum } = plane.models[model];
  return (
    <tr>
      <th scope="row">
        <ModelLine model={model} /> {label}
      </th>
      {shownEntries(plane.models[model]).map((entry, at) => (
        <td key={at}>{formatNumber(entry)}</td>
      ))}
      <td>{eigenvalues.map((value) => formatNumber(value, 3)).join(', ')}</td>
      {minimum === null ? (
        <td className={styles.none} colSpan={4}>
          no lowest point: {shapeWords[shape]}
        </td>
      ) : (
        <>
          <td>
            {formatNumber(p.middle + minimum.at[0], 3)}, {formatNumber(q.middle + minimum.at[1], 3)}
          </td>
          <td>{formatNumber(minimum.predicted - plane.error, 3)}</td>
          <td>{formatNumber(minimum.actual - plane.error, 3)}</td>
          <td>
            <Button
              tone="quiet"
              disabled={!minimum.at.every((step) => Math.abs(step) <= FARTHEST)}
              title={`Sets the weights to the lowest point of ${label} in this plane; Undo brings them back`}
              onClick={() => onGo(minimum.at)}
            >
              Go there<span className="visually-hidden"> to the lowest point of {label}</span>
            </Button>
          </td>
        </>
      )}
    </tr>
  );
}

/** Beyond it weights may be more than a document holds. */
const FARTHEST = LIMITS.magnitude / 2;

/** Every model's 2 × 2 matrix in the plane, where it is lowest, and what it promises there against what is true. */
export function ModelTable({ plane, names, models, onGo }: ModelTableProps) {
  if (models.length === 0) return null;
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls where it is narrow
    <div className={styles.scroll} role="region" aria-label="Models in this plane" tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">model A</th>
            <th scope="col">pᵀAp</th>
            <th scope="col">pᵀAq</th>
            <th scope="col">qᵀAq</th>
            <th scope="col">eigenvalues</th>
            <th scope="col">lowest at</th>
            <th scope="col">promised ΔE</th>
            <th scope="col">true ΔE</th>
            <th scope="col">
              <span className="visually-hidden">move</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {models.map((model) => (
            <Row key={model} model={model} plane={plane} names={names} onGo={onGo} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
