import { useState } from 'react';
import type { LensSettings } from '../../../engine/experiment/lenses.ts';
import { Frame } from './Frame.tsx';
import { LensFigure } from './LensCell.tsx';

const SPECTRA: LensSettings['differences'] = { figure: 'spectra' };

/** The eigenvalues of the matrices on show; what is looked at in it is not kept. */
export function SpectrumCell() {
  const [settings, setSettings] = useState(SPECTRA);
  return (
    <Frame label="Spectrum">
      <LensFigure
        lens="differences"
        settings={settings}
        onSettings={(change) => setSettings((before) => ({ ...before, ...change }))}
      />
    </Frame>
  );
}
