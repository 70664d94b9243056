import { useRef } from 'react';
import { activationOf } from '../../../engine/activations/index.ts';
import type { Topology } from '../../../engine/network/topology.ts';
import { counted } from '../../controls/counted.ts';
import { Popover } from '../../controls/Popover.tsx';
import { GRAPH } from './columns.ts';
import styles from './LayerHeaders.module.css';
import { LayerSettings } from './LayerSettings.tsx';

/** With more layers than this the headers are set smaller. */
const ROOMY = 4;

interface LayerHeadersProps {
  readonly topology: Topology;
}

/** Above each column its activation: a button that opens the layer's settings. */
export function LayerHeaders({ topology }: LayerHeadersProps) {
  const { layers } = topology;
  const headers = useRef<HTMLDivElement>(null);
  /** The output layer's header stays: the focus goes there. */
  const focusOutput = (): void =>
    headers.current?.querySelector<HTMLElement>(':scope > :last-child > button')?.focus();
  const step = (GRAPH.width - 2 * GRAPH.side) / layers.length;
  const place = (column: number) => ({
    left: `${(100 * (GRAPH.side + column * step)) / GRAPH.width}%`,
    maxWidth: `${(100 * Math.min(step, 2.4 * GRAPH.side)) / GRAPH.width}%`,
  });
  return (
    <div
      className={layers.length > ROOMY ? `${styles.headers} ${styles.narrow}` : styles.headers}
      ref={headers}
    >
      <span className={styles.header} style={place(0)}>
        inputs
      </span>
      {layers.map(({ spec, index, units }) => {
        const { label } = activationOf(spec.activation);
        return (
          <span key={spec.name} className={styles.header} style={place(index + 1)}>
            <Popover
              label={`${spec.name}: ${counted(units, 'unit')}, ${label}`}
              side="top"
              trigger={<span className={styles.name}>{label}</span>}
            >
              <LayerSettings layer={spec} isOutput={index === layers.length - 1} onRemoved={focusOutput} />
            </Popover>
          </span>
        );
      })}
    </div>
  );
}
