import type { FollowingProps } from '../study.ts';
import { BlocksView } from './BlocksView.tsx';
import { MethodsView } from './MethodsView.tsx';
import { SolveControls } from './SolveControls.tsx';
import { StepsView } from './StepsView.tsx';

/** Systems with a curvature matrix: solved by every method, inverted in blocks, or used for a step. */
export default function SolveStudy(props: FollowingProps<'solve'>) {
  const { settings, onSettings } = props;
  return (
    <>
      <SolveControls settings={settings} onSettings={onSettings} />
      {settings.figure === 'methods' ? <MethodsView {...props} /> : null}
      {settings.figure === 'blocks' ? <BlocksView {...props} /> : null}
      {settings.figure === 'steps' ? <StepsView {...props} /> : null}
    </>
  );
}
