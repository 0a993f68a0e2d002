import type { ReactElement, ReactNode } from 'react';

/** An empty view that says how to fill it, with the keys. */
export function Empty(props: { readonly title: string; readonly children?: ReactNode }): ReactElement {
  return (
    <div className="empty">
      <strong>{props.title}</strong>
      {props.children}
    </div>
  );
}
