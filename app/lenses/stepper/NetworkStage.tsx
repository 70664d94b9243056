import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { activationOf } from '../../../engine/activations/index.ts';
import { CARD, layoutCards } from './cardLayout.ts';
import styles from './NetworkStage.module.css';
import { lastTaken } from './phases.ts';
import { stepText } from './stepText.ts';
import { UnitCard } from './UnitCard.tsx';
import { usedUnits, usesWeight } from './usedUnits.ts';
import type { Traced } from './useTrace.ts';

export interface NetworkStageProps {
  readonly traced: Traced;
  readonly step: number;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

const LONGEST_NAME = 12;

const headText = (name: string): string =>
  name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;

/** The network unit by unit, as far as the steps have come. It scrolls sideways in its own box, along with the steps. */
export function NetworkStage({ traced, step, onKeyDown }: NetworkStageProps) {
  const { topology, places, known, trace } = traced;
  const layout = useMemo(() => layoutCards(topology), [topology]);
  const taken = lastTaken(trace, step);
  const used = useMemo(() => (taken === null ? new Set<number>() : usedUnits(taken)), [taken]);
  const box = useRef<HTMLDivElement>(null);
  const x = taken === null ? 0 : (layout.cards[taken.unit]?.x ?? 0);
  useEffect(() => {
    const { current } = box;
    if (current === null) return;
    const left = x - CARD.margin;
    const right = x + CARD.width + CARD.margin;
    if (left < current.scrollLeft || right > current.scrollLeft + current.clientWidth)
      current.scrollLeft = (left + right - current.clientWidth) / 2;
  }, [x]);
  const count = trace.steps.length;
  return (
    <div
      ref={box}
      className={styles.stage}
      data-phase={taken?.phase}
      role="slider"
      tabIndex={0}
      aria-label="Steps in the network"
      aria-valuemin={0}
      aria-valuemax={count}
      aria-valuenow={step}
      aria-valuetext={
        taken === null
          ? `before the first of ${count} steps`
          : `step ${step} of ${count}, ${stepText(taken, places)}`
      }
      aria-keyshortcuts="ArrowLeft ArrowRight Home End Space"
      onKeyDown={onKeyDown}
    >
      <svg className={styles.drawing} width={layout.width} height={layout.height} aria-hidden>
        {layout.heads.map(({ layer, x: at }) => {
          const spec = topology.layers[layer]?.spec;
          return (
            <g key={layer} transform={`translate(${at} 0)`}>
              <text className={styles.head} x={8} y={16}>
                {headText(spec?.name ?? 'input')}
                {spec === undefined ? null : (
                  <tspan className={styles.activation}> {activationOf(spec.activation).label}</tspan>
                )}
              </text>
              <text className={styles.headR} x={142} y={16}>
                R{'{·}'}
              </text>
            </g>
          );
        })}
        {layout.edges.map(({ key, path }) => (
          <path key={key} className={styles.edge} d={path} />
        ))}
        {taken === null
          ? null
          : layout.edges
              .filter(({ from, to }) => usesWeight(taken, from, to))
              .map(({ key, path }) => <path key={key} className={styles.usedEdge} d={path} />)}
        {layout.cards.map((card) => {
          const place = places[card.unit];
          if (place === undefined) return null;
          const role = card.unit === taken?.unit ? 'current' : used.has(card.unit) ? 'used' : 'other';
          return <UnitCard key={card.unit} card={card} place={place} known={known} step={step} role={role} />;
        })}
      </svg>
    </div>
  );
}
