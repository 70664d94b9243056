import { Fragment } from 'react';
import type { Anatomy, Term } from '../../workers/protocol.ts';
import { Formula } from '../controls/Formula.tsx';
import { formatNumber } from '../controls/formatNumber.ts';
import tables from './tables.module.css';
import { texProduct } from './texNumber.ts';

/** c is a factor of every term where it is not 1. */
function factorsTex({ factors }: Term, c: number, N: number): string {
  const symbols = factors.map(({ symbol }) => symbol).join(String.raw`\,\allowbreak `);
  const numbers = texProduct(factors.map(({ value }) => value));
  return c === 1 ? `${symbols}=${numbers}` : String.raw`\tfrac1N\,${symbols}=\tfrac1{${N}}\times ${numbers}`;
}

const termsCounted = (count: number): string => `${count} smaller terms`;

/** The terms of an entry in one pattern and in all: they add up to the entry. */
export function TermsTable({ anatomy }: { readonly anatomy: Anatomy }) {
  const { terms, rest, decay, entry, pattern, patterns, c } = anatomy;
  const here = (patterns.gaussNewton[pattern] ?? NaN) + (patterns.residual[pattern] ?? NaN);
  const N = patterns.gaussNewton.length;
  return (
    <table className={tables.table}>
      <caption className="visually-hidden">The terms of this entry</caption>
      <thead>
        <tr>
          <th scope="col">term through</th>
          <th scope="col">pattern {pattern + 1}</th>
          <th scope="col">all {N}</th>
        </tr>
      </thead>
      <tbody>
        {terms.map((term) => (
          <Fragment key={term.name}>
            <tr>
              <th scope="row">
                <Formula tex={term.name} />
              </th>
              <td>{formatNumber(term.here)}</td>
              <td className={tables.value}>{formatNumber(term.sum)}</td>
            </tr>
            <tr className={tables.below}>
              <td colSpan={3}>
                <Formula tex={factorsTex(term, c, N)} />
              </td>
            </tr>
          </Fragment>
        ))}
        {rest.count === 0 ? null : (
          <tr>
            <th scope="row">{termsCounted(rest.count)}</th>
            <td>{formatNumber(rest.here)}</td>
            <td className={tables.value}>{formatNumber(rest.sum)}</td>
          </tr>
        )}
        {decay === 0 ? null : (
          <tr>
            <th scope="row">weight decay α</th>
            <td>—</td>
            <td className={tables.value}>{formatNumber(decay)}</td>
          </tr>
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{N === 1 ? 'entry' : 'together'}</th>
          <td>{formatNumber(here)}</td>
          <td className={tables.value}>{formatNumber(entry)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
