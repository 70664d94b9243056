import { useState } from 'react';
import { sliderRange } from './weightScale.ts';

/** The slider's half-width: it grows to fit the value and does not shrink under the pointer. */
export function useSliderRange(value: number): number {
  const [range, setRange] = useState(() => sliderRange(value));
  if (Math.abs(value) <= range) return range;
  const wider = sliderRange(value);
  setRange(wider);
  return wider;
}
