import { type ReactElement, useState } from 'react';
import type { ListInspection, ListMapping, WatchList } from '../../contract/lists.ts';
import { CountryChoice } from '../edits/index.ts';
import { Button, Field, Select } from '../ui/index.ts';
import { call, dataChanged, runJob, useAsk, useAttempt, useMessages } from '../workspace/index.ts';
import { useChoice } from './choice.ts';
import { FieldTable } from './FieldTable.tsx';
import { ListFields } from './ListFields.tsx';
import { canCompare, formOf, isWhole, newListForm, termsOf, validityOf } from './list-form.ts';
import { followMatch } from './open-hits.ts';

interface AddListProps {
  readonly path: string;
  /** The list this is a new version of. */
  readonly list: WatchList | null;
  readonly onDone: () => void;
}

/** A file as a list: what its columns are is suggested, whose list it is a person says. */
export function AddList(props: AddListProps): ReactElement {
  const t = useMessages();
  const [part, setPart] = useState<string | null>(null);
  const asked = part === null ? { path: props.path } : { path: props.path, reading: { part } };
  const look = useAsk('list.inspect', asked);
  if (look.error) return <p role="alert">{look.error.message}</p>;
  if (look.data === undefined) return <p className="muted">{t('lists:loading')}</p>;
  const { data } = look;
  return (
    <>
      {data.parts.length < 2 ? null : (
        <Field label={t('lists:part')}>
          <Select
            value={data.mapping.part ?? data.parts[0]?.name ?? ''}
            choices={data.parts.map(({ name }) => ({ value: name, label: name }))}
            onChange={setPart}
          />
        </Field>
      )}
      <AddListForm key={JSON.stringify(data.mapping)} {...props} inspection={data} />
    </>
  );
}

const ORDERS = ['dmy', 'mdy', 'ymd', 'iso'] as const;

function AddListForm(props: AddListProps & { readonly inspection: ListInspection }): ReactElement {
  const t = useMessages();
  const { inspection, list, path } = props;
  const [form, setForm] = useState(() =>
    list === null
      ? newListForm(inspection.fileName.replace(/\.[^.]+$/, ''))
      : { ...formOf(list), validFrom: '', validTo: '' },
  );
  const [mapping, setMapping] = useState<ListMapping>(inspection.mapping);
  const { error, busy, submit } = useAttempt();
  const isReady = isWhole(form) && canCompare(mapping);

  async function load(): Promise<void> {
    const { jobId } = await call('list.add', {
      path,
      mapping,
      list: list === null ? termsOf(form) : { id: list.id },
      ...validityOf(form),
    });
    const made = (await runJob(jobId)) as { readonly listId: string; readonly matchJobId: string };
    useChoice.setState({ listId: made.listId });
    dataChanged();
    followMatch(made.matchJobId);
    props.onDone();
  }

  return (
    <form className="add-list" onSubmit={submit(load)}>
      <p className="muted">
        {inspection.fileName} · {t('lists:rows', { count: inspection.estimatedRows })}
      </p>
      <ListFields form={form} onChange={setForm} validityOnly={list !== null} />
      <h3>{t('lists:columns')}</h3>
      <FieldTable inspection={inspection} mapping={mapping} onChange={setMapping} />
      <div className="list-fields">
        <Field label={t('lists:country')}>
          <CountryChoice
            value={mapping.country}
            onChange={(country) => setMapping({ ...mapping, country })}
          />
        </Field>
        <Field label={t('lists:dateOrder')} error={inspection.ambiguousDates ? t('lists:orderAsked') : null}>
          <Select
            value={mapping.dateOrder}
            choices={ORDERS.map((value) => ({ value, label: t(`lists:order.${value}`) }))}
            onChange={(dateOrder) => setMapping({ ...mapping, dateOrder })}
          />
        </Field>
      </div>
      {error === null ? null : <p role="alert">{error}</p>}
      {canCompare(mapping) ? null : <p className="muted">{t('lists:needsField')}</p>}
      <div className="actions">
        <Button primary type="submit" disabled={busy || !isReady}>
          {t('lists:load')}
        </Button>
        <Button onClick={props.onDone}>{t('common:cancel')}</Button>
      </div>
    </form>
  );
}
