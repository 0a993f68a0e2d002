import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Context } from '../../../../src/main/engine/context.ts';
import { loadMessages } from '../../../../src/main/engine/messages.ts';
import { evidenceHandlers } from '../../../../src/main/evidence/handlers.ts';
import { exchangeHandlers } from '../../../../src/main/exchange/handlers.ts';
import { QUIET, undoImport } from '../../../../src/main/import/run.ts';
import { storeHandlers } from '../../../../src/main/store/handlers.ts';
import { analystSource } from '../../../../src/main/store/sources.ts';
import { BY } from '../../../helpers/database.ts';
import { CUSTODY, FIELDS } from '../../../helpers/evidence.ts';
import { type Bench, bench, importPath } from './helpers.ts';

const FILE = 1;
const DETAILS: Record<string, string> = {
  source:
    'SELECT id, seq, reference, title, agency, recipients, level, handling, handling_text, source_grade FROM source',
  batch: `SELECT id, state, imported, rejected, json_extract(report, '$.report') AS report FROM batch`,
  entity: `SELECT entity.id, type, label, status, properties, batch.id AS batch FROM entity LEFT JOIN batch ON batch.seq = batch_seq`,
  identifier: `SELECT identifier.kind, value, raw, entity.id, batch.id AS batch FROM identifier JOIN entity ON entity.seq = entity_seq
    LEFT JOIN batch ON batch.seq = identifier.batch_seq`,
  link: `SELECT link.id, link.type, f.id AS a, t.id AS b, batch.id AS batch FROM link JOIN entity f ON f.seq = from_seq
    JOIN entity t ON t.seq = to_seq LEFT JOIN batch ON batch.seq = link.batch_seq`,
  line: `SELECT f.id AS a, t.id AS b, s.type, s.batch_seq, s.strength, s.currency, s.count, s.sum_minor, s.first_at, s.last_at
    FROM link_summary s JOIN entity f ON f.seq = from_seq JOIN entity t ON t.seq = to_seq`,
  assertion: `SELECT assertion.id, source.id AS source, source_row, assertion.kind, entity.id AS entity, link.id AS link, property, value
    FROM assertion JOIN source ON source.seq = source_seq LEFT JOIN entity ON entity.seq = entity_seq
    LEFT JOIN link ON link.seq = link_seq`,
  event: `SELECT batch.event_prefix, event.seq - batch.first_event_seq AS ordinal, f.id AS a, t.id AS b, event.start_at, source.id AS source,
    place.name, event.latitude, event.longitude FROM event JOIN batch ON batch.seq = event.batch_seq
    JOIN source ON source.seq = event.source_seq LEFT JOIN entity f ON f.seq = from_seq LEFT JOIN entity t ON t.seq = to_seq
    LEFT JOIN place ON place.seq = place_seq`,
  place: `SELECT name, entity.id AS entity, latitude, longitude, place.batch_seq FROM place LEFT JOIN entity ON entity.seq = entity_seq`,
  member: `SELECT chart.id AS chart, entity.id AS entity, x, y, pinned, hidden FROM chart_member
    JOIN chart ON chart.seq = chart_seq JOIN entity ON entity.seq = entity_seq`,
  permission: `SELECT p.id, source.id AS source, recipient, granted_by, granted_at, scope FROM disclosure_permission p
    JOIN source ON source.seq = source_seq`,
  custody: `SELECT c.id, source.id AS source, position, action, at_text FROM custody_entry c JOIN source ON source.seq = source_seq`,
  status: `SELECT p.id, entity.id AS entity, source.id AS source, p.status, reason FROM person_status p JOIN entity ON entity.seq = entity_seq
    LEFT JOIN source ON source.seq = source_seq`,
  words: `SELECT entity.id FROM entity_text JOIN entity ON entity.seq = entity_text.rowid WHERE entity_text MATCH 'kestrel'`,
};

/** Everything a person can see of the file, by outside ids: internal keys may change on the way. */
function picture({ database }: Bench): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(DETAILS).map(([name, sql]) => [
      name,
      database
        .all(sql)
        .map((row) => JSON.stringify(row))
        .sort(),
    ]),
  );
}

/** Lines of the chart between things that are no longer there. */
function loose({ database }: Bench): unknown[] {
  const gone = 'NOT IN (SELECT seq FROM entity)';
  return database.all(`SELECT * FROM link_summary WHERE from_seq ${gone} OR to_seq ${gone}`);
}

interface Case extends Bench {
  readonly context: Context;
  readonly chartId: string;
  readonly batches: string[];
}

async function opened(): Promise<Case> {
  const plain = bench();
  const context = { ...plain.context, messages: loadMessages(resolve('resources/locales')) } as Context;
  analystSource(plain.database, FILE, 'A. Analyst');
  const chart = await storeHandlers['chart.create'](context, { fileId: plain.fileId, name: 'First' });
  return { ...plain, context, chartId: chart.id, batches: [] };
}

