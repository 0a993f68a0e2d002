import type { ReactElement } from 'react';
import { formatDuration, formatInstant, formatMoney, GradeBadge, propertyWords } from '../ui/index.ts';
import { language, showSource, useAsk, useDesk, useMessages } from '../workspace/index.ts';
import { HeadActions } from './HeadActions.tsx';

/** One event: both times (shown zone and as the source wrote it), who, where, from which row. */
export function EventCard({ eventId }: { readonly eventId: string }): ReactElement {
  const t = useMessages();
  const zone = useDesk((desk) => desk.timeZone);
  const event = useAsk('event.get', { eventId });
  if (event.error) return <p role="alert">{event.error.message}</p>;
  const row = event.data;
  if (row === undefined) return <p className="muted">{t('inspector:loading')}</p>;
  const facts: [string, string][] = [
    [
      t('inspector:event.time'),
      row.start === null ? t('inspector:event.undated') : formatInstant(row.start, zone, language()),
    ],
    [t('inspector:event.original'), `${row.startText} (${row.zone})`],
    [t('inspector:event.from'), row.fromLabel ?? ''],
    [t('inspector:event.to'), row.toLabel ?? ''],
    [t('inspector:event.duration'), row.durationSeconds === null ? '' : formatDuration(row.durationSeconds)],
    [t('inspector:event.place'), row.place ?? ''],
    [
      t('inspector:event.amount'),
      row.amountMinor === null || row.currency === null
        ? ''
        : formatMoney(row.amountMinor, row.currency, language()),
    ],
    ...Object.entries(row.properties).map(([name, value]): [string, string] => [
      propertyWords(t, name),
      String(value ?? ''),
    ]),
  ];
  return (
    <article>
      <header className="card-head">
        <strong>{t(`types:event.${row.type}`)}</strong>
        <GradeBadge grade={row.grade} />
        <HeadActions commandIds={['open.edit-event']} />
      </header>
      <table className="facts">
        <tbody>
          {facts
            .filter(([, value]) => value !== '')
            .map(([name, value]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{value}</td>
              </tr>
            ))}
        </tbody>
      </table>
      <p>
        <button
          type="button"
          className="text-button"
          title={t('inspector:openSource')}
          onClick={() => showSource(row.sourceId)}
        >
          {row.sourceReference}
          {row.sourceRow === null ? '' : ` · ${t('inspector:row', { row: row.sourceRow })}`}
        </button>
      </p>
    </article>
  );
}
