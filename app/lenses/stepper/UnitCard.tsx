import { formatNumber } from '../../controls/formatNumber.ts';
import { CARD, type PlacedCard } from './cardLayout.ts';
import { type Known, type UnitQuantity, unitRows } from './known.ts';
import type { Place } from './places.ts';
import styles from './NetworkStage.module.css';

const letters = { a: 'a', z: 'z', delta: 'δ' } as const;

export interface UnitCardProps {
  readonly card: PlacedCard;
  readonly place: Place;
  readonly known: Known;
  readonly step: number;
  readonly role: 'current' | 'used' | 'other';
}

const letterOf = (quantity: 'a' | 'z' | 'delta', { layer, isOutput }: Place): string =>
  quantity !== 'z' ? letters[quantity] : layer < 0 ? 'x' : isOutput ? 'y' : 'z';

/** Zeros behind the point take the place of digits. */
const shortText = (value: number): string => formatNumber(value, Math.abs(value) < 0.01 ? 2 : 3);

/** One number of a unit: blank until it is known. The one that has just become known is marked. */
function Value({
  x,
  y,
  text,
  isNew,
}: {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly isNew: boolean;
}) {
  return (
    <>
      {isNew ? <rect className={styles.new} x={x - 56} y={y - 11.5} width={59} height={15} rx={3} /> : null}
      <text className={isNew ? styles.newValue : styles.value} x={x} y={y}>
        {text}
      </text>
    </>
  );
}

/** A unit with what is known of it: a, z, δ, and how each changes along v. */
export function UnitCard({ card, place, known, step, role }: UnitCardProps) {
  const rows = place.layer < 0 ? unitRows.filter(([quantity]) => quantity === 'z') : unitRows;
  const textOf = (quantity: UnitQuantity): string => {
    const from = known.from(quantity, card.unit);
    return from === Infinity ? '–' : from <= step ? shortText(known.value(quantity, card.unit)) : '';
  };
  return (
    <g transform={`translate(${card.x} ${card.y})`}>
      <rect className={styles.card} data-role={role} width={CARD.width} height={card.height} rx={6} />
      {rows.map(([plain, changed], row) => {
        const y = 16 + 15 * row;
        const isNew = (quantity: UnitQuantity): boolean =>
          step > 0 && known.from(quantity, card.unit) === step;
        return (
          <g key={plain}>
            <text className={styles.letter} x={8} y={y}>
              {letterOf(plain, place)}
              <tspan className={styles.index} dy={3}>
                {place.j + 1}
              </tspan>
            </text>
            <Value x={82} y={y} text={textOf(plain)} isNew={isNew(plain)} />
            <Value x={142} y={y} text={textOf(changed)} isNew={isNew(changed)} />
          </g>
        );
      })}
    </g>
  );
}
