import { parameterName } from '../../../engine/network/parameterNames.ts';
import { Card } from '../../controls/Card.tsx';
import { formatCount } from '../../controls/formatCount.ts';
import { ParameterEditor } from './ParameterEditor.tsx';
import styles from './ParameterPanel.module.css';
import { useTopology } from './useTopology.ts';
import { useSelection } from '../../state/useLab.ts';

/** The selected weight or bias: its value, and how the error bends there. */
export function ParameterPanel() {
  const topology = useTopology();
  const selected = useSelection((state) => state.parameter);
  if (selected === null || selected >= topology.W)
    return (
      <Card title="Weight">
        <p className={styles.empty}>Click a weight in the network, or press Tab and use the arrow keys.</p>
      </Card>
    );
  const isBias = parameterName(topology, selected).source === null;
  return (
    <Card
      title={isBias ? 'Bias' : 'Weight'}
      aside={`${formatCount(selected + 1)} of ${formatCount(topology.W)}`}
    >
      <ParameterEditor key={selected} topology={topology} index={selected} />
    </Card>
  );
}
