import { useMemo } from 'react';
import type { Shape } from '../../../engine/layers/layer.ts';
import { batchFor } from '../../state/batch.ts';
import { pictureSize } from './galleryLayout.ts';
import styles from './ImageGallery.module.css';
import { toneRange } from './picturePixels.ts';
import { Pictures } from './Pictures.tsx';
import { useExperiment } from '../../state/useLab.ts';

const HEIGHT = 84;
const WIDEST = 200;

interface LargePictureProps {
  readonly shape: Shape;
  readonly point: number;
}

/** The selected pattern at a size at which its pixels are seen. */
export function LargePicture({ shape, point }: LargePictureProps) {
  const data = useExperiment((state) => state.experiment.data);
  const { inputs } = batchFor(data);
  const count = shape.reduce((product, side) => product * side, 1);
  const own = useMemo(() => inputs.slice(point * count, (point + 1) * count), [inputs, point, count]);
  const range = useMemo(() => toneRange(inputs), [inputs]);
  const layout = useMemo(() => {
    const size = pictureSize(shape);
    const scale = Math.min(HEIGHT / size.height, WIDEST / size.width);
    const [width, height] = [scale * size.width, scale * size.height];
    return { columns: 1, rows: 1, width, height, across: width, down: height, margin: 0 };
  }, [shape]);
  return (
    <span className={styles.large} role="img" aria-label={`Pattern ${point + 1}, ${shape.join(' × ')}`}>
      <Pictures
        inputs={own}
        shape={shape}
        layout={layout}
        range={range}
        width={layout.width}
        height={layout.height}
      />
    </span>
  );
}
