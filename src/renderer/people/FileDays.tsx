import { type FormEvent, type ReactElement, useState } from 'react';
import { Button } from '../ui/index.ts';
import { call, dataChanged, useAsk, useAttempt, useMessages } from '../workspace/index.ts';

/** How long people may stay without a status: in this file, or in every file of its country as the law there says. */
export function FileDays(props: { readonly fileId: string; readonly days: number }): ReactElement {
  const t = useMessages();
  const { fileId } = props;
  const file = useAsk('analysisFile.get', { fileId });
  const [draft, setDraft] = useState<string | null>(null);
  const { error, run } = useAttempt();
  const days = Number.parseInt(draft ?? '', 10);
  const isNew = days > 0 && days !== props.days;
  async function keep(ofCountry: boolean): Promise<void> {
    if (ofCountry) await call('people.countryDays', { fileId, days });
    else await call('analysisFile.edit', { fileId, change: { categoriseDays: days } });
    setDraft(null);
    dataChanged();
  }
  return (
    <form
      className="file-days"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (isNew) void run(() => keep(false));
      }}
    >
      <label>
        {t('people:within')}{' '}
        <input
          type="number"
          min={1}
          max={3660}
          value={draft ?? String(props.days)}
          onChange={(event) => setDraft(event.target.value)}
        />{' '}
        {t('people:days')}
      </label>
      {isNew ? (
        <>
          <Button type="submit">{t('people:forFile')}</Button>
          <Button onClick={() => void run(() => keep(true))}>
            {t('people:forCountry', { country: file.data?.originator ?? '' })}
          </Button>
        </>
      ) : null}
      {error === null ? null : <span role="alert">{error}</span>}
    </form>
  );
}
