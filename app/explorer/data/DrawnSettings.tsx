import { Dices } from 'lucide-react';
import type { GeneratedData } from '../../../engine/experiment/document.ts';
import { LIMITS } from '../../../engine/experiment/limits.ts';
import { IconButton } from '../../controls/IconButton.tsx';
import { NumberField } from '../../controls/NumberField.tsx';
import { SliderField } from '../../controls/SliderField.tsx';
import { drawAnew, setNoise, setSeed } from '../../state/edits/data.ts';
import styles from './DataPanel.module.css';
import { useLab } from '../../state/useLab.ts';

/** The slider's usual end; a document with more noise gets the whole range. */
const USUAL_NOISE = 1;

/** Noise and seed of a drawn data set. */
export function DrawnSettings({ data }: { readonly data: GeneratedData }) {
  const lab = useLab();
  return (
    <>
      <SliderField
        label="Noise"
        value={data.noise}
        min={0}
        max={data.noise > USUAL_NOISE ? LIMITS.noise : USUAL_NOISE}
        step={0.01}
        onChange={(noise) => lab.edit(setNoise(noise), 'noise')}
        onCommit={lab.endGesture}
        format={(noise) => noise.toFixed(2)}
      />
      <div className={styles.seed}>
        <NumberField
          label="Seed"
          value={data.seed}
          min={0}
          max={LIMITS.seed}
          integer
          width={52}
          onCommit={(seed) => lab.edit(setSeed(seed), 'data seed')}
        />
        <IconButton
          label="New seed"
          icon={<Dices size={16} />}
          tone="quiet"
          onClick={() => lab.edit(drawAnew)}
        />
      </div>
    </>
  );
}
