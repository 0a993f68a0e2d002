import { type ReactElement, useState } from 'react';
import type { Output } from '../../contract/index.ts';
import { Button, formatInstant } from '../ui/index.ts';
import { language, useAsk, useDesk, useMessages } from '../workspace/index.ts';
import { TakeBack } from './TakeBack.tsx';
import './journal.css';

type Entry = Output<'journal.list'>['entries'][number];
const SHOWN = 500;

/** Everything that was done in the file; any entry can be taken back, not only the newest. */
export function JournalPanel(): ReactElement {
  const t = useMessages();
  const fileId = useDesk((desk) => desk.fileId);
  const list = useAsk('journal.list', fileId === null ? null : { fileId, limit: SHOWN });
  const [asked, setAsked] = useState<string | null>(null);
  const entries = list.data?.entries ?? [];
  return (
    <section className="panel journal" aria-label={t('journal:title')}>
      <p className="muted">{t('journal:explain')}</p>
      {list.error ? <p role="alert">{list.error.message}</p> : null}
      {entries.length === 0 ? <p className="muted">{t('journal:empty')}</p> : null}
      <ol>
        {entries.map((entry) => (
          <li key={entry.id} className={entry.state}>
            <EntryRow entry={entry} open={asked === entry.id} onAsk={() => setAsked(entry.id)} />
            {asked === entry.id ? <TakeBack entryId={entry.id} onDone={() => setAsked(null)} /> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

function EntryRow(props: {
  readonly entry: Entry;
  readonly open: boolean;
  readonly onAsk: () => void;
}): ReactElement {
  const t = useMessages();
  const zone = useDesk((desk) => desk.timeZone);
  const { entry } = props;
  return (
    <div className="journal-entry">
      <span className="journal-what">
        {t(entry.label.key, entry.label.params)}
        {entry.reason === '' ? null : <em className="muted"> {entry.reason}</em>}
      </span>
      <span className="muted tabular">{formatInstant(entry.at, zone, language())}</span>
      <span className="muted">{entry.actor}</span>
      {entry.state === 'done' ? (
        <Button aria-expanded={props.open} onClick={props.onAsk}>
          {t('journal:takeBack')}
        </Button>
      ) : (
        <span className="muted">{t(`journal:state.${entry.state}`)}</span>
      )}
    </div>
  );
}
