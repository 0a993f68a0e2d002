import { expect, test } from 'vitest';
import { storeHandlers } from '../../../../src/main/store/handlers.ts';
import { type SeededFile, seededFile } from '../../../helpers/seed.ts';

async function person(file: SeededFile, label: string): Promise<{ id: string; entry: string }> {
  const { context, fileId } = file;
  const made = await storeHandlers['entity.create'](context, { fileId, type: 'person', label });
  return { id: made.entity.id, entry: made.journalId };
}

function list(file: SeededFile, query: { limit?: number; before?: string; filter?: object } = {}) {
  return storeHandlers['journal.list'](file.context, { fileId: file.fileId, limit: 50, ...query });
}

const said = (file: SeededFile, key: string, params: object): string =>
  file.context.messages.sentence('en', key, params as never);

test('it is read page by page, and narrowed by subject, person and words', async () => {
  const file = seededFile();
  for (const label of ['Alpha', 'Bravo', 'Charlie']) await person(file, label);
  await storeHandlers['chart.create'](file.context, { fileId: file.fileId, name: 'Delta' });
  const newest = await list(file, { limit: 2 });
  expect([newest.entries.length, newest.older]).toEqual([2, true]);
  const rest = await list(file, { limit: 2, before: newest.entries.at(-1)?.id ?? '' });
  expect(rest.entries.map(({ label }) => label.params.label)).toEqual(['Bravo', 'Alpha']);
  expect(rest.older).toBe(false);
  const labels = async (filter: object) =>
    (await list(file, { filter })).entries.map(({ label }) => label.key);
  expect(await labels({ subject: 'chart' })).toEqual(['journal:label.chartCreate']);
  expect(await labels({ text: 'bRav' })).toEqual(['journal:label.entityCreate']);
  expect(await labels({ actor: 'Nobody' })).toEqual([]);
  expect((await list(file)).actors).toEqual(['Analyst A']);
});

test('the reason is found by its words, older entries beyond the first five hundred too', async () => {
  const file = seededFile();
  const { context } = file;
  const { id } = await person(file, 'Alpha');
  await storeHandlers['entity.edit'](context, { entityId: id, label: 'Bravo', reason: 'two spellings' });
  for (let turn = 0; turn < 260; turn++)
    for (const minor of [true, false])
      await storeHandlers['entity.setStatus'](context, { entityId: id, status: 'suspect', minor });
  const { entries } = await list(file, { filter: { text: 'spellings' } });
  expect(entries.map(({ reason }) => reason)).toEqual(['two spellings']);
});

test('who became protected after an entry was written is not named by it, nor found by the name', async () => {
  const file = seededFile();
  const { context } = file;
  const { id, entry } = await person(file, 'Victoria');
  await person(file, 'Bravo');
  await storeHandlers['journal.undoEntry'](context, { entryId: entry, dependents: 'refuse' });
  await storeHandlers['journal.undo'](context, { fileId: file.fileId });
  await storeHandlers['entity.addFact'](context, {
    entityId: id,
    kind: 'fact',
    property: 'alias',
    value: 'V',
  });
  expect((await list(file, { filter: { text: 'victoria' } })).entries).toHaveLength(2);
  await storeHandlers['entity.setStatus'](context, { entityId: id, status: 'victim', minor: false });
  const { entries } = await list(file);
  expect(JSON.stringify(entries)).not.toContain('Victoria');
  expect(entries.find((one) => one.id === entry)?.label.params.label).toEqual({
    key: 'types:entity.person',
    params: {},
  });
  expect(entries[0]?.about).toEqual(['Victim 1']);
  expect(entries[1]?.label.params.property).toEqual({ key: 'types:property.alias', params: {} });
  expect((await list(file, { filter: { text: 'victoria' } })).entries).toEqual([]);
  await storeHandlers['entity.delete'](context, { entityId: id });
  expect(JSON.stringify(await list(file))).not.toContain('Victoria');
});

test('what was taken back is said inside the sentence, in whatever language it is read', async () => {
  const file = seededFile();
  const { entry } = await person(file, 'Alpha');
  await person(file, 'Bravo');
  await storeHandlers['journal.undoEntry'](file.context, { entryId: entry, dependents: 'refuse' });
  const { entries } = await list(file);
  const { key = '', params = {} } = entries[0]?.label ?? {};
  expect(params.what).toMatchObject({ key: 'journal:label.entityCreate' });
  expect(said(file, key, params)).toBe('Took back: Created Alpha');
  expect(file.context.messages.sentence('uk', key, params)).toBe('Скасовано: Створено: Alpha');
  expect(entries.find((one) => one.id === entry)).toMatchObject({ state: 'reverted', canTakeBack: false });
});

test('an entry another version wrote says that it cannot be taken back, and the others still can', async () => {
  const file = seededFile();
  const { context, database, fileId } = file;
  const { entry } = await person(file, 'Alpha');
  database.run('UPDATE journal SET kind = \'entity.formerly\', inverse = \'{"id":"x"}\' WHERE id = ?', entry);
  await person(file, 'Bravo');
  const { entries } = await list(file);
  expect(entries.map((one) => one.canTakeBack)).toEqual([true, false]);
  await storeHandlers['journal.undo'](context, { fileId });
  await expect(storeHandlers['journal.undo'](context, { fileId })).rejects.toThrow('journal.unknown-kind');
});

test('what an entry touched is given to the views, and nothing that is gone', async () => {
  const file = seededFile();
  const { context, fileId } = file;
  const one = await person(file, 'Alpha');
  const two = await person(file, 'Bravo');
  const ends = { fileId, from: one.id, to: two.id };
  const { key, journalId } = await storeHandlers['link.create'](context, {
    ...ends,
    type: 'associate_of',
    strength: 'confirmed',
  });
  const touched = await storeHandlers['journal.touched'](context, { entryId: journalId });
  expect(touched).toMatchObject({ linkKeys: [key], leftOff: 0 });
  expect([...touched.entityIds].sort()).toEqual([one.id, two.id].sort());
  await storeHandlers['journal.undo'](context, { fileId });
  const after = await storeHandlers['journal.touched'](context, { entryId: journalId });
  expect(after.linkKeys).toEqual([]);
});
