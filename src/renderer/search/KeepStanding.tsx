import { type ReactElement, useState } from 'react';
import { Button, Dialog, Field } from '../ui/index.ts';
import { call, useAttempt, useDesk, useMessages } from '../workspace/index.ts';
import { set, useSearch } from './state.ts';

/** Keeps the search under a name; what it finds by now counts as looked at. */
export function KeepStanding({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useMessages();
  const fileId = useDesk((desk) => desk.fileId);
  const { text, modes } = useSearch();
  const [name, setName] = useState(text.trim().slice(0, 80));
  const { busy, error, submit } = useAttempt();
  const keep = async (): Promise<void> => {
    if (fileId === null) return;
    await call('search.keepStanding', { fileId, name: name.trim(), text: text.trim(), modes });
    set(({ round }) => ({ round: round + 1, tab: 'standing' }));
    onClose();
  };
  return (
    <Dialog title={t('search:standing.keep')} onClose={onClose}>
      <form onSubmit={submit(keep)}>
        <p className="search-query">{text}</p>
        <Field label={t('search:standing.name')}>
          <input maxLength={200} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        {error === null ? null : <p role="alert">{error}</p>}
        <div className="button-row">
          <Button primary type="submit" disabled={busy || name.trim() === ''}>
            {t('search:standing.save')}
          </Button>
          <Button onClick={onClose}>{t('search:standing.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
