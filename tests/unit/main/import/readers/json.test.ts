import { describe, expect, test } from 'vitest';
import { memorySource } from '../../../../../src/main/import/files.ts';
import { importHandlers } from '../../../../../src/main/import/handlers.ts';
import { lookAt } from '../../../../../src/main/import/look.ts';
import { chooseReader } from '../../../../../src/main/import/readers/index.ts';
import { json } from '../../../../../src/main/import/readers/json/json.ts';
import { jsonLines } from '../../../../../src/main/import/readers/json/lines.ts';
import type { Reader } from '../../../../../src/main/import/readers/reader.ts';
import { bench, importPath } from '../helpers.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

async function readAll(reader: Reader, text: string, part?: string, pieceBytes = 1 << 20) {
  const bytes = bytesOf(text);
  const table = await lookAt(reader, memorySource('a.json', bytes), part === undefined ? {} : { part });
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
  }
  const stream = await reader.read(pieces(), table, 'a.json');
  const rows = [];
  for await (const batch of stream.batches) rows.push(...batch);
  return { table, columns: stream.columns, rows };
}

const RECORDS = `[
  {"name": "Олена \\"Вигадана\\" {[", "phone": {"number": "+380500000001", "imei": 8938001234567890123}, "tags": ["a", 1]},
  {"name": "Ion \\u00cenventat", "sum": 0.10, "seen": null, "list": [{"x": 1}], "yes": true}
]`;

describe('a list of objects', () => {
  test.each([1, 7, 1 << 20])('cut into pieces of %i bytes', async (size) => {
    const { columns, rows } = await readAll(json, RECORDS, undefined, size);
    expect(columns).toEqual(['name', 'phone.number', 'phone.imei', 'tags', 'sum', 'seen', 'list', 'yes']);
    expect(rows.map(({ cells, line }) => [line, ...cells])).toEqual([
      [1, 'Олена "Вигадана" {[', '+380500000001', '8938001234567890123', 'a, 1', '', '', '', ''],
      [2, 'Ion Înventat', '', '', '', '0.10', '', '[{"x":"1"}]', 'true'],
    ]);
  });

  test('a key met late is kept, and is not lost among the columns', async () => {
    const early = Array.from({ length: 5000 }, (_, at) => `{"a":${at}}`).join(',');
    const { columns, rows } = await readAll(json, `[${early},{"a":1,"late":"x"}]`);
    expect(columns).toEqual(['a', '…']);
    expect(rows.at(-1)?.cells).toEqual(['1', '{"late":"x"}']);
  });
});

test('lists inside an object are parts, the longest comes first', async () => {
  const text = '{"made":"2026-03-01","short":[{"a":1}],"data":{"calls":[{"b":1},{"b":2}]}}';
  const { table, rows } = await readAll(json, text);
  expect(table.part).toBe('data.calls');
  expect(table.parts?.map(({ name, rows: count }) => [name, count])).toEqual([
    ['short', 1],
    ['data.calls', 2],
  ]);
  expect(rows.map(({ cells }) => cells)).toEqual([['1'], ['2']]);
  expect((await readAll(json, text, 'short')).columns).toEqual(['a']);
  await expect(readAll(json, text, 'none')).rejects.toMatchObject({ error: { code: 'import.part-missing' } });
});

test('one object without a list is one row', async () => {
  const { columns, rows } = await readAll(json, '{"name":"Ion","phone":"+380500000001"}');
  expect([columns, rows.map(({ cells }) => cells)]).toEqual([['name', 'phone'], [['Ion', '+380500000001']]]);
});

test.each([
  ['cut off', '[{"a":1},{"a":'],
  ['closed wrongly', '[{"a":1]}'],
  ['nested without end', '['.repeat(5000)],
  ['followed by more', '[{"a":1}] [{"a":2}]'],
])('%s: says near which item', async (_, text) => {
  await expect(readAll(json, text)).rejects.toMatchObject({ error: { code: 'import.json-broken' } });
});

test('an object that is no valid JSON inside a whole list is a rejected row', async () => {
  const { rows } = await readAll(json, '[{"a":1},{"a":oops},{"a":3}]');
  expect(rows.map(({ cells, problem }) => [cells, problem?.code ?? null])).toEqual([
    [['1'], null],
    [[], 'item-broken'],
    [['3'], null],
  ]);
});

test('values that are no objects are rejected rows among objects, and no table of their own', async () => {
  const { table, rows } = await readAll(
    json,
    '{"tags":["a",1],"list":[7,{"a":1},"x y",null,{"a":2},[3]]}',
    undefined,
    3,
  );
  expect(table.part).toBe('list');
  expect(rows.map(({ line, cells, problem }) => [line, cells[0] ?? problem?.raw])).toEqual([
    [1, '7'],
    [2, '1'],
    [3, '"x y"'],
    [4, 'null'],
    [5, '2'],
    [6, '[3]'],
  ]);
  expect(rows.filter(({ problem }) => problem !== null)).toHaveLength(4);
});

test('an empty list has no rows', async () => {
  await expect(readAll(json, '[]')).rejects.toMatchObject({ error: { code: 'import.no-rows' } });
});

test('one object a line; a broken line costs only itself and says where it is', async () => {
  const text = '{"a":1,"b":{"c":"x"}}\n\n{"a":2\r\n{"a":3}\n';
  expect(chooseReader(bytesOf('{"a":1}\n{"a":2}\n'), 'x.txt').reader?.format).toBe('json-lines');
  const { columns, rows } = await readAll(jsonLines, text);
  expect(columns).toEqual(['a', 'b.c']);
  expect(rows.map(({ line, cells, problem }) => [line, cells, problem?.raw ?? null])).toEqual([
    [1, ['1', 'x'], null],
    [3, [], '{"a":2'],
    [4, ['3', ''], null],
  ]);
});

test('a line of many megabytes stops with a message', async () => {
  await expect(readAll(jsonLines, `{"a":"${'x'.repeat(5_000_000)}`)).rejects.toMatchObject({
    error: { code: 'import.too-large' },
  });
});

test.each(['json', 'jsonl'])('calls as %s import like calls as text', async (extension) => {
  const one = bench();
  const rows = ['1', '2'].map((digit) =>
    JSON.stringify({
      caller: '+380500000001',
      called: `+38050000001${digit}`,
      start: '2026-03-01T10:00:00Z',
      duration: 5,
    }),
  );
  const text = extension === 'json' ? `{"calls":[${rows.join(',')}]}` : rows.join('\n');
  const path = one.write(`a.${extension}`, text);
  const found = await importHandlers['import.inspect'](one.context, { path });
  expect(found).toMatchObject({ suggestedFrom: 'headers', estimatedRows: 2 });
  expect(await importPath(one, path)).toMatchObject({ rows: 2, imported: 2, events: 2, entitiesNew: 3 });
});

test('a shared specification of this program is no table', () => {
  const own = { 'calls.csv': { format: 'delimited', dateOrder: 'dmy', decimalMark: '.', entities: [] } };
  const bytes = new TextEncoder().encode(JSON.stringify(own));
  expect(json.sniff(bytes, 'specifications.json').confidence).toBe(0);
});
