import { MatricesPanel } from '../../explorer/matrices/MatricesPanel.tsx';
import { Frame } from './Frame.tsx';

/** The gallery of the experiment's matrices. */
export function MatricesCell() {
  return (
    <Frame label="Matrices">
      <MatricesPanel />
    </Frame>
  );
}
