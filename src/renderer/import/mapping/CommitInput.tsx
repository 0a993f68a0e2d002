import { type KeyboardEvent, type ReactElement, useState } from 'react';

/** A text that counts when it is left or Enter is pressed, so that no half-typed name is ever taken; Escape gives up. */
export function CommitInput(props: {
  readonly value: string;
  readonly label?: string;
  readonly placeholder?: string;
  readonly invalid?: boolean;
  readonly onCommit: (text: string) => void;
}): ReactElement {
  const [draft, setDraft] = useState<string | null>(null);
  function commit(): void {
    setDraft(null);
    if (draft !== null && draft !== props.value) props.onCommit(draft);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape') setDraft(null);
  }
  return (
    <input
      value={draft ?? props.value}
      title={props.value}
      aria-label={props.label}
      aria-invalid={props.invalid}
      placeholder={props.placeholder}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={onKeyDown}
    />
  );
}
