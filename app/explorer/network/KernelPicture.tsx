import { useMemo, type PointerEvent } from 'react';
import type { Topology } from '../../../engine/network/topology.ts';
import { Kernels } from './ImageParts.tsx';
import { cellOf, kernelAt } from './kernels.ts';
import styles from './ParameterPanel.module.css';
import { scaleOf } from './weightScale.ts';
import { useExperiment, useLab } from '../../state/useLab.ts';

const SIDE = 84;

interface KernelPictureProps {
  readonly topology: Topology;
  /** A weight of a kernel. */
  readonly index: number;
}

/** The kernel around the selected weight, and how often each of its weights is used. */
export default function KernelPicture({ topology, index }: KernelPictureProps) {
  const lab = useLab();
  const scale = useExperiment((state) => scaleOf(state.experiment.parameters));
  const kernel = useMemo(() => kernelAt(topology, index, SIDE), [topology, index]);
  if (kernel === null) return null;
  const [, height = 1, width = 1] = topology.layers[kernel.layer]?.shape ?? [];
  const onPointerDown = (event: PointerEvent): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const at = (offset: number, length: number): number =>
      Math.min(kernel.side - 1, Math.max(0, Math.floor((offset / length) * kernel.side)));
    const row = at(event.clientY - box.top, box.height);
    const column = at(event.clientX - box.left, box.width);
    lab.selection.setState({ parameter: kernel.first + row * kernel.side + column });
  };
  return (
    <div className={styles.kernel}>
      <svg width={SIDE} height={SIDE} aria-hidden onPointerDown={onPointerDown}>
        <Kernels kernels={[kernel]} scale={scale} />
        <rect className={styles.cell} {...cellOf(kernel, index - kernel.first)} />
      </svg>
      <p className={styles.words}>
        The same weight at {height} × {width} positions of every image: derivatives are sums over all of them.
      </p>
    </div>
  );
}
