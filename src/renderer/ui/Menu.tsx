import { type KeyboardEvent, type ReactElement, useEffect, useLayoutEffect, useRef } from 'react';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly shortcut?: string | undefined;
  readonly disabled?: boolean;
  /** A line above it: another kind of command begins. */
  readonly separated?: boolean;
  run(): void;
}

function moveFocus(list: HTMLElement, step: number): void {
  const buttons = [...list.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')];
  const now = buttons.indexOf(document.activeElement as HTMLButtonElement);
  buttons[(now + step + buttons.length) % buttons.length]?.focus();
}

/** A list of commands at a point of the window: menu bar and right-click. */
export function Menu(props: {
  readonly x: number;
  readonly y: number;
  readonly items: readonly MenuItem[];
  readonly onClose: () => void;
}): ReactElement {
  const list = useRef<HTMLDivElement>(null);
  const { onClose } = props;
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    const box = element.getBoundingClientRect();
    element.style.left = `${Math.max(0, Math.min(props.x, innerWidth - box.width - 4))}px`;
    element.style.top = `${Math.max(0, Math.min(props.y, innerHeight - box.height - 4))}px`;
    moveFocus(element, 1);
  }, [props.x, props.y]);
  useEffect(() => {
    const away = (event: PointerEvent): void => {
      if (!list.current?.contains(event.target as Node)) onClose();
    };
    addEventListener('pointerdown', away);
    return () => removeEventListener('pointerdown', away);
  }, [onClose]);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key === 'Escape') onClose();
    else if (event.key === 'ArrowDown') moveFocus(event.currentTarget, 1);
    else if (event.key === 'ArrowUp') moveFocus(event.currentTarget, -1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div ref={list} className="menu-popup" role="menu" tabIndex={-1} onKeyDown={onKeyDown}>
      {props.items.map((item) => (
        <button
          key={item.id}
          type="button"
          role="menuitem"
          className={item.separated === true ? 'separated' : undefined}
          disabled={item.disabled}
          onClick={() => {
            onClose();
            item.run();
          }}
        >
          <span>{item.label}</span>
          {item.shortcut === undefined ? null : <span className="menu-key">{item.shortcut}</span>}
        </button>
      ))}
    </div>
  );
}
