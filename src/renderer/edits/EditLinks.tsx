import { type ReactElement, useState } from 'react';
import type { LinkRow } from '../../contract/edits.ts';
import {
  LINK_TYPE_NAMES,
  LINK_TYPES,
  type LinkType,
  STRENGTHS,
  type Strength,
} from '../../core/model/link-types.ts';
import { Button, DateInput, Field } from '../ui/index.ts';
import { call, dataChanged, useAsk, useAttempt, useDesk, useMessages } from '../workspace/index.ts';

const DRAWN_BY_HAND = LINK_TYPE_NAMES.filter((type) => LINK_TYPES[type].from === 'link');
const DAY = 10;

/** The links behind one chart line: kind, strength, interval and direction of each; each can be deleted. */
export function EditLinks(props: { readonly linkKey: string; readonly onDone: () => void }): ReactElement {
  const t = useMessages();
  const fileId = useDesk((desk) => desk.fileId);
  const list = useAsk('link.list', fileId === null ? null : { fileId, key: props.linkKey });
  if (list.error) return <p role="alert">{list.error.message}</p>;
  if (list.data === undefined) return <p className="muted">{t('edits:loading')}</p>;
  return (
    <div className="form">
      {list.data.links.length === 0 ? <p>{t('edits:link.onlyEvents')}</p> : null}
      {list.data.links.map((link) => (
        <EditLink key={`${link.id}${link.from}`} link={link} />
      ))}
      <div className="actions">
        <Button onClick={props.onDone}>{t('common:close')}</Button>
      </div>
    </div>
  );
}

const dayOf = (at: number | null): string => (at === null ? '' : new Date(at).toISOString().slice(0, DAY));
const atOf = (day: string): number | null => (day === '' ? null : Date.parse(`${day}T00:00:00Z`));

function EditLink({ link }: { readonly link: LinkRow }): ReactElement {
  const t = useMessages();
  const [type, setType] = useState<LinkType>(link.type);
  const [strength, setStrength] = useState<Strength>(link.strength);
  const [start, setStart] = useState(dayOf(link.start));
  const [end, setEnd] = useState(dayOf(link.end));
  const { error, run, submit } = useAttempt();
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
  return (
    <form className="edit-link" onSubmit={submit(save)}>
      <div className="form-grid">
        <Field label={t('casefile:link.type')}>
          <select value={type} onChange={(event) => setType(event.target.value as LinkType)}>
            {DRAWN_BY_HAND.map((one) => (
              <option key={one} value={one}>
                {t(`types:link.${one}`)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={t('casefile:link.strength')}>
          <select value={strength} onChange={(event) => setStrength(event.target.value as Strength)}>
            {STRENGTHS.map((one) => (
              <option key={one} value={one}>
                {t(`types:strength.${one}`)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={t('edits:link.start')}>
          <DateInput value={start} onChange={setStart} />
        </Field>
        <Field label={t('edits:link.end')} error={error}>
          <DateInput value={end} onChange={setEnd} />
        </Field>
      </div>
      <div className="actions">
        <Button primary type="submit">
          {t('edits:save')}
        </Button>
        <Button onClick={() => void run(act(() => call('link.edit', { linkId: link.id, reverse: true })))}>
          {t('edits:link.reverse')}
        </Button>
        <Button onClick={() => void run(act(() => call('link.delete', { linkId: link.id })))}>
          {t('edits:link.delete')}
        </Button>
        <span className="muted">{link.sources.join(', ')}</span>
      </div>
    </form>
  );
}
