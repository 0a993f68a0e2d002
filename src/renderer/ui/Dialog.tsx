import { IconX } from '@tabler/icons-react';
import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import { useMessages } from '../workspace/index.ts';

/** A modal window on the native dialog: the browser keeps the focus inside and Escape closes it. */
export function Dialog(props: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactElement {
  const t = useMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.querySelector<HTMLElement>('input, select, textarea')?.focus();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-label={props.title}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
    >
      <div className="dialog-head">
        <h1>{props.title}</h1>
        <button type="button" className="icon-button" title={t('common:close')} onClick={props.onClose}>
          <IconX size={16} aria-hidden />
        </button>
      </div>
      {props.children}
    </dialog>
  );
}
