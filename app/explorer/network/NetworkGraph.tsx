import { useMemo } from 'react';
import type { Topology } from '../../../engine/network/topology.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { GRAPH } from './columnPlaces.ts';
import { Edges, SelectedEdge, Units } from './Drawing.tsx';
import { layoutGraph } from './graphEdges.ts';
import { Marks } from './Marks.tsx';
import styles from './NetworkGraph.module.css';
import { parameterText } from './parameterTex.ts';
import { useMarked } from './useMarked.ts';
import { useWeightKeys } from './useWeightKeys.ts';
import { useWeightPointer } from './useWeightPointer.ts';
import { WeightTip } from './WeightTip.tsx';
import { useExperiment } from '../../state/useLab.ts';

interface NetworkGraphProps {
  readonly topology: Topology;
}

/** The cursor's parameter in words, for those who don't see the drawing. */
function CursorOption({
  topology,
  index,
  selected,
}: NetworkGraphProps & { index: number; selected: boolean }) {
  const value = useExperiment((state) => state.experiment.parameters[index] ?? 0);
  return (
    <div
      id={`weight-${index}`}
      className="visually-hidden"
      role="option"
      aria-selected={selected}
      aria-setsize={topology.W}
      aria-posinset={index + 1}
    >
      {parameterText(topology, index)}, {formatNumber(value)}
    </div>
  );
}

function ChangedValue({ index }: { index: number }) {
  const value = useExperiment((state) => state.experiment.parameters[index] ?? 0);
  return formatNumber(value);
}

/**
 * The network as a graph: one tab stop, in which the arrow keys walk the weights. The edges at rest are a picture of
 * their own, so that a dragged one is drawn without them.
 */
export function NetworkGraph({ topology }: NetworkGraphProps) {
  const keys = useWeightKeys(topology);
  const cursor = keys.focused ? keys.cursor : null;
  const { selected } = keys;
  const graph = useMemo(
    () =>
      layoutGraph(
        topology,
        [selected, cursor].filter((index) => index !== null),
      ),
    [topology, selected, cursor],
  );
  const { hovered, handlers } = useWeightPointer(graph);
  const viewBox = `0 0 ${GRAPH.width} ${graph.height}`;
  const marked = useMarked({ hovered: hovered?.index ?? null, cursor });
  return (
    <div className={styles.graph} style={{ aspectRatio: `${GRAPH.width} / ${graph.height}` }}>
      <div
        className={styles.focus}
        role="listbox"
        tabIndex={0}
        aria-label="Weights and biases: arrow keys walk, Enter selects, plus and minus change"
        aria-activedescendant={`weight-${keys.cursor}`}
        {...keys.handlers}
      >
        <svg className={styles.resting} viewBox={viewBox} aria-hidden>
          <Edges graph={graph} without={selected} />
        </svg>
        <svg
          className={hovered === null ? styles.drawing : `${styles.drawing} ${styles.grip}`}
          viewBox={viewBox}
          aria-hidden
          {...handlers}
        >
          <rect className={styles.ground} width={GRAPH.width} height={graph.height} />
          <SelectedEdge graph={graph} selected={selected} />
          <Marks graph={graph} marked={marked} under />
          <Units graph={graph} />
          <Marks graph={graph} marked={marked} under={false} />
        </svg>
        <CursorOption topology={topology} index={keys.cursor} selected={keys.cursor === selected} />
      </div>
      <span className="visually-hidden" role="status">
        {keys.changed === null ? null : <ChangedValue index={keys.changed} />}
      </span>
      {hovered === null ? null : <WeightTip topology={topology} pointed={hovered} />}
    </div>
  );
}
