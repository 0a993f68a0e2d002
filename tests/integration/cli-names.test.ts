import { writeFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { afterAll, expect, test } from 'vitest';
import { commandLine, oneObject } from '../helpers/iforce.ts';

const line = commandLine();
afterAll(() => line.close());

test('of several namesakes none is guessed', () => {
  const people = line.write(
    'people.csv',
    'ПІБ;Дата народження;Телефон\nКравченко Олег;01.02.1980;+380501230001\nКравченко Олег;05.06.1990;+380501230002\nМороз Іван;05.06.1971;+380501230003\n',
  );
  expect(oneObject(line.inVault('import', people, '--tz', 'Europe/Kyiv'))).toMatchObject({ imported: 3 });
  const done = line.inVault('ask', 'path', 'Кравченко Олег', 'Мороз Іван');
  expect(done.status).toBe(2);
  const { error } = oneObject(done);
  expect(error).toMatchObject({ code: 'cli.entity-ambiguous', complete: true });
  expect(error.candidates).toMatchObject([
    { id: expect.any(String), type: 'person', label: 'Кравченко Олег', status: null, minor: false },
    { id: expect.any(String), label: 'Кравченко Олег' },
  ]);
  const [first, second] = error.candidates;
  expect(first.id).not.toBe(second.id);
  expect(error.message).toContain(second.id);
  expect(oneObject(line.inVault('ask', 'path', first.id, '+380501230001')).ok).toBe(true);
});

test('an identifier only one has names it, and half a name says whom it could mean', () => {
  expect(oneObject(line.inVault('ask', 'path', '0501230003', '+380501230001')).ok).toBe(true);
  expect(oneObject(line.inVault('ask', 'path', '+380501230003', 'Мороз Іван')).ok).toBe(true);
  const half = line.inVault('ask', 'path', 'Кравченко', 'Мороз Іван');
  expect([half.status, oneObject(half).error.candidates.length]).toEqual([2, 2]);
});

test('two names are compared without a vault, in words and as one object', () => {
  const said = line.call('names', 'compare', 'Олександр Ткачук', 'Alexandru Tcaciuc');
  expect([said.status, said.stderr]).toEqual([0, '']);
  expect(said.stdout).toMatch(/^Score 0\.\d{3}: the same name\n- /);
  expect(oneObject(line.call('--json', 'names', 'compare', 'Ткачук Іван', 'Мельник Олег'))).toMatchObject({
    ok: true,
    left: 'Ткачук Іван',
    right: 'Мельник Олег',
    modes: { diacritics: true, transliterated: true, phonetic: true, givenNames: true },
    verdict: 'different',
    reasons: expect.any(Array),
    words: expect.any(Array),
  });
});

test('the modes can be switched off one by one or all at once, and the kind can be told', () => {
  const wish = (...words: string[]) =>
    oneObject(line.call('--json', 'names', 'compare', 'A B', 'A B', ...words));
  expect(wish('--no-phonetic', '--no-given-names').modes).toEqual({
    diacritics: true,
    transliterated: true,
    phonetic: false,
    givenNames: false,
  });
  expect(Object.values(wish('--exact').modes)).toEqual([false, false, false, false]);
  expect(wish('--kind', 'organisation')).toMatchObject({ kind: 'organisation', score: 1 });
  expect(line.call('names', 'compare', 'A', 'B', '--kind', 'ship').status).toBe(2);
  expect(line.call('names', 'compare', 'A', ' ').status).toBe(2);
});

const PAIRS =
  'Name1;name2;IS_MATCH\nСтець Юрій;Yurii Stets;так\nСтець Юрій;Гук Марія;1\n"Лис; Олег";Лис Олег;no\n';

test('pairs in another encoding and delimiter are counted, and the wrong ones listed with their line', () => {
  const path = line.write('pairs.csv', '');
  writeFileSync(path, iconv.encode(PAIRS, 'windows-1251'));
  const json = oneObject(line.call('--json', 'names', 'bench', path));
  expect(json).toMatchObject({ ok: true, pairs: 3, matches: 2, threshold: 0.7, found: 1, missed: 1 });
  expect(json).toMatchObject({ wronglyFound: 1, rightlyLeft: 0, precision: 0.5, recall: 0.5, f1: 0.5 });
  expect(json.wrong).toEqual([
    { line: 3, name1: 'Стець Юрій', name2: 'Гук Марія', isMatch: true, score: expect.any(Number) },
    { line: 4, name1: 'Лис; Олег', name2: 'Лис Олег', isMatch: false, score: expect.any(Number) },
  ]);
  const said = line.call('names', 'bench', path, '--threshold', '0').stdout;
  expect(said).toContain('Rightly found 2, wrongly found 1, missed 0, rightly left 0');
  expect(said).toMatch(/\n4 .*wrongly found +Лис; Олег +Лис Олег\n$/);
});

test('a label that says nothing is named with its line, and its pair is left out', () => {
  const path = line.write(
    'unclear.csv',
    'a,b,same\nЛис Олег,Лис Олег,yes\nЛис Олег,Рак Ян,maybe\nГук Ян,Гук Ян,\n',
  );
  const columns = ['--columns', 'a, b, same'];
  const json = oneObject(line.call('--json', 'names', 'bench', path, ...columns));
  expect(json).toMatchObject({ pairs: 1, found: 1, unreadable: [{ line: 3, label: 'maybe' }, { line: 4 }] });
  expect(json.warnings[0].message).toContain('Line 3: “maybe”');
  const said = line.call('names', 'bench', path, ...columns);
  expect([said.status, said.stderr.split('\n').length]).toEqual([0, 3]);
});

test('a column that is not there is a wrong call, and what cannot be read is a failure', () => {
  const path = line.write('other.csv', 'a,b,same\nЛис Олег,Лис Олег,?\n');
  const missing = line.call('--json', 'names', 'bench', path);
  expect([missing.status, oneObject(missing).error]).toEqual([
    2,
    expect.objectContaining({ code: 'cli.column-missing', columns: ['a', 'b', 'same'] }),
  ]);
  const failure = (...words: string[]) => {
    const done = line.call('--json', 'names', 'bench', ...words);
    return [done.status, oneObject(done).error.code];
  };
  expect(failure(path, '--columns', 'a,b')).toEqual([2, 'cli.usage']);
  expect(failure(path, '--threshold', '7')).toEqual([2, 'cli.usage']);
  expect(failure(path, '--columns', 'a,b,same')).toEqual([1, 'cli.no-pairs']);
  expect(failure(line.write('empty.csv', ''))).toEqual([1, 'import.file-empty']);
  expect(failure(`${path}.gone`)).toEqual([1, 'import.file-missing']);
});
