import { create } from 'zustand';
import { notify } from '../state/notices.ts';

const load = () => import('./layers.ts');

type Layers = Awaited<ReturnType<typeof load>>;

const useLoaded = create<{ readonly layers: Layers | null }>()(() => ({ layers: null }));

const keep = (layers: Layers): void => useLoaded.setState({ layers });

// a button that is pressed before, or after this failed, asks again
load().then(keep, () => undefined);

/** Fetches what floats, unless it is there. */
export function wantLayers(): void {
  if (useLoaded.getState().layers !== null) return;
  load().then(keep, () =>
    notify({ tone: 'caution', text: 'This menu could not be loaded: try again when you are online.' }),
  );
}

/** Null until the code of what floats is there. */
export const useLayers = (): Layers | null => useLoaded((state) => state.layers);
