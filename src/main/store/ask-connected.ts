import type { Input } from '../../contract/index.ts';
import type { Answer } from '../../contract/questions.ts';
import { decimalsOf } from '../../core/money.ts';
import { Failure } from '../../core/result.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { linesInPeriod, undatedLinks } from './ask-period.ts';
import { column, coverage } from './ask-shared.ts';
import { entitiesBySeq, type ShutterLabel } from './entities.ts';
import { isOpenPeriod } from './links.ts';
import { leadSql, membersOf } from './members.ts';

type Asked = Input<'ask.mostConnected'>;
interface Score {
  seq: number;
  value: number;
  currency: string;
}

/** Both ends of every line as (seq, other, count, sum in, sum out, currency): from the summaries, or what lies in a period. */
function ends(asked: Asked, fileSeq: number): { sql: string; values: (string | number)[] } {
  if (isOpenPeriod(asked.period)) {
    const types = asked.linkTypes === undefined ? '' : ' AND type IN (SELECT value FROM json_each(?))';
    const values = asked.linkTypes === undefined ? [fileSeq] : [fileSeq, JSON.stringify(asked.linkTypes)];
    return {
      sql: `SELECT from_seq AS seq, to_seq AS other, count, 0 AS money_in, sum_minor AS money_out, currency FROM link_summary WHERE file_seq = ?${types}
        UNION ALL SELECT to_seq, from_seq, count, sum_minor, 0, currency FROM link_summary WHERE file_seq = ?${types}`,
      values: [...values, ...values],
    };
  }
  const { sql, values } = linesInPeriod(fileSeq, asked);
  return {
    sql: `SELECT from_seq AS seq, to_seq AS other, 1 AS count, 0 AS money_in, minor AS money_out, currency FROM (${sql})
      UNION ALL SELECT to_seq, from_seq, 1, minor, 0, currency FROM (${sql})`,
    values: [...values, ...values],
  };
}

/** Ends as what they are shown as; what joins two members of one record counts for nobody. */
function asShown(sql: string): string {
  return `SELECT ${leadSql('own')} AS seq, ${leadSql('far')} AS other, count, money_in, money_out, currency
    FROM (${sql}) line JOIN entity own ON own.seq = line.seq JOIN entity far ON far.seq = line.other
    WHERE own.seq = far.seq OR ${leadSql('own')} <> ${leadSql('far')}`;
}

const MEASURES: Record<Asked['measure'], string> = {
  contacts: 'count(DISTINCT other)',
  events: 'sum(count)',
  'money-in': 'sum(money_in)',
  'money-out': 'sum(money_out)',
  'money-net': 'sum(money_in) - sum(money_out)',
};

/** Who is most connected, by the asked measure; money per currency, never mixed or converted. */
export function mostConnected(
  database: ReadableDatabase,
  fileSeq: number,
  asked: Asked,
  shutter: ShutterLabel,
): Answer {
  const money = asked.measure.startsWith('money');
  const { sql: written, values } = ends(asked, fileSeq);
  const sql = membersOf(database).isEmpty ? written : asShown(written);
  const types =
    asked.entityTypes === undefined ? '' : 'WHERE entity.type IN (SELECT value FROM json_each(?))';
  const rows = database.all<Score>(
    `SELECT ends.seq AS seq, ${money ? 'ends.currency' : "''"} AS currency, ${MEASURES[asked.measure]} AS value
     FROM (${sql}) ends JOIN entity ON entity.seq = ends.seq ${types}
     GROUP BY ends.seq${money ? ", ends.currency HAVING value <> 0 AND ends.currency <> ''" : ''} ORDER BY value DESC, ends.seq LIMIT ?`,
    ...values,
    ...(asked.entityTypes === undefined ? [] : [JSON.stringify(asked.entityTypes)]),
    asked.limit,
  );
  const entities = entitiesBySeq(
    database,
    rows.map((row) => row.seq),
    shutter,
  );
  const named = rows.flatMap((row, index) => {
    const entity = entities.get(row.seq);
    return entity === undefined
      ? []
      : [
          {
            rank: index + 1,
            entityId: entity.id,
            entity: entity.label,
            type: entity.type,
            value: row.value,
            currency: row.currency,
          },
        ];
  });
  const [first] = named;
  return {
    question: 'ask.mostConnected',
    sentence:
      first === undefined
        ? { key: 'questions:answer.nobody', params: {} }
        : {
            key: `questions:answer.mostConnected.${asked.measure}`,
            params: {
              entity: first.entity,
              value: money ? major(first.value, first.currency) : first.value,
              currency: first.currency,
            },
          },
    columns: [
      column('rank', 'number'),
      column('entity', 'entity'),
      column('type', 'text'),
      column('value', money ? 'money' : 'number'),
    ],
    rows: named,
    highlight: { entityIds: named.slice(0, 10).map((row) => row.entityId), linkKeys: [] },
    caveats: [
      ...coverage(database, fileSeq),
      ...(money ? [] : undatedLinks(database, fileSeq, asked)),
      { key: 'questions:caveat.leadOnly', params: {} },
    ],
    parameters: { ...asked },
  };
}

export function requireEntity(seq: number | undefined, id: string): number {
  if (seq === undefined) throw new Failure('store.no-such-entity', { id });
  return seq;
}

/** Minor units in whole ones, by the currency's own number of decimals (ISO 4217). */
function major(minor: number, currency: string): number {
  return minor / 10 ** decimalsOf(currency);
}
