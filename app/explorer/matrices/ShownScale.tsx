import { useTheme } from '../../theme/theme.ts';
import { ColourBar } from './ColourBar.tsx';
import { sharedHalfWidth } from './halfWidths.ts';
import { useRestedResults } from './restedResults.ts';
import { useExperiment } from '../../state/useLab.ts';

/** The colour bar of the matrices on show. */
export function ShownScale() {
  const { snapshot } = useRestedResults();
  const { matrices, scale, transfer } = useExperiment((state) => state.experiment.view);
  const theme = useTheme((state) => state.theme);
  const shared = snapshot === null ? 0 : sharedHalfWidth(snapshot.value.matrices, matrices);
  return <ColourBar theme={theme} transfer={transfer} largest={scale === 'each' ? null : shared} />;
}
