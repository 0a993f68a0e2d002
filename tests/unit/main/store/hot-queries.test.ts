import { expect, test } from 'vitest';
import { checkHandlers } from '../../../../src/main/checks/handlers.ts';
import type { Context } from '../../../../src/main/engine/context.ts';
import { evidenceHandlers } from '../../../../src/main/evidence/handlers.ts';
import { storeHandlers } from '../../../../src/main/store/handlers.ts';
import type { SqlValue, WritableDatabase } from '../../../../src/main/vault/database.ts';
import { DAY, type SeededFile, START, seededFile } from '../../../helpers/seed.ts';

/** Tables that grow with what is imported or done; a hot query never reads one of them whole. */
const LARGE = [
  'entity',
  'event',
  'event_participant',
  'assertion',
  'link',
  'link_summary',
  'identifier',
  'external_check',
  'chart_member',
  'package_item',
];

/** The case with every statement that is asked, and which of them would read a large table from end to end. */
function watched() {
  const file = seededFile();
  for (const name of ['a', 'b', 'c']) file.entity(name, 'phone', `+3736000000${name.charCodeAt(0) - 96}`);
  const call = (from: string, to: string, day: number) => ({ from, to, at: START + day * DAY });
  file.batch([call('a', 'b', 0), call('b', 'c', 3)]);
  const asked: { sql: string; values: SqlValue[] }[] = [];
  const { database } = file;
  const listener: WritableDatabase = Object.create(database, {
    all: {
      value: (sql: string, ...values: SqlValue[]) => note(sql, values, () => database.all(sql, ...values)),
    },
    one: {
      value: (sql: string, ...values: SqlValue[]) => note(sql, values, () => database.one(sql, ...values)),
    },
  });
  function note<T>(sql: string, values: SqlValue[], answer: () => T): T {
    asked.push({ sql, values });
    return answer();
  }
  const wholeReads = () => asked.flatMap(({ sql, values }) => scansIn(database, sql, values));
  const context: Context = { ...file.context, database: () => listener };
  return { ...file, context, wholeReads, count: () => asked.length };
}

function scansIn(database: WritableDatabase, sql: string, values: readonly SqlValue[]): string[] {
  const plan = database.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values);
  return plan.flatMap(({ detail }) => {
    const name = /^SCAN (\w+)(?!.*VIRTUAL TABLE)/.exec(detail)?.[1];
    const table = name === undefined ? undefined : tableOf(sql, name);
    return table !== undefined && LARGE.includes(table) ? [`${table}: ${sql.replace(/\s+/g, ' ')}`] : [];
  });
}

/** The table behind the name a plan uses; a statement may call it otherwise. */
function tableOf(sql: string, name: string): string {
  const alias = new RegExp(`\\b(?:FROM|JOIN)\\s+(\\w+)\\s+(?:AS\\s+)?"?${name}"?\\b`, 'i').exec(sql)?.[1];
  return alias ?? name;
}

type Case = SeededFile & { readonly context: Context };
const all = ({ id }: Case) => ['a', 'b', 'c'].map(id);
const period = { from: START, to: START + 30 * DAY };

const QUESTIONS: Readonly<Record<string, (one: Case) => unknown>> = {
  'chart of a working set': (one) =>
    storeHandlers['chart.data'](one.context, { fileId: one.fileId, entityIds: all(one) }),
  'the same inside a period': (one) =>
    storeHandlers['chart.data'](one.context, { fileId: one.fileId, entityIds: all(one), period }),
  'neighbours counted': (one) =>
    storeHandlers['chart.neighbourCount'](one.context, { fileId: one.fileId, entityIds: [one.id('a')] }),
  expand: (one) =>
    storeHandlers['chart.expand'](one.context, { fileId: one.fileId, entityIds: [one.id('a')], limit: 50 }),
  inspector: (one) => storeHandlers['entity.get'](one.context, { entityId: one.id('a') }),
  'merged records of one': (one) => storeHandlers['entity.members'](one.context, { entityId: one.id('a') }),
  'links behind a line': (one) =>
    storeHandlers['link.list'](one.context, {
      fileId: one.fileId,
      key: `${one.id('a')}|${one.id('b')}|called`,
    }),
  'events of a selection': (one) =>
    storeHandlers['event.list'](one.context, {
      fileId: one.fileId,
      entityIds: all(one),
      offset: 0,
      limit: 100,
    }),
  search: (one) =>
    storeHandlers['search.query'](one.context, { fileId: one.fileId, text: '+37360000001', limit: 20 }),
  'search by a part': (one) =>
    storeHandlers['search.query'](one.context, { fileId: one.fileId, text: '6000000', limit: 20 }),
  'checks of one': (one) =>
    checkHandlers['check.list'](one.context, { entityId: one.id('a'), today: '2026-03-01' }),
  'confirmations that are open': (one) =>
    checkHandlers['check.open'](one.context, { fileId: one.fileId, today: '2026-03-01' }),
  'seen in, of one': (one) =>
    storeHandlers['entity.seenIn'](one.context, { fileId: one.fileId, asked: { entityId: one.id('a') } }),
  'seen in, of a number': (one) =>
    storeHandlers['entity.seenIn'](one.context, {
      fileId: one.fileId,
      asked: { identifier: { kind: 'phone', value: '+37360000001' } },
    }),
  'which source says this': (one) =>
    evidenceHandlers['evidence.statedBy'](one.context, { fileId: one.fileId, entityId: one.id('a') }),
  'grades of what is drawn': (one) =>
    evidenceHandlers['evidence.among'](one.context, { fileId: one.fileId, entityIds: all(one) }),
  'marking of a selection': (one) =>
    evidenceHandlers['evidence.marking'](one.context, { fileId: one.fileId, entityIds: all(one) }),
};

const SEARCHES = [
  'Tkachuk Sandu',
  '"Tkachuk Sandu"',
  'Tka?h*k',
  '+3736? 00*',
  'phone:*001',
  'type:phone -Popa',
  'status:suspect',
  'status:minor',
  'type:person colour:black',
  'born:1985',
  'born:1985..1990 Popa',
  'source:S-001',
  'grade:B2 type:phone',
  'date:2026-03',
  'Tkachuk date:2026-03',
  'near:47.01,28.86 5km',
  'type:call from:2026-03-01 near:47.01,28.86',
];

test.each(SEARCHES)('the search %s reads no large table whole', async (text) => {
  const one = watched();
  await storeHandlers['search.query'](one.context, { fileId: one.fileId, text, limit: 20 });
  expect(one.count()).toBeGreaterThan(0);
  expect(one.wholeReads()).toEqual([]);
});

test.each(Object.entries(QUESTIONS))('%s reads no large table whole', async (_name, ask) => {
  const one = watched();
  await ask(one);
  expect(one.count()).toBeGreaterThan(0);
  expect(one.wholeReads()).toEqual([]);
});

test('a statement that reads a large table whole is seen, whatever it calls the table', () => {
  const { database } = watched();
  expect(scansIn(database, 'SELECT count(*) FROM event e WHERE e.duration_seconds > 5', [])).toHaveLength(1);
  expect(scansIn(database, 'SELECT value FROM json_each(?)', ['[]'])).toEqual([]);
});
