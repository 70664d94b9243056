import { memo } from 'react';
import { biasIndex } from '../../../engine/network/parameterNames.ts';
import { useExperiment } from '../../state/experiment.ts';
import type { Column } from './columns.ts';
import type { Graph } from './graphEdges.ts';
import styles from './NetworkGraph.module.css';
import { UnitMark } from './UnitMark.tsx';
import { WeightEdge } from './WeightEdge.tsx';
import { scaleOf } from './weightScale.ts';

interface GraphProps {
  readonly graph: Graph;
}

/** All weights that are drawn, the marked ones not included. */
export const Edges = memo(function Edges({ graph }: GraphProps) {
  const scale = useExperiment((state) => scaleOf(state.experiment.parameters));
  return (
    <g fill="none">
      {graph.edges.map(({ index, path }) => (
        <WeightEdge key={index} index={index} path={path} scale={scale} />
      ))}
    </g>
  );
});

const UnitColumn = ({ graph, column, scale }: GraphProps & { column: Column; scale: number }) =>
  column.rows.map((row) =>
    row.kind === 'unit' ? (
      <UnitMark
        key={row.unit}
        x={column.x}
        y={row.y}
        radius={column.radius}
        bias={column.layer < 0 ? null : biasIndex(graph.topology, column.layer, row.unit)}
        scale={scale}
      />
    ) : (
      <text key={`gap-${row.first}`} className={styles.gap} x={column.x} y={row.y}>
        ⋯ {row.count}
      </text>
    ),
  );

/** All units, with the number of those left out where a layer is too large to be drawn. */
export const Units = memo(function Units({ graph }: GraphProps) {
  const scale = useExperiment((state) => scaleOf(state.experiment.parameters));
  return graph.columns.map((column) => (
    <UnitColumn key={column.layer} graph={graph} column={column} scale={scale} />
  ));
});
