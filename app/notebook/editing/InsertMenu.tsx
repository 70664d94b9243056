import { Plus } from 'lucide-react';
import type { CellKind } from '../../../engine/notebook/notebook.ts';
import { lensIds } from '../../../engine/experiment/lenses.ts';
import { studyIds } from '../../../engine/notebook/studies/index.ts';
import { Menu } from '../../controls/Menu.tsx';
import { lenses } from '../../lenses/index.ts';
import { studies } from '../../studies/index.ts';
import { cellKinds } from '../cells/index.ts';
import { useNotebook } from '../useNotebook.ts';
import { insert, insertLens, insertStudy } from './actions.ts';
import styles from './InsertMenu.module.css';

const kinds = (Object.keys(cellKinds) as CellKind[]).filter((kind) => kind !== 'lens' && kind !== 'study');

export interface InsertMenuProps {
  readonly at: number;
  readonly label: string;
  readonly id?: string;
}

/** A place between two cells where another can come. */
export function InsertMenu({ at, label, id }: InsertMenuProps) {
  const on = useNotebook();
  const groups = [
    kinds.map((kind) => ({
      label: cellKinds[kind].label,
      icon: null,
      run: () => insert(on, kind, at),
    })),
    lensIds.map((lens) => ({
      label: lenses[lens].label,
      icon: null,
      run: () => insertLens(on, lens, at),
    })),
    studyIds.map((study) => ({
      label: studies[study].label,
      icon: null,
      run: () => insertStudy(on, study, at),
    })),
  ];
  return (
    <div className={styles.place} id={id}>
      <Menu label={label} icon={<Plus size={14} />} groups={groups} />
    </div>
  );
}
