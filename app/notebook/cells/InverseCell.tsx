import { Frame } from './Frame.tsx';

/** The inverse of a small matrix, directly and one pattern at a time. */
export default function InverseCell() {
  return <Frame label="Inverse">…</Frame>;
}
