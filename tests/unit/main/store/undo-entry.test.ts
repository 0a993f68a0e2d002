import { describe, expect, it } from 'vitest';
import { storeHandlers } from '../../../../src/main/store/handlers.ts';
import { verifyAudit } from '../../../../src/main/vault/audit.ts';
import { type SeededFile, seededFile } from '../../../helpers/seed.ts';
import { tableState } from '../../../helpers/table-hash.ts';

async function person(
  { context, fileId }: SeededFile,
  label: string,
): Promise<{ id: string; entry: string }> {
  const made = await storeHandlers['entity.create'](context, { fileId, type: 'person', label });
  return { id: made.entity.id, entry: made.journalId };
}

const count = ({ database }: SeededFile, table: string): number =>
  database.one<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? 0;

describe('an entry taken back later', () => {
  it('names what rests on it, and refuses, keeps or takes all by choice', async () => {
    const file = seededFile();
    const { context, fileId } = file;
    const one = await person(file, 'Alpha');
    const two = await person(file, 'Bravo');
    const ends = { fileId, from: one.id, to: two.id };
    const link = { type: 'associate_of' as const, strength: 'confirmed' as const };
    await storeHandlers['link.create'](context, { ...ends, ...link });
    await storeHandlers['entity.addFact'](context, {
      entityId: two.id,
      kind: 'fact',
      property: 'alias',
      value: 'B',
    });
    const before = tableState(file.database);
    const { entries } = await storeHandlers['journal.dependents'](context, { entryId: one.entry });
    expect(entries.map((entry) => entry.label.key)).toEqual(['journal:label.linkCreate']);
    const undo = (dependents: 'refuse' | 'keep' | 'cascade') =>
      storeHandlers['journal.undoEntry'](context, { entryId: one.entry, dependents });
    await expect(undo('refuse')).rejects.toThrow('journal.rested-on');
    expect(await undo('keep')).toMatchObject({ entries: 1, kept: 1 });
    expect(count(file, 'entity')).toBe(2);
    await storeHandlers['journal.undo'](context, { fileId });
    expect(tableState(file.database)).toEqual(before);
    expect(await undo('cascade')).toMatchObject({ entries: 2, kept: 0 });
    expect([count(file, 'entity'), count(file, 'link'), count(file, 'link_summary')]).toEqual([1, 0, 0]);
    await expect(undo('keep')).rejects.toThrow('journal.not-done');
    await storeHandlers['journal.undo'](context, { fileId });
    expect(tableState(file.database)).toEqual(before);
    await storeHandlers['journal.redo'](context, { fileId });
    expect(count(file, 'entity')).toBe(1);
  });

  it('leaves what a later entry changed in the same place', async () => {
    const file = seededFile();
    const { context, fileId } = file;
    const one = await person(file, 'Alpha');
    const first = await storeHandlers['entity.edit'](context, { entityId: one.id, label: 'Bravo' });
    await storeHandlers['entity.edit'](context, { entityId: one.id, label: 'Charlie' });
    const { entries } = await storeHandlers['journal.dependents'](context, { entryId: first.journalId });
    expect(entries).toHaveLength(1);
    const undone = { entryId: first.journalId, dependents: 'keep' as const };
    expect(await storeHandlers['journal.undoEntry'](context, undone)).toMatchObject({ kept: 1 });
    const list = await storeHandlers['entity.list'](context, { fileId, sort: 'label', offset: 0, limit: 9 });
    expect(list.rows.map((row) => row.label)).toEqual(['Charlie']);
  });

  it('stands in the audit chain with every other act', async () => {
    const file = seededFile();
    const { context, fileId, database } = file;
    const one = await person(file, 'Alpha');
    await person(file, 'Bravo');
    await storeHandlers['journal.undoEntry'](context, { entryId: one.entry, dependents: 'refuse' });
    await storeHandlers['journal.undo'](context, { fileId });
    await storeHandlers['chart.create'](context, { fileId, name: 'First' });
    const acts = database.all<{ action: string; object: string }>(
      'SELECT action, object FROM audit ORDER BY seq',
    );
    expect(acts.map((act) => `${act.action} ${act.object.split(':')[0]}`)).toEqual([
      'create entity',
      'create entity',
      'undo journal',
      'undo journal',
      'create chart',
    ]);
    expect(verifyAudit(database).firstBroken).toBeNull();
  });
});

describe('deleting', () => {
  it('takes everything that hangs on an entity, says how much before, and gives it back exactly', async () => {
    const file = seededFile();
    const { context, fileId, database } = file;
    const one = await person(file, 'Alpha');
    const two = await person(file, 'Bravo');
    const link = { fileId, from: one.id, to: two.id, type: 'uses' as const, strength: 'confirmed' as const };
    await storeHandlers['link.create'](context, link);
    await storeHandlers['entity.edit'](context, {
      entityId: one.id,
      identifiers: [{ kind: 'phone', raw: '+373 60 000 001' }],
    });
    await storeHandlers['chart.create'](context, {
      fileId,
      name: 'First',
      members: { [one.id]: { x: 1.1, y: 0.3 } },
    });
    expect(await storeHandlers['entity.hanging'](context, { entityId: one.id })).toEqual({
      facts: 1,
      links: 1,
      identifiers: 1,
      charts: 1,
      events: 0,
      merged: 0,
    });
    const before = tableState(database);
    await storeHandlers['entity.delete'](context, { entityId: one.id });
    expect([count(file, 'link'), count(file, 'identifier'), count(file, 'chart_member')]).toEqual([0, 0, 0]);
    await storeHandlers['journal.undo'](context, { fileId });
    expect(tableState(database)).toEqual(before);
  });

  it('keeps an event of a file, and a person in an event', async () => {
    const file = seededFile();
    file.entity('a', 'phone', '+37360000001');
    file.batch([{ from: 'a', at: 1000 }]);
    const { context, fileId, id } = file;
    const { rows } = await storeHandlers['event.list'](context, { fileId, offset: 0, limit: 1 });
    const eventId = rows[0]?.id ?? '';
    expect(() => storeHandlers['event.delete'](context, { eventId })).toThrow('store.event-imported');
    expect(() => storeHandlers['entity.delete'](context, { entityId: id('a') })).toThrow(
      'store.entity-in-events',
    );
  });
});
