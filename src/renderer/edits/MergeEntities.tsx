import { useQueries } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import type { Output } from '../../contract/index.ts';
import { Button, Field, propertyWords, useFirstField } from '../ui/index.ts';
import { call, dataChanged, select, type Translate, useAttempt, useMessages } from '../workspace/index.ts';

type Detail = Output<'entity.get'>;

/** Several records of one thing: which one leads, what they say side by side, and why they are one. */
export function MergeEntities(props: {
  readonly entityIds: readonly string[];
  readonly onDone: () => void;
}): ReactElement {
  const t = useMessages();
  const [leadId, setLead] = useState(props.entityIds[0] ?? '');
  const [reason, setReason] = useState('');
  const { error, busy, submit } = useAttempt();
  const form = useFirstField<HTMLFormElement>();
  const answers = useQueries({
    queries: props.entityIds.map((entityId) => ({
      queryKey: ['merge', entityId],
      queryFn: () => call('entity.get', { entityId }),
      retry: false,
      gcTime: 0,
    })),
  });
  const details = answers.flatMap((one) => (one.data === undefined ? [] : [one.data]));

  async function merge(): Promise<void> {
    const memberIds = props.entityIds.filter((id) => id !== leadId);
    await call('entity.merge', { leadId, memberIds, reason: reason.trim() });
    select({ entityIds: [leadId] });
    dataChanged();
    props.onDone();
  }

  return (
    <form ref={form} className="form merge-form" onSubmit={submit(merge)}>
      <p>{t('edits:merge.explain')}</p>
      <div className="merge-scroll">
        <table className="merge-table">
          <thead>
            <tr>
              <th scope="col">{t('edits:merge.lead')}</th>
              {details.map(({ entity }) => (
                <th key={entity.id} scope="col">
                  <label className="tick">
                    <input
                      type="radio"
                      name="lead"
                      checked={entity.id === leadId}
                      onChange={() => setLead(entity.id)}
                    />
                    {entity.label}
                  </label>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rowsOf(t, details).map((row) => (
              <tr key={row.name} className={new Set(row.values).size > 1 ? 'differs' : undefined}>
                <th scope="row">{row.name}</th>
                {row.values.map((value, index) => (
                  <td key={details[index]?.entity.id}>{value}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Field label={t('edits:merge.reason')} error={error}>
        <input value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
      <div className="actions">
        <Button primary type="submit" disabled={busy || reason.trim() === '' || details.length < 2}>
          {t('edits:merge.act')}
        </Button>
        <Button onClick={props.onDone}>{t('common:cancel')}</Button>
      </div>
    </form>
  );
}

/** Type, status and every property or number any of them has; what a protected person has stays shut. */
function rowsOf(t: Translate, details: readonly Detail[]): { name: string; values: string[] }[] {
  const said = (detail: Detail, name: string): string =>
    [
      ...new Set([
        ...detail.facts.filter((fact) => fact.property === name).map((fact) => fact.value),
        ...(detail.properties[name] == null ? [] : [String(detail.properties[name])]),
      ]),
    ].join('; ');
  const names = new Set(
    details.flatMap(({ facts, properties }) => [
      ...Object.keys(properties),
      ...facts.map((fact) => fact.property),
    ]),
  );
  return [
    {
      name: t('casefile:entity.type'),
      values: details.map(({ entity }) => t(`types:entity.${entity.type}`)),
    },
    {
      name: t('inspector:status'),
      values: details.map(({ entity }) =>
        entity.status === null ? t('inspector:uncategorised') : t(`types:status.${entity.status}`),
      ),
    },
    ...[...names]
      .filter((name) => name !== null)
      .map((name) => ({ name: propertyWords(t, name), values: details.map((detail) => said(detail, name)) })),
    { name: t('edits:merge.links'), values: details.map((detail) => String(detail.links.length)) },
    { name: t('edits:merge.events'), values: details.map((detail) => String(detail.eventCount)) },
  ];
}
