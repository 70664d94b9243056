import { CopyLink } from '../sharing/CopyLink.tsx';
import { notify } from '../state/notices.ts';
import { notebookToSave } from './document.ts';
import { downloadNotebook } from './keeping/file.ts';
import { notebookLink } from './keeping/link.ts';
import { type OnPage, useNotebook } from './useNotebook.ts';

export function download(on: OnPage): void {
  notify({ tone: 'info', text: `Downloaded ${downloadNotebook(notebookToSave(on))}` });
}

/** Copies a link that holds the whole notebook. */
export function CopyNotebookLink() {
  const on = useNotebook();
  const makeFragment = async (): Promise<string> => {
    const link = notebookLink(notebookToSave(on));
    if (link.kind === 'too-long') throw new Error(link.message);
    return link.fragment;
  };
  return <CopyLink what="notebook" makeFragment={makeFragment} onDownload={() => download(on)} />;
}
