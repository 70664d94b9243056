import { Plus, X } from 'lucide-react';
import type { Topology } from '../../../engine/network/topology.ts';
import { Button } from '../../controls/Button.tsx';
import { Formula } from '../../controls/Formula.tsx';
import { formatNumber } from '../../controls/formatNumber.ts';
import { IconButton } from '../../controls/IconButton.tsx';
import { SliderField } from '../../controls/SliderField.tsx';
import { placeParameter } from '../../explorer/network/moveParameter.ts';
import { parameterTex, parameterText } from '../../explorer/network/parameterTex.ts';
import { useSliderRange } from '../../explorer/network/useSliderRange.ts';
import { useTopology } from '../../explorer/network/useTopology.ts';
import { useExperiment, useLab, useSelection } from '../../state/useLab.ts';
import type { CellProps } from './cell.ts';
import styles from './ControlsCell.module.css';
import { Frame } from './Frame.tsx';

const SLIDER_STEPS = 300;

function ParameterSlider({ topology, index }: { readonly topology: Topology; readonly index: number }) {
  const lab = useLab();
  const value = useExperiment((state) => state.experiment.parameters[index] ?? 0);
  const range = useSliderRange(value);
  const name = parameterText(topology, index);
  return (
    <div className={styles.slider}>
      <Formula tex={parameterTex(topology, index)} label={name} />
      <SliderField
        label={name}
        hideLabel
        value={value}
        min={-range}
        max={range}
        step={(2 * range) / SLIDER_STEPS}
        onChange={(next) => placeParameter(lab, index, next)}
        onCommit={lab.endGesture}
        format={(shown) => formatNumber(shown)}
      />
    </div>
  );
}

/** Sliders for some of the experiment's parameters. */
export function ControlsCell({ cell: { parameters }, editing, onChange }: CellProps<'controls'>) {
  const topology = useTopology();
  const selected = useSelection((state) => state.parameter);
  const there = parameters.filter((index) => index < topology.W);
  const canAdd = selected !== null && selected < topology.W && !parameters.includes(selected);
  return (
    <Frame label="Sliders">
      {there.length === 0 ? (
        <p className={styles.empty}>No sliders yet: select a weight in the network, then add it here.</p>
      ) : null}
      <div className={styles.sliders}>
        {there.map((index) => (
          <div key={index} className={styles.row}>
            <ParameterSlider topology={topology} index={index} />
            {editing ? (
              <IconButton
                label={`Remove the slider of the ${parameterText(topology, index)}`}
                icon={<X size={14} />}
                tone="quiet"
                onClick={() => onChange({ parameters: parameters.filter((other) => other !== index) })}
              />
            ) : null}
          </div>
        ))}
      </div>
      {editing || there.length === 0 ? (
        <Button
          disabled={!canAdd}
          onClick={() => {
            if (selected !== null) onChange({ parameters: [...parameters, selected] });
          }}
        >
          <Plus size={14} /> Add the selected weight
        </Button>
      ) : null}
    </Frame>
  );
}
