import { ErrorBoundary } from 'react-error-boundary';
import { Dialog } from '../controls/Dialog.tsx';
import { Message } from '../controls/Message.tsx';
import styles from './Figure.module.css';
import type { FigureProps } from './figureProps.ts';
import { PlottedFigure } from './PlottedFigure.tsx';

/** A figure as large as the window allows, to be zoomed into. */
export default function EnlargedFigure({
  onClose,
  ...props
}: FigureProps & { readonly onClose: () => void }) {
  return (
    <Dialog open wide title="Figure" onClose={onClose}>
      <ErrorBoundary
        fallback={
          <Message tone="caution">
            The large view could not be drawn. The figure on the page still follows your changes.
          </Message>
        }
      >
        <div className={styles.large}>
          <PlottedFigure {...props} />
        </div>
      </ErrorBoundary>
      <p className={styles.says}>{props.label} Drag to zoom into a part, double-click to see all again.</p>
    </Dialog>
  );
}
