import { Fragment } from 'react';
import { type MatrixId, matrixIds, matrixOf } from '../../engine/curvature/index.ts';
import type { Anatomy } from '../../workers/protocol.ts';
import { formatNumber } from '../controls/formatNumber.ts';
import { type EntryPlace, kept } from './kept.ts';
import tables from './tables.module.css';

interface KeptTableProps {
  readonly anatomy: Anatomy;
  readonly place: EntryPlace;
  /** This entry in the matrices on show. */
  readonly values: Partial<Record<MatrixId, number>>;
}

/** What each matrix on show makes of this entry, what it keeps of its terms, and what that costs here. */
export function KeptTable({ anatomy, place, values }: KeptTableProps) {
  const exact = values.exact ?? anatomy.entry;
  const { value, step } = anatomy.difference;
  return (
    <table className={tables.table}>
      <caption className="visually-hidden">This entry in every matrix on show, and what each keeps</caption>
      <thead>
        <tr>
          <th scope="col">matrix</th>
          <th scope="col">value</th>
          <th scope="col">from exact</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">finite difference</th>
          <td className={tables.value}>{formatNumber(value)}</td>
          <td className={tables.difference}>{formatNumber(value - anatomy.entry, 3)}</td>
        </tr>
        <tr className={tables.below}>
          <td colSpan={3}>
            a check of the terms: the gradient at <i>w</i> ± ε, ε = {formatNumber(step, 3)} (PRML 5.91)
          </td>
        </tr>
        {matrixIds.map((id) => {
          const own = values[id];
          if (own === undefined) return null;
          const compared = id !== 'exact' && matrixOf(id).role !== 'part';
          return (
            <Fragment key={id}>
              <tr>
                <th scope="row">{matrixOf(id).label}</th>
                <td className={tables.value}>{formatNumber(own)}</td>
                <td className={tables.difference}>{compared ? formatNumber(own - exact, 3) : '—'}</td>
              </tr>
              <tr className={tables.below}>
                <td colSpan={3}>{kept[id](place)}</td>
              </tr>
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}
