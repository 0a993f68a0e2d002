import { expect, it } from 'vitest';
import { QUIET, undoImport } from '../../../../src/main/import/run.ts';
import { storeHandlers } from '../../../../src/main/store/handlers.ts';
import { type Bench, bench, importPath } from '../import/helpers.ts';
import { only, searchCase } from './case.ts';

const MODES = only('diacritics', 'transliterated', 'phonetic', 'givenNames');
const list = (...names: string[]) =>
  ['Full name,Personal number', ...names.map((name, at) => `${name},200400100${1000 + at}`), ''].join('\n');

async function watching({ context, fileId }: Bench) {
  const { id } = await storeHandlers['search.keepStanding'](context, {
    fileId,
    name: 'Kestrels',
    text: 'Kestrel',
    modes: MODES,
  });
  const state = async () => (await storeHandlers['search.standing'](context, { fileId })).queries[0];
  return { id, state };
}

it('what an import brings is new until somebody looked, and what goes with it is counted no more', async () => {
  const one = bench();
  await importPath(one, one.write('first.csv', list('Ion Kestrel')));
  const { id, state } = await watching(one);
  expect(await state()).toMatchObject({ name: 'Kestrels', found: 1, fresh: 0 });
  const { batchId } = await importPath(
    one,
    one.write('second.csv', 'Full name,Personal number\nPetru Kestrel,2004001009999\n'),
  );
  const kept = one.database.one('SELECT count(*) AS n FROM standing_hit WHERE seen = 0');
  expect(kept).toEqual({ n: 1 });
  expect(await state()).toMatchObject({ found: 2, fresh: 1 });
  expect((await storeHandlers['search.seen'](one.context, { id })).entities).toHaveLength(1);
  expect(await state()).toMatchObject({ found: 2, fresh: 0 });
  await undoImport(one.context, batchId ?? '', QUIET);
  expect(await state()).toMatchObject({ found: 1, fresh: 0 });
  await storeHandlers['journal.undo'](one.context, { fileId: one.fileId });
  expect(await state()).toMatchObject({ found: 2, fresh: 0 });
});

it('one that is taken back before anybody looked is not new', async () => {
  const one = bench();
  const { state } = await watching(one);
  const { batchId } = await importPath(one, one.write('a.csv', list('Ion Kestrel')));
  expect(await state()).toMatchObject({ found: 1, fresh: 1 });
  await undoImport(one.context, batchId ?? '', QUIET);
  expect(await state()).toMatchObject({ found: 0, fresh: 0 });
});

it('a dry run brings nothing new, and one that is dropped is gone', async () => {
  const one = bench();
  const { id, state } = await watching(one);
  await importPath(one, one.write('a.csv', list('Ion Kestrel')), {}, true);
  expect(await state()).toMatchObject({ found: 0 });
  await storeHandlers['search.dropStanding'](one.context, { id });
  expect(await state()).toBeUndefined();
  expect(one.database.all('SELECT * FROM standing_hit')).toEqual([]);
  expect(() => storeHandlers['search.seen'](one.context, { id })).toThrow('search.no-such-query');
});

it('the history is a tree: what goes on from a search is its child, and outlives it', async () => {
  const { context, fileId } = searchCase();
  const put = async (text: string, afterId: string | null) =>
    (await storeHandlers['search.remember'](context, { fileId, text, modes: MODES, hits: 3, afterId })).id;
  const first = await put('Tkachuk', null);
  const second = await put('Tkachuk type:person', first);
  const third = await put('Tkachuk type:person status:suspect', second);
  const other = await put('Popa', third);
  expect(await put('Popa', other)).toBe(other);
  await storeHandlers['search.note'](context, { id: second, note: 'Ask Iași about the second one' });
  const history = async () =>
    (await storeHandlers['search.history'](context, { fileId })).searches.map(({ id, parentId, note }) => [
      id,
      parentId,
      note,
    ]);
  expect(await history()).toEqual([
    [other, null, ''],
    [third, second, ''],
    [second, first, 'Ask Iași about the second one'],
    [first, null, ''],
  ]);
  await storeHandlers['search.forget'](context, { id: second });
  expect(await history()).toEqual([
    [other, null, ''],
    [third, first, ''],
    [first, null, ''],
  ]);
  expect(() => storeHandlers['search.note'](context, { id: second, note: '' })).toThrow(
    'search.no-such-search',
  );
});
