import type { ComponentType } from 'react';
import type { Cell, CellContents, CellKind } from '../../../engine/notebook/notebook.ts';

export interface CellProps<K extends CellKind> {
  readonly cell: Cell<K>;
  /** The notebook is being edited: settings of the cell itself are on show. */
  readonly editing: boolean;
  /** Changes what the cell holds; changes of one gesture are undone together. */
  readonly onChange: (content: Partial<CellContents[K]>, gesture?: string) => void;
}

/** One entry of the list of kinds. */
export interface CellKindEntry<K extends CellKind> {
  readonly label: string;
  /** One sentence for the person who chooses it. */
  readonly about: string;
  /** Whether it shows the experiment above it. */
  readonly needsExperiment: (content: CellContents[K]) => boolean;
  /** Height in pixels before it was seen once; 0: it is always there, being text. */
  readonly height: number;
  readonly Cell: ComponentType<CellProps<K>>;
}
