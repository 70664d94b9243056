import { notify } from './notices.ts';

function download(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'rescued.hessian.json';
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** Says that saved work could not be read, and hands out its text. */
export function offerRescued(message: string, text: string): void {
  notify({
    tone: 'caution',
    text: `Your saved work could not be opened (${message}). Its text is kept.`,
    action: { label: 'Download it', run: () => download(text) },
  });
}
