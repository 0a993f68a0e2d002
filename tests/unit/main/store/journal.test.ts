import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storeHandlers } from '../../../../src/main/store/handlers.ts';
import { record } from '../../../../src/main/store/journal.ts';
import { registerJournalKind } from '../../../../src/main/store/journal-kinds.ts';
import { analystSource } from '../../../../src/main/store/sources.ts';
import { type SeededFile, seededFile } from '../../../helpers/seed.ts';

/** What a person's commands may touch; the revision of a chart only ever rises and is left out. */
const TABLES: Record<string, string> = {
  entity: 'seq, id, type, label, status, minor, properties, protected_number',
  identifier: 'kind, value, entity_seq, raw, check_result',
  link: 'seq, id, type, from_seq, to_seq, strength',
  assertion: 'seq, id, source_seq, kind, entity_seq, link_seq, property, value, grading_scheme',
  link_summary: 'from_seq, to_seq, type, batch_seq, strength, currency, count, sum_minor, first_at, last_at',
  chart: 'seq, id, name, filter',
  chart_member: 'chart_seq, entity_seq, x, y, pinned, hidden',
};

function stateOf({ database }: SeededFile): string {
  const hash = createHash('sha256');
  for (const [table, columns] of Object.entries(TABLES)) {
    hash.update(JSON.stringify(database.all(`SELECT ${columns} FROM ${table} ORDER BY ${columns}`)));
  }
  for (const word of ['Alpha', 'Bravo', 'note']) {
    hash.update(
      JSON.stringify(
        database.all('SELECT rowid FROM entity_text WHERE entity_text MATCH ? ORDER BY rowid', `"${word}"*`),
      ),
    );
  }
  return hash.digest('hex');
}

const step = fc.oneof(
  fc.record({
    kind: fc.constant('entity' as const),
    label: fc.constantFrom('Alpha', 'Bravo', '+37360000001'),
    type: fc.constantFrom('person' as const, 'phone' as const),
    victim: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('status' as const), which: fc.nat(20), victim: fc.boolean() }),
  fc.record({ kind: fc.constant('fact' as const), which: fc.nat(20) }),
  fc.record({ kind: fc.constant('link' as const), which: fc.nat(20), other: fc.nat(20) }),
  fc.record({
    kind: fc.constant('chart' as const),
    which: fc.nat(20),
    x: fc.integer({ min: -9, max: 9 }),
    away: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('chart.create' as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function apply(file: SeededFile, ids: string[], charts: string[], one: Step): Promise<void> {
  const { context, fileId } = file;
  const pick = (index: number): string => ids[index % ids.length] ?? '';
  if (one.kind === 'entity') {
    const status = one.victim && one.type === 'person' ? ('victim' as const) : null;
    const { type, label } = one;
    const reply = await storeHandlers['entity.create'](context, { fileId, type, label, status });
    ids.push(reply.entity.id);
  } else if (one.kind === 'status') {
    const status = one.victim ? 'victim' : 'suspect';
    await storeHandlers['entity.setStatus'](context, { entityId: pick(one.which), status, minor: false });
  } else if (one.kind === 'fact') {
    const fact = { kind: 'fact' as const, property: 'alias', value: 'note of an analyst' };
    await storeHandlers['entity.addFact'](context, { entityId: pick(one.which), ...fact });
  } else if (one.kind === 'link') {
    const ends = { from: pick(one.which), to: pick(one.other) };
    await storeHandlers['link.create'](context, {
      fileId,
      ...ends,
      type: 'associate_of',
      strength: 'tentative',
    });
  } else if (one.kind === 'chart.create') {
    charts.push(
      (await storeHandlers['chart.create'](context, { fileId, name: `Chart ${charts.length}` })).id,
    );
  } else {
    const member = one.away ? null : { x: one.x, y: 1, hidden: one.x > 5 };
    const change = { members: { [pick(one.which)]: member } };
    const chartId = charts.at(-1) ?? '';
    await storeHandlers['chart.change'](context, { chartId, label: 'act.move', count: 1, change });
  }
}

async function startFile(): Promise<{ file: SeededFile; ids: string[]; charts: string[] }> {
  const file = seededFile();
  const ids = [file.entity('one', 'person'), file.entity('two', 'person')];
  const chart = await storeHandlers['chart.create'](file.context, { fileId: file.fileId, name: 'First' });
  file.database.run('DELETE FROM journal');
  analystSource(file.database, file.fileSeq, 'Analyst A');
  return { file, ids, charts: [chart.id] };
}

async function walk(file: SeededFile, way: 'undo' | 'redo', steps: number): Promise<void> {
  const { fileId } = file;
  for (let i = 0; i < steps; i += 1) await storeHandlers[`journal.${way}`](file.context, { fileId });
}

describe('journal', () => {
  it('undoes any sequence of commands to the first state and redoes it to the last', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (steps) => {
        const { file, ids, charts } = await startFile();
        const first = stateOf(file);
        for (const one of steps) await apply(file, ids, charts, one);
        const last = stateOf(file);
        await walk(file, 'undo', steps.length);
        expect(stateOf(file)).toBe(first);
        await expect(walk(file, 'undo', 1)).rejects.toThrow('journal.nothing-to-undo');
        await walk(file, 'redo', steps.length);
        expect(stateOf(file)).toBe(last);
      }),
      { numRuns: 15 },
    );
  }, 20_000);

  it('ends the redo with a new command', async () => {
    const { file, ids } = await startFile();
    const { context, fileId } = file;
    const fact = { kind: 'fact' as const, property: 'alias', value: 'one', entityId: ids[0] ?? '' };
    await storeHandlers['entity.addFact'](context, fact);
    await storeHandlers['journal.undo'](context, { fileId });
    expect(await storeHandlers['journal.list'](context, { fileId, limit: 10 })).toMatchObject({
      canRedo: true,
    });
    await storeHandlers['entity.addFact'](context, { ...fact, value: 'two' });
    const list = await storeHandlers['journal.list'](context, { fileId, limit: 10 });
    expect(list).toMatchObject({ canUndo: true, canRedo: false });
    expect(list.entries.map((entry) => entry.state)).toEqual(['done']);
    await expect(walk(file, 'redo', 1)).rejects.toThrow('journal.nothing-to-redo');
  });

  it('changes nothing when taking back fails half-way', async () => {
    const { file, ids } = await startFile();
    registerJournalKind('test.broken', {
      undo(database) {
        database.run('UPDATE entity SET label = ?', 'half');
        throw new Error('broken');
      },
      redo: () => undefined,
      touched: [],
    });
    const label = { key: 'journal:label.linkCreate', params: {} };
    const payload = { forward: {}, inverse: {}, object: 'test' };
    record(file.database, { fileSeq: file.fileSeq, actor: 'a', kind: 'test.broken', label, ...payload });
    const before = stateOf(file);
    await expect(walk(file, 'undo', 1)).rejects.toThrow('broken');
    expect(stateOf(file)).toBe(before);
    expect(ids).toHaveLength(2);
  });

  it('does not write the name of a protected person where everybody reads', async () => {
    const { file } = await startFile();
    const { context, fileId } = file;
    const person = { fileId, type: 'person' as const, label: 'Ileana Marmalade', status: 'victim' as const };
    await storeHandlers['entity.create'](context, person);
    const list = await storeHandlers['journal.list'](context, { fileId, limit: 10 });
    expect(JSON.stringify(list)).not.toContain('Marmalade');
  });
});