let files = 0;
async function load(one: Case, rows: readonly (readonly [number, number])[]): Promise<void> {
  const lines = rows.map(
    ([from, to], at) =>
      `+3805000000${10 + from},+373600000${10 + to},2026-07-15 12:${10 + at}:00,49015420323751${from}`,
  );
  files += 1;
  const path = one.write(`calls-${files}.csv`, ['caller,called,start,imei', ...lines, ''].join('\n'));
  one.batches.push((await importPath(one, path)).batchId ?? '');
}

function pick(one: Case, sql: string, which: number): string {
  const found = one.database.all<{ id: string }>(sql);
  return found[which % Math.max(1, found.length)]?.id ?? '';
}
const ENTITIES = 'SELECT id FROM entity ORDER BY label, id';
const SOURCES = `SELECT id FROM source WHERE kind = 'import' ORDER BY reference`;

async function place(one: Case, which: number, member: object | null): Promise<void> {
  const id = pick(one, ENTITIES, which);
  if (id === '') return;
  const change = { members: { [id]: member === null ? null : { x: which, y: 2.5, ...member } } };
  await storeHandlers['chart.change'](one.context, {
    chartId: one.chartId,
    label: 'act.move',
    count: 1,
    change,
  });
}

function walk(one: Case, way: 'undo' | 'redo') {
  return storeHandlers[`journal.${way}`](one.context, { fileId: one.fileId });
}

const members = async (one: Case) =>
  (await storeHandlers['chart.get'](one.context, { chartId: one.chartId })).members;

describe('an import on a chart', () => {
  test('taken back and done again stands where it stood, pinned and hidden as it was', async () => {
    const one = await opened();
    await load(one, [[0, 0]]);
    await place(one, 0, { pinned: true });
    await load(one, [
      [1, 1],
      [2, 2],
    ]);
    for (const which of [2, 4, 6]) await place(one, which, { hidden: which === 4, pinned: which === 6 });
    const before = await members(one);
    expect(Object.keys(before)).toHaveLength(4);
    const whole = picture(one);
    await undoImport(one.context, one.batches[1] ?? '', QUIET);
    expect(Object.keys(await members(one)).length).toBeLessThan(4);
    await walk(one, 'undo');
    expect(await members(one)).toEqual(before);
    expect(picture(one)).toEqual(whole);
    await walk(one, 'redo');
    await walk(one, 'undo');
    expect(await members(one)).toEqual(before);
  });

  test('keeps its places when the import itself is undone and redone with members nobody journalled', async () => {
    const one = await opened();
    await load(one, [[1, 1]]);
    const entity = one.database.one<{ seq: number; id: string }>('SELECT seq, id FROM entity ORDER BY seq');
    one.database.run('INSERT INTO chart_member VALUES (1, ?, 31.5, -7, 1, 1)', entity?.seq ?? 0);
    const before = await members(one);
    expect(before).toEqual({ [entity?.id ?? '']: { x: 31.5, y: -7, pinned: true, hidden: true } });
    await walk(one, 'undo');
    expect(await members(one)).toEqual({});
    await walk(one, 'redo');
    expect(await members(one)).toEqual(before);
  });

  test('leaves no line of the chart behind when others keep a link of it', async () => {
    const one = await opened();
    await load(one, [
      [0, 0],
      [1, 0],
    ]);
    await load(one, [[0, 0]]);
    await undoImport(one.context, one.batches[0] ?? '', QUIET);
    expect(loose(one)).toEqual([]);
    expect(picture(one).line).toHaveLength(2);
  });

  test('has its places on the map again though the program was started anew in between', async () => {
    const one = await opened();
    const rows = [
      'Time,Crossing point,Plate,Plate country',
      '2026-02-02 09:39,Giurgiulești–Galați,ZZP 034,MD',
      '',
    ];
    await importPath(one, one.write('crossings.csv', rows.join('\n')));
    const whole = picture(one);
    expect(whole.place?.[0]).toContain('"latitude":45.');
    await walk(one, 'undo');
    vi.resetModules();
    const journal = await import('../../../../src/main/store/journal.ts');
    await import('../../../../src/main/import/journal-kinds.ts');
    await journal.redo(one.database, FILE, BY);
    expect(picture(one)).toEqual(whole);
  });

  test('two imports that share numbers, both taken back later, come back under the ids they had', async () => {
    const one = await opened();
    await load(one, [
      [1, 1],
      [1, 2],
    ]);
    await load(one, [
      [1, 1],
      [3, 2],
    ]);
    for (const which of [0, 1, 2, 3]) await place(one, which, { pinned: true });
    const whole = picture(one);
    for (const batch of one.batches) await undoImport(one.context, batch, QUIET);
    expect(picture(one).entity).toEqual([]);
    await walk(one, 'undo');
    await walk(one, 'undo');
    expect(picture(one)).toEqual(whole);
  });

  test('what a person added to its source comes back with it: facts, permissions, the reference', async () => {
    const one = await opened();
    await load(one, [[1, 1]]);
    await load(one, [[2, 2]]);
    const sourceId = pick(one, SOURCES, 0);
    const fact = { kind: 'inference' as const, property: 'alias', value: 'Kestrel' };
    await storeHandlers['entity.addFact'](one.context, {
      entityId: pick(one, ENTITIES, 0),
      sourceId,
      ...fact,
    });
    const yes = { grantedBy: 'NCB Kyiv', granted: 0, scope: 'meeting', document: 'UA-1' };
    exchangeHandlers['permission.add'](one.context, { sourceId, recipients: ['RO'], ...yes });
    const whole = picture(one);
    await undoImport(one.context, one.batches[0] ?? '', QUIET);
    expect(picture(one)).toMatchObject({ permission: [], words: [] });
    await walk(one, 'undo');
    expect(picture(one)).toEqual(whole);
    expect(whole.words).toHaveLength(1);
  });

  test('what a person wrote of its source comes back with it: its fields, its custody, statuses that rest on it', async () => {
    const one = await opened();
    await load(one, [[1, 1]]);
    const sourceId = pick(one, SOURCES, 0);
    const source = { ...FIELDS, title: 'Calls, corrected', tlp: null };
    evidenceHandlers['source.change'](one.context, {
      sourceId,
      reference: 'UA-7',
      kind: 'import',
      fields: source,
    });
    evidenceHandlers['custody.add'](one.context, { sourceId, entry: { ...CUSTODY, action: 'acquired' } });
    const status = { status: 'contact' as const, minor: false, since: '2026-03', sourceId, reason: 'calls' };
    await storeHandlers['entity.setStatus'](one.context, { entityId: pick(one, ENTITIES, 0), ...status });
    const whole = picture(one);
    expect(whole).toMatchObject({
      custody: [expect.any(String)],
      status: [expect.stringContaining(sourceId)],
    });
    await undoImport(one.context, one.batches[0] ?? '', QUIET);
    expect(picture(one)).toMatchObject({ custody: [], status: [expect.not.stringContaining(sourceId)] });
    await walk(one, 'undo');
    expect(picture(one)).toEqual(whole);
  });
});

