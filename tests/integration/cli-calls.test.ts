import { afterAll, describe, expect, test } from 'vitest';
import { commandLine, oneObject } from '../helpers/iforce.ts';

const line = commandLine();
afterAll(() => line.close());

describe('a wrong call ends with 2, one JSON object and a sentence', () => {
  test.each([
    [['render', 'pie', '--out', 'x.png'], 'chart, map, timeline'],
    [['ask', 'most-connected', '--measure', 'zzz'], 'contacts'],
    [['ask', 'most-connected', '--type', 'zzz'], 'person'],
    [['--language', 'de', 'file', 'list'], 'en, uk, ro'],
    [['import', 'a.csv', '--tz', 'Mars/Olympus'], 'Europe/Kyiv'],
    [['import', 'a.csv', '--country', 'Ukraine'], 'UA'],
    [['file', 'new', 'X', '--title', 't', '--purpose', 'p', '--crime-area', 'chess'], 'human_trafficking'],
    [['ask', 'most-connected', '--limit', 'many'], 'whole number'],
    [['vault'], '--help'],
    [[], '--help'],
    [['no-such-command'], 'no-such-command'],
    [['file', 'list', '--no-such-option'], 'no-such-option'],
  ])('%j', (words, hint) => {
    const done = line.call('--json', ...words);
    expect(done.status).toBe(2);
    expect(oneObject(done)).toMatchObject({
      ok: false,
      error: { code: 'cli.usage', message: expect.stringContaining(hint) },
    });
    expect(done.stderr).toBe('');
  });
});

test('help and version are one object with --json, and text without', () => {
  expect(oneObject(line.call('--json', '--version'))).toEqual({
    ok: true,
    version: expect.stringMatching(/^\d/),
  });
  const help = line.call('--json', 'import', '--help');
  expect(help.status).toBe(0);
  expect(oneObject(help).help).toContain('--dry-run');
  expect(line.call('import', '--help').stdout).toContain('--dry-run');
});

describe('import', () => {
  const rows = (number: string) =>
    `caller,called,start,duration\n${number},+380501112299,2026-07-15 12:00:00,10\n${number},+380501112288,2026-07-15 13:00:00,11\n`;

  test('a national number is the same phone as its international form: the country follows the zone', () => {
    const national = line.write('two.csv', rows('0671112233'));
    const whole = line.write('two2.csv', rows('+380671112233').replace('12:00', '14:00'));
    expect(oneObject(line.inVault('import', national, '--tz', 'Europe/Kyiv'))).toMatchObject({ imported: 2 });
    expect(oneObject(line.inVault('import', whole, '--tz', 'Europe/Kyiv'))).toMatchObject({
      imported: 2,
      entities: 0,
    });
  });

  test('the same bytes are refused unless asked for again', () => {
    const path = line.write('again.csv', rows('+380671112244'));
    expect(line.inVault('import', path).status).toBe(0);
    const refused = line.inVault('import', path);
    expect(refused.status).toBe(1);
    expect(oneObject(refused)).toMatchObject({ error: { code: 'import.already-imported' } });
    expect(oneObject(line.inVault('import', path, '--again'))).toMatchObject({ ok: true, imported: 2 });
  });

  test('one of several files fails: the others stay imported and their batches are named', () => {
    const good = line.write('good.csv', rows('+380671112255'));
    const done = line.inVault('import', good, line.write('empty.csv', ''));
    expect(done.status).toBe(1);
    const { batches } = oneObject(done);
    expect(batches).toMatchObject([
      { file: 'good.csv', imported: 2, batchId: expect.any(String) },
      { file: 'empty.csv', error: { code: 'import.file-empty' } },
    ]);
    const report = oneObject(line.inVault('import', 'report', batches[0].batchId));
    expect(report).toMatchObject({ ok: true, file: 'good.csv', imported: 2, rejectedRows: [] });
  });

  test('a dry run says when it shows only the first of the rows it would not take', () => {
    const bad = Array.from(
      { length: 300 },
      (_, at) => `+38067111${String(at).padStart(4, '0')},+380501112299,never,1`,
    );
    const path = line.write('bad.csv', `${rows('+380671112266')}${bad.join('\n')}\n`);
    const tried = oneObject(line.inVault('import', path, '--dry-run'));
    expect(tried).toMatchObject({ rejected: 300, rejectedRowsComplete: false });
    expect(oneObject(line.inVault('import', path))).toMatchObject({
      rejected: 300,
      rejectedRowsComplete: true,
    });
  });
});

test('of several namesakes none is guessed', () => {
  const people = line.write(
    'people.csv',
    'ПІБ;Дата народження;Телефон\nКравченко Олег;01.02.1980;+380501230001\nКравченко Олег;05.06.1990;+380501230002\nМороз Іван;05.06.1971;+380501230003\n',
  );
  expect(oneObject(line.inVault('import', people, '--tz', 'Europe/Kyiv'))).toMatchObject({ imported: 3 });
  const done = line.inVault('ask', 'path', 'Кравченко Олег', 'Мороз Іван');
  expect(done.status).toBe(2);
  const { error } = oneObject(done);
  expect(error.code).toBe('cli.entity-ambiguous');
  const [first = ''] = /[0-9a-f-]{36}/.exec(error.message) ?? [];
  expect(oneObject(line.inVault('ask', 'path', first, '+380501230001')).ok).toBe(true);
});
