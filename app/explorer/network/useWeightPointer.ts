import { useEffect, useRef, useState, type PointerEvent } from 'react';
import { GRAPH } from './columnPlaces.ts';
import type { Graph } from './graphEdges.ts';
import { moveParameter } from './moveParameter.ts';
import { nearestParameter } from './nearest.ts';
import { dragRate, scaleOf } from './weightScale.ts';
import { hearEarlyMoves } from '../../controls/earlyMoves.ts';
import { useLab } from '../../state/useLab.ts';

/** The parameter under the pointer and where the pointer found it, in the graph's coordinates. */
export interface Pointed {
  readonly index: number;
  readonly x: number;
  readonly y: number;
}

interface Drag {
  readonly index: number;
  readonly rate: number;
  x: number;
  y: number;
  /** A press that hardly moves is a click. */
  moving: boolean;
  /** Moves are heard in time no more, and the page shows the document at once again. */
  readonly end: () => void;
}

type Move = Pick<globalThis.PointerEvent, 'clientX' | 'clientY' | 'pointerType' | 'shiftKey'>;

const CLICK_PIXELS = 3;
const FINE = 0.1;

function pointed(graph: Graph, event: PointerEvent): Pointed | null {
  const box = event.currentTarget.getBoundingClientRect();
  const x = ((event.clientX - box.left) * GRAPH.width) / box.width;
  const y = ((event.clientY - box.top) * graph.height) / box.height;
  const index = nearestParameter(graph, x, y);
  return index === null ? null : { index, x, y };
}

/** Hover, click and drag on the drawing: right and up make a weight larger, Shift goes ten times finer. */
export function useWeightPointer(graph: Graph) {
  const lab = useLab();
  const [hovered, setHovered] = useState<Pointed | null>(null);
  const drag = useRef<Drag | null>(null);
  useEffect(() => () => drag.current?.end(), []);

  const hover = (next: Pointed | null): void =>
    setHovered((current) => (current?.index === next?.index ? current : next));

  const follow = (event: Move): void => {
    const { current } = drag;
    if (current === null) return;
    const right = event.clientX - current.x;
    /** A finger that moves up or down scrolls the page. */
    const up = event.pointerType === 'touch' ? 0 : current.y - event.clientY;
    if (!current.moving && Math.hypot(right, up) < CLICK_PIXELS) return;
    if (right === 0 && up === 0) return;
    current.moving = true;
    current.x = event.clientX;
    current.y = event.clientY;
    moveParameter(lab, current.index, (right + up) * current.rate * (event.shiftKey ? FINE : 1));
  };

  const onPointerDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const target = pointed(graph, event);
    hover(target);
    if (target === null) return;
    const stopHearing = hearEarlyMoves(event.currentTarget, follow);
    const release = lab.shown.hold();
    const rate = dragRate(scaleOf(lab.experiment.getState().experiment.parameters));
    drag.current = {
      index: target.index,
      rate,
      x: event.clientX,
      y: event.clientY,
      moving: false,
      end: () => {
        stopHearing();
        release();
      },
    };
    event.currentTarget.setPointerCapture(event.pointerId);
    lab.selection.setState({ parameter: target.index });
  };

  const onPointerMove = (event: PointerEvent): void => {
    if (drag.current === null) hover(pointed(graph, event));
    else follow(event);
  };

  const onDragEnd = (): void => {
    if (drag.current === null) return;
    drag.current.end();
    drag.current = null;
    lab.endGesture();
  };

  const handlers = {
    onPointerDown,
    onPointerMove,
    onPointerUp: onDragEnd,
    onPointerCancel: onDragEnd,
    onLostPointerCapture: onDragEnd,
    onPointerLeave: () => hover(null),
  };
  return { hovered, handlers };
}
