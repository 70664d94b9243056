import { Card } from '../../controls/Card.tsx';
import { Formula } from '../../controls/Formula.tsx';
import { lastTaken, phaseTexts } from './phases.ts';
import { placeText } from './places.ts';
import { ruleOf } from './symbols.ts';
import styles from './StepEquation.module.css';
import type { Traced } from './useTrace.ts';
import { entriesLeft, withNumbers } from './withNumbers.ts';

export interface StepEquationProps {
  readonly traced: Traced;
  readonly step: number;
}

/** The rule of the step taken last, in symbols and with this network's numbers. */
export function StepEquation({ traced, step }: StepEquationProps) {
  const { trace, places, known, topology, request } = traced;
  const taken = lastTaken(trace, step);
  const place = taken === null ? undefined : places[taken.unit];
  if (taken === null || place === undefined)
    return (
      <Card title="Before the first step" aside="PRML 5.97">
        <div className={styles.equation}>
          <p className={styles.about}>
            Known so far: the inputs x, the weights w and the direction v. R{'{·}'} is the derivative along v;
            inputs do not change with w, so theirs is 0.
          </p>
          <Formula
            tex={String.raw`\mathcal R\{\cdot\}=\mathbf v^{\mathsf T}\nabla,\qquad \mathcal R\{\mathbf w\}=\mathbf v`}
            breaks
          />
        </div>
      </Card>
    );
  const left = entriesLeft(taken);
  const { tex, section } = ruleOf(taken, { place, loss: request.problem.loss.kind });
  return (
    <Card
      title={`Step ${step}: ${phaseTexts[taken.phase].label}, ${placeText(place)}`}
      aside={<span className={styles.section}>{section}</span>}
    >
      <div className={styles.equation}>
        <p className={styles.about}>{phaseTexts[taken.phase].about}</p>
        <Formula tex={tex} breaks />
        {withNumbers(taken, place, known, topology).map((line) => (
          <div key={line} className={styles.numbers}>
            <Formula tex={line} breaks />
          </div>
        ))}
        {left > 0 ? <p className={styles.note}>and {left} more, in the table of the product</p> : null}
      </div>
    </Card>
  );
}
