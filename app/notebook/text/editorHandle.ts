import type { FormatId } from './format.ts';

export interface EditorOptions {
  readonly value: string;
  /** Read aloud for the field. */
  readonly label: string;
  readonly placeholder: string;
  /** Characters; what would be more is not taken. */
  readonly longest: number;
  /** Where the cursor begins: at the beginning, unless said. */
  readonly selection?: readonly [number, number];
  readonly onChange: (value: string) => void;
  readonly onDone: () => void;
}

/** An editor on the page, of either kind. */
export interface EditorHandle {
  /** Takes over a text that was changed elsewhere; the cursor stays in what is alike. */
  readonly setValue: (text: string) => void;
  readonly format: (id: FormatId) => void;
  readonly focus: () => void;
  readonly destroy: () => void;
}
