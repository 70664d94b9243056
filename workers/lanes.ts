import type { EngineApi } from './protocol.ts';

/** Kinds of work that overtake each other; within a lane the newest call wins. Lower goes first. */
const priorities = {
  plan: -1,
  snapshot: 0,
  train: 1,
  predict: 2,
  product: 3,
  spectra: 4,
  lens: 5,
  slow: 6,
} satisfies Record<string, number>;

export type Lane = keyof typeof priorities;

/** One call on its way to a worker. */
export interface Call {
  readonly lane: Lane;
  /** Calls of a lane that run side by side have places of their own; the newest wins in each. */
  readonly place: number;
  readonly task: keyof EngineApi;
  readonly argument: object;
  /** Buffers for the worker to write its results to, handed over with the call. */
  spare: readonly ArrayBuffer[];
  readonly deadlineMilliseconds: number;
  /** Work that nobody waits for any more is given up with its worker after this long. */
  readonly patienceMilliseconds: number | undefined;
  readonly resolve: (result: unknown) => void;
  readonly reject: (reason: Error) => void;
  /** Workers that died under it. */
  failures: number;
}

/** Rejection of a call that nobody waits for any more: a newer one took its place, or the pool closed. */
export class Superseded extends Error {
  override readonly name = 'Superseded';
}

/** Which place of a lane. */
type Spot = Pick<Call, 'lane' | 'place'>;

const keyOf = ({ lane, place }: Spot): string => `${lane} ${place}`;

/** At most one call in flight and one waiting in each place of a lane. */
export class Lanes {
  readonly #waiting = new Map<string, Call>();
  readonly #inFlight = new Set<string>();

  /** Lets a call wait in its place; the one it replaces is superseded. */
  put(call: Call): void {
    const key = keyOf(call);
    this.#waiting.get(key)?.reject(new Superseded(`superseded by a newer call: ${call.lane}`));
    this.#waiting.set(key, call);
  }

  /** A call whose worker died waits again, unless a newer one came in the meantime. */
  putBack(call: Call): void {
    const key = keyOf(call);
    if (this.#waiting.has(key)) call.reject(new Superseded(`superseded by a newer call: ${call.lane}`));
    else this.#waiting.set(key, call);
  }

  isWaiting(spot: Spot): boolean {
    return this.#waiting.has(keyOf(spot));
  }

  /** Whether some call could start now. */
  isReady(): boolean {
    return this.#mostUrgent() !== undefined;
  }

  /** Takes the most urgent call whose place is free, and marks the place in flight. */
  take(): Call | undefined {
    const best = this.#mostUrgent();
    if (best === undefined) return undefined;
    this.#waiting.delete(keyOf(best));
    this.#inFlight.add(keyOf(best));
    return best;
  }

  #mostUrgent(): Call | undefined {
    let best: Call | undefined;
    for (const call of this.#waiting.values()) {
      if (this.#inFlight.has(keyOf(call))) continue;
      if (best === undefined || priorities[call.lane] < priorities[best.lane]) best = call;
    }
    return best;
  }

  land(spot: Spot): void {
    this.#inFlight.delete(keyOf(spot));
  }

  /** Empties some of the waiting places of one lane. */
  drop(lane: Lane, reason: Error, isMeant: (place: number) => boolean): void {
    for (const call of [...this.#waiting.values()]) {
      if (call.lane !== lane || !isMeant(call.place)) continue;
      this.#waiting.delete(keyOf(call));
      call.reject(reason);
    }
  }

  /** Empties all waiting places. */
  drain(reason: Error): void {
    for (const call of this.#waiting.values()) call.reject(reason);
    this.#waiting.clear();
  }
}
