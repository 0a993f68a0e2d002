import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandLine, oneObject } from '../helpers/iforce.ts';

/** `iforce search`: the language of the search box on the command line. */

const line = commandLine();
afterAll(() => line.close());

const PEOPLE = `Full name,Personal number
Олександр Ткачук,2004001000013
Alexandru Tcaciuc,2004001000021
Sandu Popa,2004001000030
`;

interface Group {
  readonly type: string;
  readonly hits: readonly { readonly entity: { readonly label: string }; readonly why: string }[];
}
const groups = (...words: string[]): Group[] => oneObject(line.inVault('search', ...words)).groups;
const labels = (...words: string[]): string[] =>
  groups(...words).flatMap(({ hits }) => hits.map(({ entity }) => entity.label));

beforeAll(() => {
  const done = line.inVault('import', line.write('people.csv', PEOPLE));
  expect(done.status, done.stdout + done.stderr).toBe(0);
}, 120_000);

test('finds by the whole language, grouped by type', () => {
  expect(groups('Tkachuk')).toMatchObject([
    { type: 'person', hits: [{ why: 'transliterated' }, { why: 'phonetic' }] },
  ]);
  expect(labels('type:person -Popa')).toHaveLength(2);
  expect(labels('personal-number:20040010000?0')).toEqual(['Sandu Popa']);
  expect(labels('тип:особа Попа')).toEqual(['Sandu Popa']);
}, 120_000);

test('compares names only in the ways that are asked for', () => {
  expect(labels('Tkachuk', '--mode', 'exact')).toEqual([]);
  expect(labels('Tkachuk', '--mode', 'transliterated')).toEqual(['Олександр Ткачук']);
  expect(labels('Олександр', '--mode', 'diacritics,givenNames').sort()).toContain('Sandu Popa');
  expect(line.inVault('search', 'Tkachuk', '--mode', 'guess').status).toBe(2);
}, 120_000);

test('tells a person what could not be read, where, and searches the rest', () => {
  const { stdout, status } = line.forPerson('search', 'Popa born:someday', '--mode', 'all');
  expect(status).toBe(0);
  expect(stdout).toContain('6–17');
  expect(stdout).toContain('Sandu Popa');
}, 120_000);
