import { type ReactElement, useState } from 'react';
import { call, dataChanged, useAttempt, useMessages } from '../workspace/index.ts';

/** How long this file may hold people without a status, as its country's rules say. */
export function FileDays(props: { readonly fileId: string; readonly days: number }): ReactElement {
  const t = useMessages();
  const [draft, setDraft] = useState<string | null>(null);
  const { error, run } = useAttempt();
  async function keep(): Promise<void> {
    const days = Number.parseInt(draft ?? '', 10);
    setDraft(null);
    if (Number.isNaN(days) || days === props.days) return;
    await call('analysisFile.edit', { fileId: props.fileId, change: { categoriseDays: days } });
    dataChanged();
  }
  return (
    <label className="file-days">
      {t('people:within')}
      <input
        type="number"
        min={1}
        max={3660}
        value={draft ?? String(props.days)}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => void run(keep)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void run(keep);
        }}
      />
      {t('people:days')}
      {error === null ? null : <span role="alert">{error}</span>}
    </label>
  );
}
