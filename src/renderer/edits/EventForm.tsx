import { type ReactElement, useState } from 'react';
import type { EventInput } from '../../contract/edits.ts';
import type { EventRow } from '../../contract/terms.ts';
import { EVENT_TYPE_NAMES, type EventType } from '../../core/model/link-types.ts';
import { Button, Field, useFirstField } from '../ui/index.ts';
import { call, dataChanged, select, useAsk, useAttempt, useDesk, useMessages } from '../workspace/index.ts';
import { AskReason } from './AskReason.tsx';
import { type EventWords, NEW_EVENT, requestOf, wordsOf } from './event-words.ts';

/** A call, a meeting, a crossing by hand, between the two first selected entities. */
export function NewEvent(props: {
  readonly from: string | null;
  readonly to: string | null;
  readonly onDone: () => void;
}): ReactElement {
  const fileId = useDesk((desk) => desk.fileId);
  async function create(input: EventInput): Promise<void> {
    if (fileId === null) return;
    const { event } = await call('event.create', { fileId, ...input });
    dataChanged();
    select({ eventIds: [event.id] });
    props.onDone();
  }
  return <Form words={NEW_EVENT} from={props.from} to={props.to} onSave={create} onDone={props.onDone} />;
}

/** An event entered by hand; one from a file says why it stays. */
export function EditEvent(props: { readonly eventId: string; readonly onDone: () => void }): ReactElement {
  const t = useMessages();
  const event = useAsk('event.get', { eventId: props.eventId });
  if (event.error) return <p role="alert">{event.error.message}</p>;
  const row: EventRow | undefined = event.data;
  if (row === undefined) return <p className="muted">{t('edits:loading')}</p>;
  async function save(input: EventInput): Promise<void> {
    const { type, time, durationSeconds, place, amountMinor, currency } = input;
    const change = { type, time, durationSeconds, place, amountMinor, currency };
    await call('event.edit', { eventId: props.eventId, ...change });
    dataChanged();
    props.onDone();
  }
  async function remove(reason: string): Promise<void> {
    await call('event.delete', { eventId: props.eventId, reason });
    select({});
    dataChanged();
    props.onDone();
  }
  return (
    <Form
      key={row.id}
      words={wordsOf(row)}
      from={row.from}
      to={row.to}
      onSave={save}
      onDelete={remove}
      onDone={props.onDone}
    />
  );
}

const TEXTS = ['time', 'minutes', 'place', 'amount', 'currency'] as const;

function Form(props: {
  readonly words: EventWords;
  readonly from: string | null;
  readonly to: string | null;
  readonly onSave: (input: EventInput) => Promise<void>;
  readonly onDelete?: (reason: string) => Promise<void>;
  readonly onDone: () => void;
}): ReactElement {
  const t = useMessages();
  const zone = useDesk((desk) => desk.timeZone);
  const [words, setWords] = useState(props.words);
  const [asked, setAsked] = useState(false);
  const { error, busy, submit } = useAttempt();
  const form = useFirstField<HTMLFormElement>();
  const { onDelete } = props;
  const set = (change: Partial<EventWords>): void => setWords((before) => ({ ...before, ...change }));
  if (asked && onDelete !== undefined)
    return (
      <AskReason
        explain={t('edits:event.deleteExplain', { type: t(`types:event.${words.type}`), time: words.time })}
        act={t('edits:event.delete')}
        optional
        onGiven={onDelete}
        onDone={() => setAsked(false)}
      />
    );
  return (
    <form
      ref={form}
      className="form"
      onSubmit={submit(() => props.onSave(requestOf(words, props.from, props.to, words.zone || zone)))}
    >
      <Field label={t('edits:event.type')}>
        <select value={words.type} onChange={(event) => set({ type: event.target.value as EventType })}>
          {EVENT_TYPE_NAMES.map((one) => (
            <option key={one} value={one}>
              {t(`types:event.${one}`)}
            </option>
          ))}
        </select>
      </Field>
      <div className="form-grid">
        {TEXTS.map((name) => (
          <Field key={name} label={t(`edits:event.${name}`)}>
            <input
              value={words[name]}
              placeholder={name === 'time' ? '2026-03-05 14:30' : undefined}
              onChange={(event) => set({ [name]: event.target.value })}
            />
          </Field>
        ))}
      </div>
      {error === null ? null : <p role="alert">{error}</p>}
      <div className="actions">
        <Button primary type="submit" disabled={busy}>
          {t('edits:save')}
        </Button>
        {onDelete === undefined ? null : (
          <Button onClick={() => setAsked(true)}>{t('edits:event.delete')}</Button>
        )}
        <Button onClick={props.onDone}>{t('common:cancel')}</Button>
      </div>
    </form>
  );
}
