import { lazy, memo, Suspense } from 'react';
import { biasIndex } from '../../../engine/network/parameterNames.ts';
import { hasImages } from './columnPlaces.ts';
import { type Column, isImage } from './columns.ts';
import type { Graph } from './graphEdges.ts';
import styles from './NetworkGraph.module.css';
import { biasDisc } from './ports.ts';
import { UnitMark } from './UnitMark.tsx';
import { WeightEdge } from './WeightEdge.tsx';
import { scaleOf } from './weightScale.ts';
import { useExperiment } from '../../state/useLab.ts';

/** Fetched with the page, drawn only where there are images. */
const images = import('./ImageParts.tsx');
const Tiles = lazy(() => images.then(({ Tiles: Part }) => ({ default: Part })));
const Links = lazy(() => images.then(({ Links: Part }) => ({ default: Part })));
const Kernels = lazy(() => images.then(({ Kernels: Part }) => ({ default: Part })));

interface GraphProps {
  readonly graph: Graph;
}

interface EdgesProps extends GraphProps {
  readonly without: number | null;
}

/** All weights that are drawn, without the selected one, and the connections without weights. */
export const Edges = memo(function Edges({ graph, without }: EdgesProps) {
  const scale = useExperiment((state) => scaleOf(state.experiment.parameters));
  return (
    <>
      {graph.links.length > 0 && (
        <Suspense>
          <Links links={graph.links} />
        </Suspense>
      )}
      <g fill="none">
        {graph.edges.map(({ index, path }) =>
          index === without ? null : <WeightEdge key={index} index={index} path={path} scale={scale} />,
        )}
      </g>
    </>
  );
});

interface SelectedEdgeProps extends GraphProps {
  readonly selected: number | null;
}

/** The selected weight, where it is an edge: the one that is dragged. */
export const SelectedEdge = memo(function SelectedEdge({ graph, selected }: SelectedEdgeProps) {
  const scale = useExperiment((state) => scaleOf(state.experiment.parameters));
  const edge = graph.edges.find(({ index }) => index === selected);
  if (edge === undefined) return null;
  return (
    <g fill="none">
      <WeightEdge index={edge.index} path={edge.path} scale={scale} />
    </g>
  );
});

const UnitColumn = ({ graph, column, scale }: GraphProps & { column: Column; scale: number }) =>
  column.rows.map((row) => {
    if (row.kind === 'gap')
      return (
        <text key={`gap-${row.first}`} className={styles.gap} x={column.x} y={row.y}>
          ⋯ {row.count}
        </text>
      );
    const hasBias = (graph.topology.layers[column.layer]?.rows ?? 0) > 0;
    if (isImage(column) && !hasBias) return null;
    return (
      <UnitMark
        key={row.unit}
        {...biasDisc(column, row.unit)}
        bias={hasBias ? biasIndex(graph.topology, column.layer, row.unit) : null}
        scale={scale}
      />
    );
  });

/** All units, with the number of those left out where a layer is too large to be drawn; images as tiles. */
export const Units = memo(function Units({ graph }: GraphProps) {
  const scale = useExperiment((state) => scaleOf(state.experiment.parameters));
  return (
    <>
      {hasImages(graph.topology) && (
        <Suspense>
          <Tiles columns={graph.columns} />
          <Kernels kernels={graph.kernels} scale={scale} />
        </Suspense>
      )}
      {graph.columns.map((column) => (
        <UnitColumn key={column.layer} graph={graph} column={column} scale={scale} />
      ))}
    </>
  );
});
