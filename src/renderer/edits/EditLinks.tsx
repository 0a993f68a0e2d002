import { type ReactElement, useState } from 'react';
import type { LinkRow } from '../../contract/edits.ts';
import type { EntitySummary } from '../../contract/terms.ts';
import type { LinkType, Strength } from '../../core/model/link-types.ts';
import { Button, DateInput, EntityChip, Field, LinkKind, useFirstField } from '../ui/index.ts';
import { call, dataChanged, useAsk, useAttempt, useDesk, useMessages } from '../workspace/index.ts';
import { AskReason } from './AskReason.tsx';

const DAY = 10;

/** The links behind one chart line: kind, strength, interval and direction of each; each can be deleted. */
export function EditLinks(props: { readonly linkKey: string; readonly onDone: () => void }): ReactElement {
  const t = useMessages();
  const fileId = useDesk((desk) => desk.fileId);
  const list = useAsk('link.list', fileId === null ? null : { fileId, key: props.linkKey });
  if (list.error) return <p role="alert">{list.error.message}</p>;
  if (list.data === undefined) return <p className="muted">{t('edits:loading')}</p>;
  return <Links fileId={fileId ?? ''} links={list.data.links} onDone={props.onDone} />;
}

function Links(props: {
  readonly fileId: string;
  readonly links: readonly LinkRow[];
  readonly onDone: () => void;
}): ReactElement {
  const t = useMessages();
  const ids = [...new Set(props.links.flatMap((link) => [link.from, link.to]))];
  const ends = useAsk(
    'entity.list',
    ids.length === 0 ? null : { fileId: props.fileId, ids, sort: 'label', offset: 0, limit: ids.length },
  );
  const end = (id: string): EntitySummary | undefined => ends.data?.rows.find((row) => row.id === id);
  const box = useFirstField<HTMLDivElement>();
  return (
    <div ref={box} className="form">
      {props.links.length === 0 ? <p>{t('edits:link.onlyEvents')}</p> : null}
      {props.links.map((link) => (
        <EditLink key={`${link.id}${link.from}`} link={link} from={end(link.from)} to={end(link.to)} />
      ))}
      <div className="actions">
        <Button onClick={props.onDone}>{t('common:close')}</Button>
      </div>
    </div>
  );
}

const dayOf = (at: number | null): string => (at === null ? '' : new Date(at).toISOString().slice(0, DAY));
const atOf = (day: string): number | null => (day === '' ? null : Date.parse(`${day}T00:00:00Z`));

function EditLink(props: {
  readonly link: LinkRow;
  readonly from: EntitySummary | undefined;
  readonly to: EntitySummary | undefined;
}): ReactElement {
  const { link, from, to } = props;
  const t = useMessages();
  const [type, setType] = useState<LinkType>(link.type);
  const [strength, setStrength] = useState<Strength>(link.strength);
  const [start, setStart] = useState(dayOf(link.start));
  const [end, setEnd] = useState(dayOf(link.end));
  const [asked, setAsked] = useState(false);
  const { error, busy, run, submit } = useAttempt();
  const act = (work: () => Promise<unknown>) => async (): Promise<void> => {
    await work();
    dataChanged();
  };
  const save = act(() =>
    call('link.edit', {
      linkId: link.id,
      ...(type === link.type ? {} : { type }),
      ...(strength === link.strength ? {} : { strength }),
      ...(start === dayOf(link.start) ? {} : { start: atOf(start) }),
      ...(end === dayOf(link.end) ? {} : { end: atOf(end) }),
    }),
  );
  if (asked)
    return (
      <AskReason
        explain={t('edits:link.deleteExplain', {
          type: t(`types:link.${link.type}`),
          sources: link.sources.join(', '),
        })}
        act={t('edits:link.delete')}
        optional
        onGiven={(reason) => act(() => call('link.delete', { linkId: link.id, reason }))()}
        onDone={() => setAsked(false)}
      />
    );
  return (
    <form className="edit-link" onSubmit={submit(save)}>
      {from === undefined || to === undefined ? null : (
        <p className="link-ends">
          <EntityChip entity={from} /> → <EntityChip entity={to} />
        </p>
      )}
      <div className="form-grid">
        <LinkKind type={type} strength={strength} onType={setType} onStrength={setStrength} />
        <Field label={t('edits:link.start')}>
          <DateInput value={start} onChange={setStart} />
        </Field>
        <Field label={t('edits:link.end')} error={error}>
          <DateInput value={end} onChange={setEnd} />
        </Field>
      </div>
      <div className="actions">
        <Button primary type="submit" disabled={busy}>
          {t('edits:save')}
        </Button>
        <Button onClick={() => void run(act(() => call('link.edit', { linkId: link.id, reverse: true })))}>
          {t('edits:link.reverse')}
        </Button>
        <Button onClick={() => setAsked(true)}>{t('edits:link.delete')}</Button>
        <span className="muted">{link.sources.join(', ')}</span>
      </div>
    </form>
  );
}
