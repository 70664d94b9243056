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
  const makeFragment = (): Promise<string> => {
    const link = notebookLink(notebookToSave(on));
    return link.kind === 'link' ? Promise.resolve(link.fragment) : Promise.reject(new Error(link.message));
  };
  return <CopyLink what="notebook" makeFragment={makeFragment} onDownload={() => download(on)} />;
}
