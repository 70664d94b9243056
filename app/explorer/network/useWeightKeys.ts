import { useState, type FocusEvent, type KeyboardEvent } from 'react';
import type { Topology } from '../../../engine/network/topology.ts';
import { moveParameter, placeParameter } from './moveParameter.ts';
import { walk, walkKeys } from './walk.ts';
import { useLab, useSelection } from '../../state/useLab.ts';

const STEP = 0.05;
const FINE_STEP = 0.005;

/** Keys that change the value: the sign of the step. */
const signKeys: Partial<Record<string, 1 | -1>> = { '+': 1, '=': 1, '-': -1, _: -1, '−': -1 };
const altKeys: Partial<Record<string, 1 | -1>> = {
  ArrowUp: 1,
  ArrowRight: 1,
  ArrowDown: -1,
  ArrowLeft: -1,
};

/** By how much a key changes the value, or null when it is not such a key. */
function stepOf(event: KeyboardEvent): number | null {
  const sign = event.altKey ? altKeys[event.key] : signKeys[event.key];
  if (sign === undefined) return null;
  return sign * (event.altKey && event.shiftKey ? FINE_STEP : STEP);
}

/**
 * The keyboard on the drawing. The cursor walks the weights; Enter selects, + and − (or Alt and an arrow)
 * select and change. The cursor goes to whatever is selected elsewhere.
 */
export function useWeightKeys(topology: Topology) {
  const lab = useLab();
  const selected = useSelection((state) => state.parameter);
  /** The keyboard is at work here: a click alone shows no cursor. */
  const [focused, setFocused] = useState(false);
  const [walked, setWalked] = useState({ to: 0, whileSelected: selected });
  /** Counts the changes by key, so that a reader hears the new value and only then. */
  const [changed, setChanged] = useState<number | null>(null);
  const wanted = walked.whileSelected === selected ? walked.to : (selected ?? walked.to);
  const cursor = Math.min(wanted, topology.W - 1);

  const choose = (index: number | null): void => {
    setWalked({ to: index ?? cursor, whileSelected: index });
    lab.selection.setState({ parameter: index });
  };

  const change = (by: number | null): void => {
    choose(cursor);
    if (by === null) placeParameter(lab, cursor, 0);
    else moveParameter(lab, cursor, by);
    setChanged(cursor);
  };

  /** True when the key was one of the drawing's. */
  const press = (event: KeyboardEvent): boolean => {
    if (event.ctrlKey || event.metaKey) return false;
    const step = stepOf(event);
    const way = event.altKey ? undefined : walkKeys[event.key];
    if (step !== null) change(step);
    else if (event.key === '0') change(null);
    else if (way !== undefined) {
      setWalked({ to: walk(topology, cursor, way), whileSelected: selected });
      setChanged(null);
      setFocused(true);
    } else if (event.key === 'Enter' || event.key === ' ') choose(cursor);
    else if (event.key === 'Escape' && selected !== null) choose(null);
    else return false;
    return true;
  };

  const handlers = {
    onKeyDown: (event: KeyboardEvent): void => {
      if (press(event)) event.preventDefault();
    },
    onKeyUp: lab.endGesture,
    onFocus: (event: FocusEvent): void => setFocused(event.target.matches(':focus-visible')),
    onBlur: () => setFocused(false),
  };
  return { cursor, selected, focused, changed, handlers };
}
