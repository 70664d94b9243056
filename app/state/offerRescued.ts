import { downloadText } from '../sharing/file.ts';
import { notify } from './notices.ts';

/** Says that saved work could not be read, and hands out its text. */
export function offerRescued(message: string, text: string): void {
  notify({
    tone: 'caution',
    text: `Your saved work could not be opened (${message}). Its text is kept.`,
    action: { label: 'Download it', run: () => void downloadText('rescued.hessian.json', text) },
  });
}
