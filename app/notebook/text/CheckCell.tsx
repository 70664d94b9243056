export interface CheckCellProps {
  readonly question: string;
  readonly answer: string;
  readonly editing: boolean;
  readonly onQuestion: (text: string) => void;
  readonly onAnswer: (text: string) => void;
  readonly onEdit: () => void;
  readonly onDone: () => void;
}

export function CheckCell({ question, answer }: CheckCellProps) {
  return (
    <details>
      <summary>{question}</summary>
      {answer}
    </details>
  );
}
