import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { importHandlers } from '../../../../src/main/import/handlers.ts';
import { bench, suggested } from './helpers.ts';

const ROW = '+380671112233;+380502223344;2026-07-01 10:00;Умань';

async function withSaved() {
  const one = bench();
  const path = one.write('a.csv', `caller;called;start;Cell Name\n${ROW}\n`);
  const specification = { ...(await suggested(one, path)), name: 'Operator A', originator: 'UA' };
  importHandlers['specification.save'](one.context, { specification });
  const inspect = (header: string, row = ROW) =>
    importHandlers['import.inspect'](one.context, { path: one.write('b.csv', `${header}\n${row}\n`) });
  return { one, specification, inspect };
}

test('other order, capitals and blanks: the saved one is taken and reads the columns by their names here', async () => {
  const { inspect } = await withSaved();
  const found = await inspect(
    'called;CALLER;cell  name;start',
    '+380502223344;+380671112233;Умань;2026-07-01',
  );
  expect(found).toMatchObject({
    suggestedFrom: 'saved',
    quality: 1,
    savedMatch: { name: 'Operator A', isReordered: true, missing: [] },
    suggested: { originator: 'UA' },
  });
  expect(JSON.stringify(found.suggested.entities)).toContain('"CALLER"');
  expect(JSON.stringify(found.suggested.entities)).not.toContain('"caller"]');
});

test('one column missing: it is taken and says which; two missing: it is not', async () => {
  const { inspect } = await withSaved();
  const found = await inspect('caller;called;start', '+380671112233;+380502223344;2026-07-01');
  expect(found).toMatchObject({
    suggestedFrom: 'saved',
    quality: 0.75,
    savedMatch: { isReordered: false, missing: ['Cell Name'] },
  });
  expect((await inspect('caller;start', '+380671112233;2026-07-01')).suggestedFrom).not.toBe('saved');
});

test('a specification is shared as a file; anything else is refused', async () => {
  const { one, specification } = await withSaved();
  const path = one.write('spec.json', '');
  importHandlers['specification.export'](one.context, { specification, path });
  const other = bench();
  const copied = other.write('їхня.json', readFileSync(path));
  const { specification: read } = await importHandlers['specification.import'](other.context, {
    path: copied,
  });
  expect(read).toMatchObject({ ...specification, id: expect.any(String) });
  expect(importHandlers['specification.list'](other.context).specifications).toHaveLength(1);
  writeFileSync(copied, '{"kind":"other"}');
  await expect(importHandlers['specification.import'](other.context, { path: copied })).rejects.toThrow(
    'import.bad-specification',
  );
});

test('days and months that cannot be told apart come with what the column says; one date of many decides', async () => {
  const one = bench();
  const rows = (last: string) =>
    [...Array.from({ length: 60 }, (_, at) => `0${(at % 9) + 1}/0${(at % 7) + 1}/2026`), last]
      .map((date) => `+380671112233;+380502223344;${date} 10:00`)
      .join('\n');
  const inspect = (last: string) =>
    importHandlers['import.inspect'](one.context, {
      path: one.write('c.csv', `caller;called;start\n${rows(last)}\n`),
    });
  const open = await inspect('09/11/2026');
  expect(open.ambiguousDates).toBe(true);
  expect(open.remarks).toMatchObject([{ key: 'import:remark.datesAmbiguous', params: { column: 'start' } }]);
  const told = await inspect('11/23/2026');
  expect(told).toMatchObject({ ambiguousDates: false, suggested: { dateOrder: 'mdy' } });
  expect(told.dates?.isWhole).toBe(true);
  expect(new Date(told.dates?.last ?? 0).toISOString()).toBe('2026-11-23T08:00:00.000Z');
});
