import { memo } from 'react';
import { type Column, drawnRows, isImage } from './columns.ts';
import styles from './ImageParts.module.css';
import { cellOf, type Kernel } from './kernels.ts';
import type { Link } from './links.ts';
import { tileOf } from './ports.ts';
import { signOf, strengthOf } from './weightScale.ts';
import { useExperiment } from '../../state/useLab.ts';

/** Pixels smaller than this get no lines between them. */
const SMALLEST = 2.2;

/** Lines between the pixels of a tile. */
function gridPath(column: Column, channel: number): string {
  const { x, y, width, height } = tileOf(column, channel);
  const [, rows = 1, columns = 1] = column.shape;
  const cell = width / columns;
  if (cell < SMALLEST) return '';
  const across = Array.from({ length: rows - 1 }, (_, row) => `M${x} ${y + (row + 1) * cell}h${width}`);
  const down = Array.from({ length: columns - 1 }, (_, at) => `M${x + (at + 1) * cell} ${y}v${height}`);
  return [...across, ...down].join('');
}

/** Every channel of an image as a tile of its pixels. */
export const Tiles = memo(function Tiles({ columns }: { readonly columns: readonly Column[] }) {
  return columns.filter(isImage).flatMap((column) =>
    drawnRows(column).map((channel) => (
      <g key={`${column.layer}-${channel}`}>
        <rect className={styles.tile} {...tileOf(column, channel)} rx={1.5} />
        <path className={styles.pixels} d={gridPath(column, channel)} />
      </g>
    )),
  );
});

/** Connections without weights of their own. */
export const Links = memo(function Links({ links }: { readonly links: readonly Link[] }) {
  return links.map(({ key, kind, path }) => <path key={key} className={styles[kind]} d={path} />);
});

interface CellProps {
  readonly kernel: Kernel;
  readonly at: number;
  readonly scale: number;
}

/** One weight of a kernel: its colour is the sign, its depth the size. */
const Cell = memo(function Cell({ kernel, at, scale }: CellProps) {
  const strength = useExperiment((state) =>
    strengthOf(state.experiment.parameters[kernel.first + at] ?? 0, scale),
  );
  return (
    <rect className={styles[signOf(strength)]} {...cellOf(kernel, at)} fillOpacity={Math.abs(strength)} />
  );
});

/** Every kernel between channels that are drawn. */
export const Kernels = memo(function Kernels({
  kernels,
  scale,
}: {
  readonly kernels: readonly Kernel[];
  readonly scale: number;
}) {
  return kernels.map((kernel) => {
    const { x, y, width, height } = kernel;
    return (
      <g key={kernel.first}>
        <rect className={styles.ground} x={x} y={y} width={width} height={height} />
        {Array.from({ length: kernel.side * kernel.side }, (_, at) => (
          <Cell key={at} kernel={kernel} at={at} scale={scale} />
        ))}
        <rect className={styles.frame} x={x} y={y} width={width} height={height} rx={1} />
      </g>
    );
  });
});
