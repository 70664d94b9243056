import { useRef } from 'react';
import type { CSSProperties } from 'react';
import { activationOf } from '../../../engine/activations/index.ts';
import type { LayerKindName, LayerSpec } from '../../../engine/experiment/problem.ts';
import { layerKindOf } from '../../../engine/layers/index.ts';
import type { Layer } from '../../../engine/layers/layer.ts';
import type { Topology } from '../../../engine/network/topology.ts';
import { counted } from '../../controls/counted.ts';
import { Popover } from '../../controls/Popover.tsx';
import { shapeText } from '../../state/edits/places.ts';
import { columnPlaces, GRAPH, hasImages } from './columnPlaces.ts';
import styles from './LayerHeaders.module.css';
import { LayerSettings } from './popovers.ts';

/** With more layers than this the headers are set smaller. */
const ROOMY = 4;

/** What a kind is called where there is little room; dense layers go without saying. */
const SHORT: Readonly<Record<LayerKindName, string>> = {
  dense: '',
  conv2d: 'conv',
  'average-pool': 'avg pool',
  'max-pool': 'max pool',
  add: 'add',
};

/** `tanh`, `conv tanh`, `max pool` */
function headerText({ kind, activation }: LayerSpec): string {
  const { label } = activationOf(activation);
  const short = SHORT[kind];
  if (short === '') return label;
  return activation === 'identity' ? short : `${short} ${label}`;
}

/** `hidden1: 6 units, tanh`, `conv1: 2 × 4 × 4, convolution, tanh` */
function headerName({ spec, shape, units }: Layer): string {
  const { label } = activationOf(spec.activation);
  if (spec.kind === 'dense') return `${spec.name}: ${counted(units, 'unit')}, ${label}`;
  return `${spec.name}: ${shapeText(shape)}, ${layerKindOf(spec).label.toLowerCase()}, ${label}`;
}

/** Where each column's text stands, and how wide it may be. */
function headerPlaces(topology: Topology): readonly CSSProperties[] {
  const places = columnPlaces(topology);
  return places.map((x, index) => {
    const step = Math.min(x - (places[index - 1] ?? -Infinity), (places[index + 1] ?? Infinity) - x);
    return {
      left: `${(100 * x) / GRAPH.width}%`,
      maxWidth: `${(100 * Math.min(step, 2.4 * GRAPH.side)) / GRAPH.width}%`,
    };
  });
}

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
  const places = headerPlaces(topology);
  return (
    <div
      className={`${styles.headers} ${layers.length > ROOMY ? styles.narrow : ''} ${hasImages(topology) ? styles.wrapped : ''}`}
      ref={headers}
    >
      <span className={styles.header} style={places[0]}>
        inputs
      </span>
      {layers.map((layer) => (
        <span key={layer.spec.name} className={styles.header} style={places[layer.index + 1]}>
          <Popover
            label={headerName(layer)}
            side="top"
            trigger={<span className={styles.name}>{headerText(layer.spec)}</span>}
          >
            <LayerSettings
              layer={layer}
              isOutput={layer.index === layers.length - 1}
              onRemoved={focusOutput}
            />
          </Popover>
        </span>
      ))}
    </div>
  );
}

/** Below each column the shape of what comes out of it, where images are about. */
export function LayerShapes({ topology }: LayerHeadersProps) {
  if (!hasImages(topology)) return null;
  const places = headerPlaces(topology);
  const input = topology.layers.flatMap(({ sources }) => sources).find(({ layer }) => layer < 0);
  const shapes = [input?.shape ?? [topology.inputUnits], ...topology.layers.map(({ shape }) => shape)];
  return (
    <p className={shapes.length > ROOMY ? `${styles.shapes} ${styles.narrow}` : styles.shapes}>
      <span className="visually-hidden">Shapes: {shapes.map(shapeText).join(' → ')}</span>
      {shapes.map((shape, index) => (
        <span key={index} className={styles.shape} style={places[index]} aria-hidden>
          {shape.map((side, at) => (
            <span key={at}>
              {at === 0 ? (
                side
              ) : (
                <>
                  ×<wbr />
                  {side}
                </>
              )}
            </span>
          ))}
        </span>
      ))}
    </p>
  );
}
