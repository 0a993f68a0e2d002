import { type ReactElement, useMemo } from 'react';
import type { Answer } from '../../contract/questions.ts';
import { addToChart } from '../chart/index.ts';
import { Button, type DataColumn, DataTable, formatInstant, formatMoney, formatNumber } from '../ui/index.ts';
import { highlight, language, select, showPanel, useDesk, useMessages } from '../workspace/index.ts';

type Row = Answer['rows'][number];
type Kind = Answer['columns'][number]['kind'];

function shown(row: Row, field: string, kind: Kind, zone: string): string {
  const value = row[field] ?? null;
  if (value === null) return '';
  if (kind === 'instant' && typeof value === 'number') return formatInstant(value, zone, language());
  if (kind === 'money' && typeof value === 'number')
    return formatMoney(value, String(row.currency ?? 'EUR'), language());
  return typeof value === 'number' ? formatNumber(value, language()) : value;
}

/** The answer: sentence, caveats, rows; clicking a row selects who it is about everywhere. */
export function AnswerView({ answer }: { readonly answer: Answer }): ReactElement {
  const t = useMessages();
  const zone = useDesk((desk) => desk.timeZone);
  const columns = useMemo<DataColumn<Row>[]>(
    () =>
      answer.columns.map((column) => {
        const field = column.key.split('.').at(-1) ?? column.key;
        const numeric = column.kind === 'number' || column.kind === 'money';
        return {
          id: field,
          label: t(column.key),
          width: numeric ? 90 : column.kind === 'entity' ? 170 : 180,
          numeric,
          value: (row) => row[field] ?? null,
          cell: (row) => shown(row, field, column.kind, zone),
          title: (row) => shown(row, field, column.kind, zone),
        };
      }),
    [answer, t, zone],
  );
  const idsOf = (row: Row): string[] =>
    [row.entityId, row.otherId, row.beforeId].filter(
      (one): one is string => typeof one === 'string' && one !== '',
    );

  async function toChart(): Promise<void> {
    await addToChart(answer.highlight.entityIds);
    highlight(answer.highlight);
    showPanel('chart');
  }

  return (
    <section className="answer">
      <p className="answer-sentence">{t(answer.sentence.key, answer.sentence.params)}</p>
      <ul className="caveats">
        {answer.caveats.map((caveat) => (
          <li key={caveat.key}>{t(caveat.key, caveat.params)}</li>
        ))}
      </ul>
      <div className="toolbar">
        <Button primary disabled={answer.highlight.entityIds.length === 0} onClick={() => void toChart()}>
          {t('questionpanel:toChart', { count: answer.highlight.entityIds.length })}
        </Button>
      </div>
      <DataTable
        rows={answer.rows}
        columns={columns}
        rowId={(row) => JSON.stringify(row)}
        label={t('questionpanel:answer')}
        onSelect={(row) => select({ entityIds: idsOf(row) })}
        onOpen={(row) => void addToChart(idsOf(row)).then(() => showPanel('chart'))}
      />
    </section>
  );
}
