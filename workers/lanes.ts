import type { EngineApi } from './protocol.ts';

/** Kinds of work that overtake each other; within a lane the newest call wins. Lower goes first. */
const priorities = { snapshot: 0, train: 1, predict: 2, product: 3, spectra: 4 } satisfies Record<
  string,
  number
>;

export type Lane = keyof typeof priorities;

/** One call on its way to a worker. */
export interface Call {
  readonly lane: Lane;
  readonly task: keyof EngineApi;
  readonly argument: unknown;
  readonly deadlineMilliseconds: number;
  readonly resolve: (result: unknown) => void;
  readonly reject: (reason: Error) => void;
  /** Workers that died under it. */
  failures: number;
}

/** Rejection of a call that nobody waits for any more: a newer one took its place, or the pool closed. */
export class Superseded extends Error {
  override readonly name = 'Superseded';
}

/** At most one call in flight and one waiting in each lane. */
export class Lanes {
  readonly #waiting = new Map<Lane, Call>();
  readonly #inFlight = new Set<Lane>();

  /** Puts a call in its lane's waiting place; the one it replaces is superseded. */
  put(call: Call): void {
    this.#waiting.get(call.lane)?.reject(new Superseded(`superseded by a newer call: ${call.lane}`));
    this.#waiting.set(call.lane, call);
  }

  /** A call whose worker died waits again, unless a newer one came in the meantime. */
  putBack(call: Call): void {
    if (this.#waiting.has(call.lane)) call.reject(new Superseded(`superseded by a newer call: ${call.lane}`));
    else this.#waiting.set(call.lane, call);
  }

  isWaiting(lane: Lane): boolean {
    return this.#waiting.has(lane);
  }

  /** Whether some call could start now. */
  isReady(): boolean {
    return this.#mostUrgent() !== undefined;
  }

  /** Takes the most urgent call whose lane is free, and marks the lane in flight. */
  take(): Call | undefined {
    const best = this.#mostUrgent();
    if (best === undefined) return undefined;
    this.#waiting.delete(best.lane);
    this.#inFlight.add(best.lane);
    return best;
  }

  #mostUrgent(): Call | undefined {
    let best: Call | undefined;
    for (const call of this.#waiting.values()) {
      if (this.#inFlight.has(call.lane)) continue;
      if (best === undefined || priorities[call.lane] < priorities[best.lane]) best = call;
    }
    return best;
  }

  land(lane: Lane): void {
    this.#inFlight.delete(lane);
  }

  /** Empties all waiting places. */
  drain(reason: Error): void {
    for (const call of this.#waiting.values()) call.reject(reason);
    this.#waiting.clear();
  }
}
