import { expect, test } from 'vitest';
import { bench, importPath, suggested } from './helpers.ts';

test('positions of a table in one column of degrees, minutes and grid references', async () => {
  const one = bench();
  const path = one.write(
    'fixes.csv',
    'Пристрій,Час,Координати\nТ-1,2026-01-02 10:00:00,"50°27′00″ пн.ш. 30°31′24″ сх.д."\nТ-1,2026-01-02 10:05:00,36UUA2000090000\nТ-1,2026-01-02 10:07:00,абв\n',
  );
  const report = await importPath(one, path);
  expect(report).toMatchObject({ rows: 3, imported: 2, rejectedByReason: { 'coordinate-unreadable': 1 } });
  const rows = one.database.all<{ latitude: number }>('SELECT latitude FROM event ORDER BY seq');
  expect(rows.map(({ latitude }) => latitude)).toEqual([
    expect.closeTo(50.45, 6),
    expect.closeTo(50.43439, 4),
  ]);
});

test('places of a table: degrees beside what was written; metres are refused with a question, never plotted', async () => {
  const one = bench();
  const path = one.write(
    'cells.csv',
    'Cell ID,Latitude,Longitude\n1001,"47°01\'22"" N","28°50\'10"" E"\n1002,47.5,28.5\n1003,5212345,640123\n1004,,\n',
  );
  const report = await importPath(one, path);
  expect(report).toMatchObject({ rows: 4, imported: 3, rejectedByReason: { 'coordinate-projected': 1 } });
  expect(report.rejectedRows[0]?.message).toContain('metres of a map grid');
  const places = one.database.all('SELECT name, latitude FROM place ORDER BY name');
  expect(places).toContainEqual({ name: '1001', latitude: expect.closeTo(47.02278, 4) });
  expect(places).not.toContainEqual(expect.objectContaining({ name: '1003' }));
});

test('a list of bare names and positions is a list of places; with a phone or a birth date it is not', async () => {
  const one = bench();
  const kinds = async (name: string, text: string): Promise<string[]> => {
    const { entities } = await suggested(one, one.write(name, text));
    return entities.map(({ type }) => type);
  };
  expect(await kinds('a.csv', 'Name,Latitude,Longitude\nDepot,50.45,30.52\nGate,50.46,30.53\n')).toEqual([
    'place',
  ]);
  const objects = 'Назва об’єкта;Координати\nСклад;50°27′00″ пн.ш. 30°31′24″ сх.д.\nВорота;50.46, 30.53\n';
  expect(await kinds('b.csv', objects)).toEqual(['place']);
  const people = 'Name,Phone,Latitude,Longitude\nIon Rusu,+37369000111,47.01,28.86\n';
  expect(await kinds('c.csv', people)).toContain('person');
  const report = await importPath(one, one.write('objects.csv', objects));
  expect(report).toMatchObject({ rows: 2, imported: 2, entitiesNew: 2 });
  expect(one.database.all('SELECT name, latitude FROM place ORDER BY name')).toEqual([
    { name: 'Ворота', latitude: 50.46 },
    { name: 'Склад', latitude: 50.45 },
  ]);
});
