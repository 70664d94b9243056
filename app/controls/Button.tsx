import type { ReactNode } from 'react';
import styles from './Button.module.css';

export type ButtonTone = 'plain' | 'accent' | 'quiet';

export interface ButtonProps {
  readonly children: ReactNode;
  readonly onClick?: () => void;
  readonly tone?: ButtonTone;
  readonly disabled?: boolean;
  readonly title?: string;
  readonly type?: 'button' | 'submit';
  /** For a button that stays down: true or false, announced as such. */
  readonly pressed?: boolean;
}

export const toneClass = {
  plain: '',
  accent: styles.accent ?? '',
  quiet: styles.quiet ?? '',
} satisfies Record<ButtonTone, string>;

export function Button({
  children,
  onClick,
  tone = 'plain',
  disabled = false,
  title,
  type = 'button',
  pressed,
}: ButtonProps) {
  return (
    <button
      className={`${styles.button} ${toneClass[tone]}`}
      type={type}
      onClick={() => onClick?.()}
      disabled={disabled}
      title={title}
      aria-pressed={pressed}
    >
      {children}
    </button>
  );
}
