import { type MatrixId, matrixOf } from '../../../engine/curvature/index.ts';
import { Select } from '../../controls/Select.tsx';

export interface MatrixSelectProps<M extends MatrixId> {
  /** What the matrix stands for: `H`, `A`. */
  readonly label: string;
  readonly value: M;
  readonly matrices: readonly M[];
  readonly onChange: (matrix: M) => void;
}

/** One of some matrices, by their names in the list. */
export function MatrixSelect<M extends MatrixId>({ label, value, matrices, onChange }: MatrixSelectProps<M>) {
  const options = matrices.map((id) => ({ value: id, label: matrixOf(id).label }));
  return <Select label={label} value={value} options={options} onChange={onChange} />;
}
