import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { commandLine, oneObject } from '../helpers/iforce.ts';

const line = commandLine();
afterAll(() => line.close());

/** The least a specification can say. */
const SPECIFICATION = {
  id: null,
  name: 'calls',
  format: 'delimited',
  encoding: 'utf-8',
  delimiter: ',',
  quote: '"',
  headerRow: 0,
  columns: ['caller', 'called', 'start', 'duration'],
  timeZone: 'Europe/Kyiv',
  dateOrder: 'ymd',
  decimalMark: '.',
  country: 'UA',
  entities: [],
  links: [],
  events: [],
  grade: { scheme: 'europol-4x4', source: 'X', information: '4' },
  marking: { level: 'restricted', handling: ['H1'] },
  originator: '',
  recipients: [],
};

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
    const { ok, files } = oneObject(done);
    expect(ok).toBe(false);
    expect(files).toMatchObject([
      { file: 'good.csv', imported: 2, batchId: expect.any(String) },
      { file: 'empty.csv', error: { code: 'import.file-empty' } },
    ]);
    const report = oneObject(line.inVault('import', 'report', files[0].batchId));
    expect(report).toMatchObject({
      ok: true,
      file: 'good.csv',
      imported: 2,
      rejectedRows: [],
      analysisFile: 'CAF-1',
    });
    expect(oneObject(line.inVault('import', 'report', 'no-such-batch')).error.code).toBe('cli.no-batch');
  });

  test('a folder is imported whole, also what lies deeper, and each file stands for itself', () => {
    line.write('папка/a.csv', rows('+380671112261'));
    line.write('папка/глибше/b.csv', rows('+380671112262'));
    const broken = line.write('папка/c.csv', '');
    const done = line.inVault('import', dirname(broken));
    expect(done.status).toBe(1);
    expect(oneObject(done).files).toMatchObject([
      { file: 'a.csv', imported: 2, rejected: 0, leftOut: 0, part: null },
      { file: 'b.csv', imported: 2 },
      { file: 'c.csv', path: broken, error: { code: 'import.file-empty' } },
    ]);
  });

  test('a person reads of both: what was taken, and on standard error what was not', () => {
    const good = line.write('good2.csv', rows('+380671112256'));
    const done = line.forPerson('import', line.write('empty2.csv', ''), good);
    expect(done.status).toBe(1);
    expect(done.stdout).toContain('good2.csv');
    expect(done.stderr).toContain('empty2.csv was not imported.');
  });

  test('the country said counts, in small letters too', () => {
    const path = line.write('moldovan.csv', rows('069112233'));
    const said = line.inVault('import', path, '--country', 'md', '--tz', 'Europe/Kyiv', '--dry-run');
    expect(oneObject(said)).toMatchObject({ country: 'MD', imported: 2 });
  });

  test('a dry run tells that the bytes are there already', () => {
    const path = line.write('twice.csv', rows('+380671112277'));
    const { batchId } = oneObject(line.inVault('import', path));
    expect(oneObject(line.inVault('import', path, '--dry-run'))).toMatchObject({
      ok: true,
      duplicateOf: batchId,
    });
  });

  test('a specification with an impossible time zone is refused, not met later', () => {
    const path = line.write('zone.csv', rows('+380671112288'));
    const specification = line.write(
      'zone.json',
      JSON.stringify({ ...SPECIFICATION, timeZone: 'Mars/Olympus' }),
    );
    const refused = line.inVault('import', path, '--spec', specification);
    expect(refused.stderr).toBe('');
    expect(oneObject(refused)).toMatchObject({ ok: false, error: { code: 'cli.bad-specification' } });
  });

  test('a dry run says when it shows only the first of the rows it would not take', () => {
    const bad = Array.from(
      { length: 300 },
      (_, at) => `+38067111${String(at).padStart(4, '0')},+380501112299,never,1`,
    );
    const path = line.write('bad.csv', `${rows('+380671112266')}${bad.join('\n')}\n`);
    const tried = oneObject(line.inVault('import', path, '--dry-run'));
    expect(tried).toMatchObject({ rejected: 300, rejectedRowsComplete: false, rejectedFile: null });
    expect(line.forPerson('import', path, '--dry-run').stdout).toContain('--rejected FILE.csv');
    const all = join(line.folder, 'rejected.csv');
    const kept = line.inVault('--language', 'uk', 'import', path, '--dry-run', '--rejected', all);
    expect(oneObject(kept)).toMatchObject({ rejected: 300, rejectedFile: all });
    const written = readFileSync(all, 'utf8').trimEnd().split('\r\n');
    expect(written).toHaveLength(301);
    expect(written[1]).toContain('Час');
    const noted = oneObject(line.inVault('audit', '--limit', '5')).rows;
    expect(noted.map(({ action }: { action: string }) => action)).toContain('export-table');
    expect(oneObject(line.inVault('import', path))).toMatchObject({
      rejected: 300,
      rejectedRowsComplete: true,
    });
  });
});

describe('import register', () => {
  test('files are sources by hash alone, and what nobody may look at is refused for ever', () => {
    const noted = line.write('film.bin', '\u0000\u0001 a film');
    const table = line.write(
      'shut.csv',
      'caller,called,start\n+380671119900,+380501112299,2026-07-15 12:00:00\n',
    );
    expect(oneObject(line.inVault('import', 'register', noted))).toMatchObject({
      ok: true,
      hashOnly: false,
      files: [{ file: 'film.bin', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }],
    });
    const gone = line.inVault('import', 'register', '--hash-only', table, join(dirname(table), 'nowhere'));
    expect(gone.status).toBe(1);
    expect(oneObject(gone).files).toMatchObject([
      { file: 'shut.csv', reference: expect.stringMatching(/^S-/) },
      { file: 'nowhere', error: {} },
    ]);
    expect(oneObject(line.inVault('import', table))).toMatchObject({
      error: { code: 'import.hash-only' },
    });
  });
});
