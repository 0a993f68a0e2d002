import { IconFocus2 } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { JournalEntry } from '../../contract/journal.ts';
import { Button, formatInstant } from '../ui/index.ts';
import { language, useAttempt, useDesk, useMessages } from '../workspace/index.ts';
import { showTouched } from './show-touched.ts';

/** What was done, to whom, why, when and by whom; from here it is shown on the views or taken back. */
export function EntryRow(props: {
  readonly entry: JournalEntry;
  readonly open: boolean;
  readonly onAsk: () => void;
}): ReactElement {
  const t = useMessages();
  const zone = useDesk((desk) => desk.timeZone);
  const { error, run } = useAttempt();
  const { entry } = props;
  return (
    <div className="journal-entry">
      <div>
        <span className="journal-what">{t(entry.label.key, entry.label.params)}</span>
        {entry.about.length === 0 ? null : <span className="muted"> · {entry.about.join(', ')}</span>}
        {entry.reason === '' ? null : <p>{t('journal:reason', { reason: entry.reason })}</p>}
        {entry.state === 'done' && !entry.canTakeBack ? (
          <p className="muted">{t('journal:otherVersion')}</p>
        ) : null}
        {error === null ? null : <p role="alert">{error}</p>}
      </div>
      <span className="muted tabular">{formatInstant(entry.at, zone, language())}</span>
      <span className="muted journal-actor">{entry.actor}</span>
      <button
        type="button"
        className="icon-button"
        title={t('journal:show')}
        onClick={() => void run(() => showTouched(entry.id))}
      >
        <IconFocus2 size={16} aria-hidden />
      </button>
      {entry.canTakeBack ? (
        <Button aria-expanded={props.open} onClick={props.onAsk}>
          {t('journal:takeBack')}
        </Button>
      ) : (
        <span className="muted">{t(`journal:state.${entry.state}`)}</span>
      )}
    </div>
  );
}
