import { type ReactElement, useState } from 'react';
import { Button, Dialog } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';

/** A place to paste a table into: the page may not read the clipboard by itself. */
export function PasteDialog(props: {
  readonly onText: (text: string) => void;
  readonly onClose: () => void;
}): ReactElement {
  const t = useMessages();
  const [text, setText] = useState('');
  return (
    <Dialog title={t('importcentre:paste.title')} onClose={props.onClose}>
      <p className="muted">{t('importcentre:paste.how')}</p>
      <textarea
        className="paste-text"
        rows={10}
        cols={60}
        spellCheck={false}
        aria-label={t('importcentre:paste.text')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="button-row">
        <Button
          primary
          disabled={text.trim() === ''}
          onClick={() => {
            props.onClose();
            props.onText(text);
          }}
        >
          {t('importcentre:paste.take')}
        </Button>
        <Button onClick={props.onClose}>{t('common:cancel')}</Button>
      </div>
    </Dialog>
  );
}
