import type { ButtonHTMLAttributes, ReactElement } from 'react';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly primary?: boolean;
}

export function Button({ primary = false, className = '', ...rest }: ButtonProps): ReactElement {
  return (
    <button type="button" {...rest} className={`button${primary ? ' primary' : ''} ${className}`.trim()} />
  );
}
