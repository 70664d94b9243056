import type { NetworkSpec } from '../../../engine/experiment/problem.ts';

/** What was found by pressing a button outlives a figure that is scrolled out of sight: the last of each network. */
export interface Shelf<T> {
  /** What was put there for the same network and the very same key, or null. */
  find(network: NetworkSpec, key: readonly unknown[]): T | null;
  put(network: NetworkSpec, key: readonly unknown[], value: T): void;
}

export function createShelf<T>(): Shelf<T> {
  const known = new WeakMap<NetworkSpec, { readonly key: readonly unknown[]; readonly value: T }>();
  return {
    find(network, key) {
      const found = known.get(network);
      const isSame = found?.key.every((part, at) => Object.is(part, key[at])) ?? false;
      return isSame ? (found?.value ?? null) : null;
    },
    put(network, key, value) {
      known.set(network, { key, value });
    },
  };
}
