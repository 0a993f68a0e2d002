import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type ReactElement, type ReactNode, useState } from 'react';

/** A part of the card that is one sentence until somebody wants to change it. */
export function Fold(props: {
  readonly title: string;
  readonly sentence: string;
  readonly startsOpen?: boolean;
  readonly children: ReactNode;
}): ReactElement {
  const [isOpen, setOpen] = useState(props.startsOpen === true);
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <section className="spec-fold">
      <button
        type="button"
        className="spec-fold-head"
        aria-expanded={isOpen}
        onClick={() => setOpen((open) => !open)}
      >
        <Chevron size={14} aria-hidden />
        <strong>{props.title}</strong>
        <span className="muted">{props.sentence}</span>
      </button>
      {isOpen ? <div className="spec-fold-body">{props.children}</div> : null}
    </section>
  );
}
