import { lazy, Suspense } from 'react';
import { LIMITS } from '../../../engine/experiment/limits.ts';
import { parameterName } from '../../../engine/network/parameterNames.ts';
import type { Topology } from '../../../engine/network/topology.ts';
import { Button } from '../../controls/Button.tsx';
import { Formula } from '../../controls/Formula.tsx';
import { formatNumber } from '../../controls/formatNumber.ts';
import { NumberField } from '../../controls/NumberField.tsx';
import { SliderField } from '../../controls/SliderField.tsx';
import { placeParameter } from './moveParameter.ts';
import styles from './ParameterPanel.module.css';
import { parameterTex, parameterText } from './parameterTex.ts';
import { useParameterFacts } from './useParameterFacts.ts';
import { useSliderRange } from './useSliderRange.ts';
import { useExperiment, useLab } from '../../state/useLab.ts';

interface ParameterEditorProps {
  readonly topology: Topology;
  readonly index: number;
}

const SLIDER_STEPS = 300;

const KernelPicture = lazy(() => import('./KernelPicture.tsx'));

/** One derivative of the error in this weight. */
function Fact({ tex, label, value }: { tex: string; label: string; value: number }) {
  return (
    <div className={styles.fact}>
      <dt>
        <Formula tex={tex} label={label} />
      </dt>
      <dd>{formatNumber(value)}</dd>
    </div>
  );
}

/** Changes one weight or bias by typing, arrow keys or slider. */
export function ParameterEditor({ topology, index }: ParameterEditorProps) {
  const lab = useLab();
  const value = useExperiment((state) => state.experiment.parameters[index] ?? 0);
  const { gradient, curvature } = useParameterFacts(index);
  const range = useSliderRange(value);
  const isKernel = parameterName(topology, index).source?.kernel !== undefined;
  const place = (next: number): void => placeParameter(lab, index, next);
  return (
    <div className={styles.editor}>
      <div className={styles.name}>
        <Formula tex={parameterTex(topology, index)} />
        <span className={styles.words}>{parameterText(topology, index)}</span>
      </div>
      <div className={styles.row}>
        <NumberField
          label="Value"
          value={value}
          step={0.05}
          min={-LIMITS.magnitude}
          max={LIMITS.magnitude}
          width={120}
          onCommit={place}
        />
        <Button onClick={() => place(0)} disabled={value === 0}>
          Set to 0
        </Button>
      </div>
      <SliderField
        label="Value"
        hideLabel
        value={value}
        min={-range}
        max={range}
        step={(2 * range) / SLIDER_STEPS}
        onChange={place}
        onCommit={lab.endGesture}
        format={() => `±${formatNumber(range)}`}
      />
      {isKernel && (
        <Suspense>
          <KernelPicture topology={topology} index={index} />
        </Suspense>
      )}
      <dl className={styles.facts}>
        <Fact tex="\partial E/\partial w" label="gradient entry" value={gradient} />
        <Fact tex="\partial^2 E/\partial w^2" label="diagonal entry of the Hessian" value={curvature} />
      </dl>
    </div>
  );
}
