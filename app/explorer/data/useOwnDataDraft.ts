import { useState } from 'react';
import { reasonOf } from '../../../workers/asError.ts';

const MOST_MEGABYTES = 4;
const PASTED = 'Pasted data';

export interface OwnDataDraft {
  readonly isOpen: boolean;
  readonly text: string;
  readonly name: string;
  readonly targetColumns: number;
  /** Why a file could not be read. */
  readonly fileProblem: string | null;
  readonly open: () => void;
  readonly close: () => void;
  readonly setText: (text: string) => void;
  readonly setTargetColumns: (count: number) => void;
  /** Reads a file into the draft and opens it. */
  readonly takeFile: (file: File) => void;
}

async function textOf(file: File): Promise<string> {
  const megabytes = file.size / 2 ** 20;
  if (megabytes > MOST_MEGABYTES)
    throw new Error(`${file.name} has ${megabytes.toFixed(1)} MB: allowed up to ${MOST_MEGABYTES} MB`);
  return file.text();
}

/** Text on its way to become data; it stays when the dialog is closed or the text is wrong. */
export function useOwnDataDraft(): OwnDataDraft {
  const [isOpen, setIsOpen] = useState(false);
  const [text, setText] = useState('');
  const [name, setName] = useState(PASTED);
  const [targetColumns, setTargetColumns] = useState(1);
  const [fileProblem, setFileProblem] = useState<string | null>(null);
  return {
    isOpen,
    text,
    name,
    targetColumns,
    fileProblem,
    open: () => setIsOpen(true),
    close: () => setIsOpen(false),
    setText(next) {
      setText(next);
      setFileProblem(null);
      if (next.trim() === '') setName(PASTED);
    },
    setTargetColumns,
    takeFile(file) {
      setIsOpen(true);
      textOf(file).then(
        (content) => {
          setText(content);
          setName(file.name.replace(/\.(csv|tsv|txt)$/i, ''));
          setFileProblem(null);
        },
        (reason: unknown) => setFileProblem(reasonOf(reason)),
      );
    },
  };
}
