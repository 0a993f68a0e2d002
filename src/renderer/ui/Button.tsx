import type { ButtonHTMLAttributes, ReactElement } from 'react';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly primary?: boolean;
}

export function Button({ primary = false, className = '', ...rest }: ButtonProps): ReactElement {
  return (
    <button type="button" {...rest} className={`button${primary ? ' primary' : ''} ${className}`.trim()} />
  );
}

export interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** What it does: shown beside the pointer and read aloud. */
  readonly label: string;
}

/** A small picture as a button. */
export function IconButton({ label, ...rest }: IconButtonProps): ReactElement {
  return <button type="button" className="icon-button" title={label} aria-label={label} {...rest} />;
}
