import { describe, expect, test } from 'vitest';
import { importHandlers } from '../../../../src/main/import/handlers.ts';
import { bench, importPath } from './helpers.ts';

const days = (count: number, form: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => `+380500000001,+380500000002,${form(at)},5`).join('\n');
const HEAD = 'Caller,Called,Start,Duration\n';

describe('an order of day and month that the first rows leave open', () => {
  test('is asked about with the spans of both readings', async () => {
    const one = bench();
    const text = `${HEAD}${days(60, (at) => `0${(at % 3) + 1}/0${(at % 9) + 1}/2026 10:00`)}\n`;
    const found = await importHandlers['import.inspect'](one.context, { path: one.write('a.csv', text) });
    expect(found.ambiguousDates).toBe(true);
    expect(found.remarks).toContainEqual({
      key: 'import:remark.datesAmbiguous',
      params: {
        column: 'Start',
        count: 60,
        example: '01/01/2026 10:00',
        dayFirstFrom: '2026-01-01',
        dayFirstTo: '2026-09-03',
        monthFirstFrom: '2026-01-01',
        monthFirstTo: '2026-03-09',
      },
    });
  });

  test.each([
    ['25/03/2026 10:00', 'dmy'],
    ['03/25/2026 10:00', 'mdy'],
  ])('%s far down in the file decides', async (late, order) => {
    const one = bench();
    const early = days(6000, (at) => `0${(at % 3) + 1}/0${(at % 9) + 1}/2026 10:00`);
    const text = `${HEAD}${early}\n+380500000001,+380500000002,${late},5\n`;
    const path = one.write('a.csv', text);
    const found = await importHandlers['import.inspect'](one.context, { path });
    expect([found.ambiguousDates, found.suggested.dateOrder]).toEqual([false, order]);
    expect(found.remarks).toContainEqual({
      key: 'import:remark.datesDecided',
      params: { column: 'Start', example: late, line: 6002 },
    });
  });
});

describe('metres of a map grid in the columns of coordinates', () => {
  const text = 'Cell,Latitude,Longitude\n255-1-7,5312345.12,612345.5\n255-1-8,5312400,612400\n';

  test('are not taken for degrees, and asked about', async () => {
    const one = bench();
    const found = await importHandlers['import.inspect'](one.context, { path: one.write('a.csv', text) });
    expect(found.remarks).toEqual([
      {
        key: 'import:remark.projectedCoordinates',
        params: { latitude: 'Latitude', longitude: 'Longitude', example: '5312345.12, 612345.5' },
      },
    ]);
    expect(JSON.stringify(found.suggested.entities)).not.toContain('"latitude"');
  });

  test('refuse the file where a mapping takes them for degrees', async () => {
    const one = bench();
    const degrees = one.write('good.csv', 'Cell,Latitude,Longitude\n255-1-7,48.1,25.9\n');
    const { suggested } = await importHandlers['import.inspect'](one.context, { path: degrees });
    await expect(importPath(one, one.write('bad.csv', text), suggested)).rejects.toMatchObject({
      error: {
        code: 'import.projected-coordinates',
        params: { latitude: 'Latitude', longitude: 'Longitude' },
      },
    });
    expect(one.database.all('SELECT 1 FROM entity')).toEqual([]);
  });

  test('in a single row, or degrees beyond the globe, reject that row only', async () => {
    const one = bench();
    const mixed =
      'Cell,Latitude,Longitude\n1-7,48.1,25.9\n1-8,5312400,612400\n1-9,91,25\n1-10,48,181\n1-11,48,25\n';
    const report = await importPath(one, one.write('a.csv', mixed));
    expect(report).toMatchObject({ imported: 2, rejected: 3 });
    expect(report.rejectedByReason).toEqual({ 'coordinate-projected': 1, 'coordinate-unreadable': 2 });
  });
});
