import type { Experiment } from '../../engine/experiment/document.ts';
import { asError, isSuperseded } from '../../workers/asError.ts';
import type { Lab } from '../state/lab.ts';
import type { Computed, ResultsState } from '../state/results.ts';
import { sameParts } from './problemOf.ts';

/** One kind of result that follows the document. */
export interface Followed<T> {
  /** Everything the result depends on, compared by identity. */
  readonly inputs: (experiment: Experiment) => readonly unknown[];
  readonly ask: (experiment: Experiment) => Promise<T>;
  readonly shown: () => Computed<T> | null;
  readonly show: (computed: Computed<T>) => void;
  readonly failed: (reason: Error) => void;
}

export interface Follower {
  /** Asks for the result of this document, unless it was asked for already. */
  follow(experiment: Experiment): void;
  /** A document with the same inputs as the result on show takes the result over. */
  rename(experiment: Experiment): void;
  /** The next `follow` asks again. */
  forget(): void;
  /** Whether an answer is still to come. */
  isBehind(): boolean;
}

/** Keeps one result in step with the document; a reply older than what is on show is dropped. */
export function createFollower<T>({ inputs, ask, shown, show, failed }: Followed<T>): Follower {
  let newest: Experiment | null = null;
  let asked: readonly unknown[] | null = null;
  let sent = 0;
  let answered = 0;

  function receive(number: number, experiment: Experiment, act: (experiment: Experiment) => void): void {
    if (number <= answered) return;
    answered = number;
    const renamed = newest !== null && sameParts(inputs(experiment), inputs(newest));
    act(renamed && newest !== null ? newest : experiment);
  }

  return {
    follow(experiment) {
      newest = experiment;
      const needed = inputs(experiment);
      if (asked !== null && sameParts(asked, needed)) return;
      asked = needed;
      sent += 1;
      const number = sent;
      ask(experiment).then(
        (value) => receive(number, experiment, (key) => show({ experiment: key, value })),
        (thrown: unknown) => {
          const reason = asError(thrown);
          if (!isSuperseded(reason)) receive(number, experiment, () => failed(reason));
        },
      );
    },
    rename(experiment) {
      newest = experiment;
      const result = shown();
      if (result === null || result.experiment === experiment) return;
      if (sameParts(inputs(result.experiment), inputs(experiment))) show({ experiment, value: result.value });
    },
    forget() {
      asked = null;
    },
    isBehind: () => answered < sent,
  };
}

/** Puts a result on show. */
export const showing =
  <K extends 'snapshot' | 'spectra' | 'fit' | 'products'>({ results }: Lab, key: K) =>
  (computed: NonNullable<ResultsState[K]>): void =>
    results.setState({ [key]: computed });
