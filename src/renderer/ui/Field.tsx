import type { ReactElement, ReactNode } from 'react';

/** A labelled control; what is wrong with it stands under it, where it happened. */
export function Field(props: {
  readonly label: string;
  readonly error?: string | null;
  readonly children: ReactNode;
}): ReactElement {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className="field">
      <span className="field-label">{props.label}</span>
      {props.children}
      {props.error ? <span role="alert">{props.error}</span> : null}
    </label>
  );
}
