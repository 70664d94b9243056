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
  /** Edges are marked under the units, biases on them. */
  readonly kind: 'edge' | 'unit';
}

/** The weights or biases that are selected, pointed at, or belong to the entry of a matrix. */
export function Marks({ graph, marked, kind }: MarksProps) {
  return (
    <g fill="none">
      {marked.map(({ index, tone }) => {
        const mark = markOf(graph, index);
        if (mark?.kind !== kind) return null;
        return mark.kind === 'edge' ? (
          <g key={`${tone}-${index}`}>
            <path className={styles.halo} d={mark.path} />
            <path className={styles[tone]} d={mark.path} />
          </g>
        ) : (
          <circle key={`${tone}-${index}`} className={styles[tone]} cx={mark.x} cy={mark.y} r={mark.radius} />
        );
      })}
    </g>
  );
}
