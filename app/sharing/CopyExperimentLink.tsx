import { useEffect } from 'react';
import { documentToSave } from '../state/documentToSave.ts';
import { explorer } from '../state/lab.ts';
import { CopyLink } from './CopyLink.tsx';
import { downloadExperiment } from './openAndSave.ts';

/** The codec comes after the first picture, and before anybody can press the button. */
const loadCodec = () => import('./link.ts');

const makeFragment = async (): Promise<string> => (await loadCodec()).encodeLink(documentToSave(explorer));

/** Copies a link that holds the whole experiment of the explorer. */
export function CopyExperimentLink({ compact = false }: { readonly compact?: boolean }) {
  useEffect(() => void loadCodec(), []);
  return (
    <CopyLink
      what="experiment"
      makeFragment={makeFragment}
      onDownload={downloadExperiment}
      compact={compact}
    />
  );
}
