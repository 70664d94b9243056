/**
 * One growing run of memory that all tables of the fast path live in, so that kernels take offsets and
 * nothing is copied between them. Tables are taken one after another and released together. Offsets stay
 * right when the memory grows; views do not, so `numbers` and `integers` are read anew after every `take`.
 */
export interface Heap {
  readonly numbers: Float64Array;
  readonly integers: Int32Array;
  /** Room for `count` numbers; returns the offset of the first. What is in it is left over. */
  take(count: number): number;
  /** Room for `count` integers; the offset counts integers. */
  takeIntegers(count: number): number;
  /** Where the next table would begin. */
  mark(): number;
  /** Gives back all that was taken since the mark. */
  release(mark: number): void;
}

/** Vectors load fastest from addresses that are multiples of 16 bytes: two numbers. */
const even = (count: number): number => count + (count & 1);

/**
 * A heap on memory that `grow` provides: at least that many bytes, the old contents kept.
 * `first` is the offset of the first number that may be used.
 */
export function createHeap(grow: (bytes: number) => ArrayBuffer, first: number): Heap {
  let numbers = new Float64Array(0);
  let integers = new Int32Array(0);
  let next = even(first);

  function take(count: number): number {
    const at = next;
    next = at + even(count);
    if (next > numbers.length) {
      const buffer = grow(8 * next);
      numbers = new Float64Array(buffer);
      integers = new Int32Array(buffer);
    }
    return at;
  }

  return {
    get numbers() {
      return numbers;
    },
    get integers() {
      return integers;
    },
    take,
    takeIntegers: (count) => 2 * take(Math.ceil(count / 2)),
    mark: () => next,
    release(mark) {
      next = mark;
    },
  };
}
