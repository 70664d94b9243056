import { markOf, type Graph } from './graphEdges.ts';
import styles from './NetworkGraph.module.css';

export type MarkTone = 'entry' | 'hovered' | 'cursor' | 'selected';

export interface MarkedParameter {
  readonly index: number;
  readonly tone: MarkTone;
}

interface MarksProps {
  readonly graph: Graph;
  readonly marked: readonly MarkedParameter[];
  /** Edges are marked under the units, biases and kernels on top. */
  readonly under: boolean;
}

/** The weights or biases that are selected, pointed at, or belong to the entry of a matrix. */
export function Marks({ graph, marked, under }: MarksProps) {
  return (
    <g fill="none">
      {marked.map(({ index, tone }) => {
        const mark = markOf(graph, index);
        if (mark === null || (mark.kind === 'edge') !== under) return null;
        const key = `${tone}-${index}`;
        if (mark.kind === 'edge')
          return (
            <g key={key}>
              <path className={styles.halo} d={mark.path} />
              <path className={styles[tone]} d={mark.path} />
            </g>
          );
        const { x, y } = mark;
        return mark.kind === 'unit' ? (
          <circle key={key} className={styles[tone]} cx={x} cy={y} r={mark.radius} />
        ) : (
          <rect key={key} className={styles[tone]} x={x} y={y} width={mark.width} height={mark.height} />
        );
      })}
    </g>
  );
}
