import { type ReactElement, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { Button, Menu, type MenuItem } from '../../ui/index.ts';

/** A button with a list of things to add. A native list would act on every arrow key; this one waits for Enter. */
export function MenuButton(props: {
  readonly label: string;
  readonly title?: string;
  readonly items: readonly MenuItem[];
}): ReactElement {
  const button = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<{ readonly x: number; readonly y: number } | null>(null);
  function open(): void {
    const box = button.current?.getBoundingClientRect();
    setAt({ x: box?.left ?? 0, y: (box?.bottom ?? 0) + 2 });
  }
  function close(): void {
    setAt(null);
    button.current?.querySelector('button')?.focus();
  }
  return (
    <div className="spec-menu" ref={button}>
      <Button
        className="quiet spec-add"
        title={props.title}
        aria-label={props.title}
        aria-haspopup="menu"
        aria-expanded={at !== null}
        disabled={props.items.length === 0}
        onClick={open}
      >
        {props.label}
      </Button>
      {at === null
        ? null
        : createPortal(<Menu x={at.x} y={at.y} items={props.items} onClose={close} />, document.body)}
    </div>
  );
}
