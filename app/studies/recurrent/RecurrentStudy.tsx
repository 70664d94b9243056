import { Message } from '../../controls/Message.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import styles from '../Models.module.css';
import type { StudyProps } from '../study.ts';
import { DerivativesView } from './DerivativesView.tsx';
import { RecurrentControls } from './RecurrentControls.tsx';
import { RecurrentWeights } from './RecurrentWeights.tsx';
import { settlesSentence, settlingSentence } from './recurrentWords.ts';
import { SettlingView } from './SettlingView.tsx';
import { EigenvalueView, GainView } from './StabilityView.tsx';
import { UnitsTable } from './UnitsTable.tsx';
import { useModel, useRecurrent } from './useRecurrent.ts';

const views = [
  { value: 'settling', label: 'Settling' },
  { value: 'stability', label: 'Stability' },
  { value: 'derivatives', label: 'Derivatives' },
] as const;

/** A recurrent network that settles: states over time, stability, gradient and Hv by relaxation. */
export default function RecurrentStudy(props: StudyProps<'recurrent'>) {
  const { settings, onSettings } = props;
  const { view, rate } = settings;
  const model = useModel(settings);
  const { result, busy, problem } = useRecurrent(settings, model);
  const pattern = Math.min(settings.pattern, (result?.patterns.length ?? 1) - 1);
  const choices = Array.from({ length: result?.patterns.length ?? 1 }, (_, p) => ({
    value: String(p),
    label: `Pattern ${p + 1}`,
  }));
  return (
    <>
      <RecurrentControls {...props} />
      {problem === null ? null : <Message tone="caution">{problem}</Message>}
      {result === null ? (
        <p className={styles.waiting}>settling…</p>
      ) : (
        <div className={styles.part} aria-busy={busy}>
          {result.patterns.every(({ status }) => status === 'settled') ? (
            <p className={styles.note}>{settlesSentence(result)}</p>
          ) : null}
          {result.patterns.map((one, p) =>
            one.status === 'settled' && one.radius < 1 ? null : (
              <Message key={p} tone="info">
                {settlingSentence(one, p + 1, rate)}
              </Message>
            ),
          )}
          <div className={styles.pair}>
            <RecurrentWeights {...props} reply={result} />
            <div className={styles.part}>
              <div className={styles.controls}>
                <Segmented
                  label="View"
                  value={view}
                  options={views}
                  onChange={(next) => onSettings({ view: next })}
                />
                {view === 'settling' && choices.length > 1 ? (
                  <Segmented
                    label="Pattern"
                    value={String(pattern)}
                    options={choices}
                    onChange={(next) => onSettings({ pattern: Number(next) })}
                  />
                ) : null}
              </div>
              {view === 'settling' ? <SettlingView {...props} reply={result} pattern={pattern} /> : null}
              {view === 'stability' ? <EigenvalueView reply={result} rate={rate} /> : null}
              {view === 'derivatives' ? <DerivativesView reply={result} model={model} /> : null}
            </div>
          </div>
          {view === 'settling' ? <UnitsTable reply={result} pattern={pattern} /> : null}
          {view === 'stability' ? <GainView model={model} /> : null}
        </div>
      )}
    </>
  );
}