const number = fc.nat(3);
const act = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('load' as const),
      rows: fc.array(fc.tuple(number, number), { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('unload' as const), which: fc.nat(5) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('place' as const),
      which: fc.nat(9),
      pinned: fc.boolean(),
      away: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('status' as const), which: fc.nat(9) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('fact' as const), which: fc.nat(9), source: fc.nat(3) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('permission' as const), source: fc.nat(3) }) },
);
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

/** Does one act; what cannot be done where the case stands is left out. */
async function perform(one: Case, what: Act): Promise<void> {
  const entityId = 'which' in what ? pick(one, ENTITIES, what.which) : '';
  const sourceId = 'source' in what ? pick(one, SOURCES, what.source) : '';
  if (what.kind === 'load') await load(one, what.rows);
  else if (what.kind === 'unload') {
    const batchId = pick(one, `SELECT id FROM batch WHERE state = 'done' ORDER BY seq`, what.which);
    if (batchId !== '') await undoImport(one.context, batchId, QUIET);
  } else if (what.kind === 'place') await place(one, what.which, what.away ? null : { pinned: what.pinned });
  else if (what.kind === 'status' && entityId !== '')
    await storeHandlers['entity.setStatus'](one.context, { entityId, status: 'suspect', minor: false });
  else if (what.kind === 'fact' && entityId !== '' && sourceId !== '') {
    const fact = { kind: 'fact' as const, property: 'alias', value: 'kestrel' };
    await storeHandlers['entity.addFact'](one.context, { entityId, sourceId, ...fact });
  } else if (what.kind === 'permission' && sourceId !== '') {
    const yes = { grantedBy: 'NCB Kyiv', granted: 0, scope: 'meeting', document: 'UA-1' };
    exchangeHandlers['permission.add'](one.context, { sourceId, recipients: ['RO'], ...yes });
  }
}

test('every way through imports, un-imports and a person’s work leads back and forth through the same pictures', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 9 }), async (acts) => {
      const one = await opened();
      const pictures = [picture(one)];
      let done = one.database.all('SELECT 1 FROM journal').length;
      for (const what of acts) {
        await perform(one, what);
        const now = one.database.all('SELECT 1 FROM journal').length;
        if (now > done) pictures.push(picture(one));
        done = now;
      }
      const strip = ({ batch: _batch, ...rest }: Record<string, string[]>) => rest;
      for (let at = pictures.length - 2; at >= 0; at -= 1) {
        await walk(one, 'undo');
        expect(strip(picture(one))).toEqual(strip(pictures[at] ?? {}));
        expect(loose(one)).toEqual([]);
      }
      for (let at = 1; at < pictures.length; at += 1) {
        await walk(one, 'redo');
        expect(strip(picture(one))).toEqual(strip(pictures[at] ?? {}));
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);
