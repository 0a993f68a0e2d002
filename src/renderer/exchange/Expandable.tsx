import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import { Button } from '../ui/index.ts';

/** A row with a button under which a form opens; closing it gives the focus back to the button. */
export function Expandable(props: {
  readonly children: ReactNode;
  readonly act: string;
  /** The button's name for those who hear it outside its row. */
  readonly actOf: string;
  readonly open: boolean;
  readonly disabled: boolean;
  readonly onOpen: () => void;
  readonly form: ReactNode;
}): ReactElement {
  const row = useRef<HTMLLIElement>(null);
  const wasOpen = useRef(props.open);
  useEffect(() => {
    if (wasOpen.current && !props.open) row.current?.querySelector('button')?.focus();
    wasOpen.current = props.open;
  }, [props.open]);
  return (
    <li ref={row} className="held">
      <div className="held-row">
        <span className="held-text">{props.children}</span>
        <Button
          aria-label={props.actOf}
          aria-expanded={props.open}
          disabled={props.disabled || props.open}
          onClick={props.onOpen}
        >
          {props.act}
        </Button>
      </div>
      {props.open ? props.form : null}
    </li>
  );
}
