export interface TextCellProps {
  readonly text: string;
  readonly editing: boolean;
  readonly onChange: (text: string) => void;
  readonly onEdit: () => void;
  readonly onDone: () => void;
}

export function TextCell({ text }: TextCellProps) {
  return <p>{text}</p>;
}
