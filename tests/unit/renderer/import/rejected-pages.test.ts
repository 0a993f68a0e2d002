import { afterEach, expect, it, vi } from 'vitest';
import { allRejected, pageAt, reachable } from '../../../../src/renderer/import/rejected-pages.ts';

const row = (line: number) => ({ line, column: 'start', code: 'time', message: 'No time', value: `${line}` });
const rows = (from: number, count: number) => Array.from({ length: count }, (_, index) => row(from + index));

/** An engine whose vault holds that many rejected rows. */
function engine(held: number): { offset: number; limit: number }[] {
  const asked: { offset: number; limit: number }[] = [];
  vi.stubGlobal('fetch', async (_url: string, init: { body: string }) => {
    const wish = JSON.parse(init.body) as { offset: number; limit: number };
    asked.push(wish);
    const count = Math.min(wish.limit, held - wish.offset);
    return { json: async () => ({ ok: true, value: { total: held, rows: rows(wish.offset, count) } }) };
  });
  return asked;
}
afterEach(() => void vi.unstubAllGlobals());

it('every rejected row of an import is there to save, not only those of the report', async () => {
  const asked = engine(2500);
  const found = await allRejected({ batchId: 'b', rejected: 2500, rejectedRows: rows(0, 200) });
  expect(found).toEqual(rows(0, 2500));
  expect(asked.map(({ offset }) => offset)).toEqual([200, 1200, 2200]);
});

it('a dry run has only the rows of its report and says so', async () => {
  const asked = engine(0);
  const report = { batchId: null, rejected: 2500, rejectedRows: rows(0, 200) };
  expect(await allRejected(report)).toHaveLength(200);
  expect(asked).toEqual([]);
  expect(reachable(report)).toBe(200);
  expect(reachable({ ...report, batchId: 'b' })).toBe(2500);
});

it('pages reach the last row and stop there', () => {
  expect(pageAt(0, 45)).toEqual({ to: 20, previous: null, next: 20 });
  expect(pageAt(20, 45)).toEqual({ to: 40, previous: 0, next: 40 });
  expect(pageAt(40, 45)).toEqual({ to: 45, previous: 20, next: null });
});
