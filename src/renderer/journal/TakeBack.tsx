import { type ReactElement, useEffect, useRef } from 'react';
import type { Input } from '../../contract/index.ts';
import { Button, formatInstant } from '../ui/index.ts';
import {
  call,
  dataChanged,
  language,
  notify,
  translate,
  useAsk,
  useAttempt,
  useDesk,
  useMessages,
} from '../workspace/index.ts';

const SHOWN = 12;

/** Asks before an entry is taken back: what rests on it is shown, and goes along or stays by choice. */
export function TakeBack(props: { readonly entryId: string; readonly onDone: () => void }): ReactElement {
  const t = useMessages();
  const zone = useDesk((desk) => desk.timeZone);
  const resting = useAsk('journal.dependents', { entryId: props.entryId });
  const { error, busy, run } = useAttempt();
  const first = useRef<HTMLDivElement>(null);
  const entries = resting.data?.entries;
  useEffect(() => {
    if (entries !== undefined) first.current?.querySelector('button')?.focus();
  }, [entries]);

  async function takeBack(dependents: Input<'journal.undoEntry'>['dependents']): Promise<void> {
    const done = await call('journal.undoEntry', { entryId: props.entryId, dependents });
    dataChanged();
    notify(translate('journal:takenBack', { entries: done.entries, kept: done.kept }));
    props.onDone();
  }

  if (resting.error) return <p role="alert">{resting.error.message}</p>;
  if (entries === undefined) return <p className="muted">{t('journal:looking')}</p>;
  const alone = entries.length === 0;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard wherever the hand is inside
    <div
      className="take-back"
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onDone();
      }}
    >
      <p>{t(alone ? 'journal:alone' : 'journal:resting', { count: entries.length })}</p>
      <ul>
        {entries.slice(0, SHOWN).map((entry) => (
          <li key={entry.id}>
            {t(entry.label.key, entry.label.params)}{' '}
            <span className="muted">
              {entry.actor} · {formatInstant(entry.at, zone, language())}
            </span>
          </li>
        ))}
      </ul>
      {entries.length > SHOWN ? <p>{t('journal:moreResting', { count: entries.length - SHOWN })}</p> : null}
      {alone ? null : <p className="muted">{t('journal:choice')}</p>}
      {error === null ? null : <p role="alert">{error}</p>}
      <div className="actions" ref={first}>
        <Button primary disabled={busy} onClick={() => void run(() => takeBack('cascade'))}>
          {t(alone ? 'journal:takeBackNow' : 'journal:together')}
        </Button>
        {alone ? null : (
          <Button disabled={busy} onClick={() => void run(() => takeBack('keep'))}>
            {t('journal:keep')}
          </Button>
        )}
        <Button onClick={props.onDone}>{t('journal:leave')}</Button>
      </div>
    </div>
  );
}
