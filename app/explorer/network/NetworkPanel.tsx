import { Card } from '../../controls/Card.tsx';
import { formatCount } from '../../controls/formatCount.ts';
import { LayerHeaders, LayerShapes } from './LayerHeaders.tsx';
import { NetworkControls } from './NetworkControls.tsx';
import { NetworkGraph } from './NetworkGraph.tsx';
import { useTopology } from './useTopology.ts';

export function NetworkPanel() {
  const topology = useTopology();
  return (
    <Card title="Network" aside={`W = ${formatCount(topology.W)}`}>
      <LayerHeaders topology={topology} />
      <NetworkGraph topology={topology} />
      <LayerShapes topology={topology} />
      <NetworkControls />
    </Card>
  );
}
