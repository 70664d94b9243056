import type { ReactNode } from 'react';
import { toneClass } from './Button.tsx';
import type { ButtonTone } from './Button.tsx';
import styles from './Button.module.css';

export interface IconButtonProps {
  /** What it does: its accessible name and its tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly onClick?: () => void;
  readonly tone?: ButtonTone;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
}

export function IconButton({
  label,
  icon,
  onClick,
  tone = 'plain',
  disabled = false,
  pressed,
}: IconButtonProps) {
  return (
    <button
      className={`${styles.button} ${styles.icon} ${toneClass[tone]}`}
      type="button"
      onClick={() => onClick?.()}
      disabled={disabled}
      aria-label={label}
      data-tip={label}
      aria-pressed={pressed}
    >
      {icon}
    </button>
  );
}
