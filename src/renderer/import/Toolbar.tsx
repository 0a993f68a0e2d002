import type { ReactElement } from 'react';
import { Button, chooseFiles } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';
import { useCentre } from './centre.ts';

/** Where files come from, and what can be done with all of them at once. */
export function Toolbar(props: {
  readonly onAdd: (find: () => Promise<readonly string[]>) => void;
  readonly onPaste: () => void;
  readonly onHashOnly: () => void;
}): ReactElement {
  const t = useMessages();
  const isEmpty = useCentre(({ items }) => items.length === 0);
  const choose = (purpose: 'open-files' | 'open-folder'): void => props.onAdd(() => chooseFiles(purpose));
  return (
    <div className="toolbar centre-toolbar">
      <Button primary onClick={() => choose('open-files')}>
        {t('importcentre:choose')}
      </Button>
      <Button onClick={() => choose('open-folder')}>{t('importcentre:chooseFolder')}</Button>
      <Button onClick={props.onPaste}>{t('importcentre:paste.do')}</Button>
      <Button title={t('importcentre:register.shutHint')} onClick={props.onHashOnly}>
        {t('importcentre:register.toolbar')}
      </Button>
      {isEmpty ? <span className="muted">{t('importcentre:orDrop')}</span> : null}
    </div>
  );
}
