import { counted } from '../../controls/counted.ts';
import { formatCount } from '../../controls/formatCount.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import type { Agreement } from './rerun.ts';

/** What a rerun says of the run on show: one sentence, honest about what it is. */
export function agreementNote(agreement: Agreement): string {
  switch (agreement.kind) {
    case 'same':
      return 'This run was not recorded here, so it was made again from its start: it meets these weights to the last bit.';
    case 'rounded':
      return `This run was not recorded here, so it was made again from its start: it meets these weights but for rounding, which differs between machines (${formatNumber(agreement.difference, 2)} of their size).`;
    case 'ended':
      return `This run was not recorded here. Made again, it keeps to the error curve up to step ${formatCount(agreement.after)}, from where no step lowers the error any further on this machine. Shown are the steps up to there and the present one.`;
    case 'parted':
      return agreement.after <= 0
        ? 'This run was not recorded here, and making it again leads elsewhere: its settings or weights were changed on the way. Only ends of it are shown, not the way between.'
        : `This run was not recorded here. Made again, it keeps to the error curve up to step ${formatCount(agreement.after)} and then leads elsewhere: settings or weights were changed there. Shown are the steps up to there and the present one.`;
  }
}

/** Why not every point is computed, and how long one takes. */
export function longNote(known: number, of: number, milliseconds: number, W: number): string {
  return `${known} of ${counted(of, 'point')} are shown: with W = ${formatCount(W)} each takes about ${formatNumber(milliseconds / 1000, 2)} s.`;
}
