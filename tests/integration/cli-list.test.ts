import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandLine, oneObject } from '../helpers/iforce.ts';

/** `iforce list`: loaded, shown, compared in both directions. */

const line = commandLine();
afterAll(() => line.close());

const PEOPLE = readFileSync(resolve('resources/training/people.csv'), 'utf8');
const NAMED = ['--name', 'Training notices', '--owner', 'NCB Chișinău', '--kind', 'wanted'];

beforeAll(() => {
  const done = line.inVault('import', line.write('people.csv', PEOPLE));
  expect(done.status, done.stdout + done.stderr).toBe(0);
}, 120_000);

test('a list is added and finds who is in the vault, across alphabets', () => {
  const added = oneObject(
    line.inVault('list', 'add', resolve('resources/training/watch-list.csv'), ...NAMED),
  );
  expect(added).toMatchObject({ ok: true, version: 1, report: { entries: 4, rejected: 0 } });
  const { hits, counts } = oneObject(line.inVault('list', 'hits'));
  expect(counts.open).toBe(hits.length);
  const found = hits.map((one: { entity: { label: string }; reference: string }) => [
    one.reference,
    one.entity.label,
  ]);
  expect(found).toContainEqual(['TR-2026-0101', 'Ткачук Олександр']);
  expect(found).toContainEqual(['TR-2026-0104', 'Stârcea Valeriu']);
  expect(found.map(([reference]: string[]) => reference)).not.toContain('TR-2026-0103');
  const words = line.forPerson('list', 'hits').stdout;
  expect(words).toContain('TKACHUK');
}, 120_000);

test('an import says what the lists made of it', () => {
  const text = 'Full name,Date of birth\nIlie Munteanu,1971-03-09\n';
  const done = oneObject(line.inVault('import', line.write('more.csv', text)));
  expect(done.lists).toMatchObject({ fresh: 1, skipped: [] });
}, 120_000);

test('the same name and owner is a new version; one that is over is not compared and says so', () => {
  const text = 'Notice;Full name\nTR-1;Ilie Munteanu\n;\n';
  const added = oneObject(
    line.inVault('list', 'add', line.write('second.csv', text), ...NAMED, '--valid-to', '2020'),
  );
  expect(added.version).toBe(2);
  expect(added.match).toMatchObject({
    found: 0,
    skipped: [{ name: 'Training notices', standing: 'expired' }],
  });
  const { lists } = oneObject(line.inVault('list', 'ls'));
  expect(lists[0].versions.map((one: { isCurrent: boolean }) => one.isCurrent)).toEqual([true, false]);
  expect(line.forPerson('list', 'run').stdout).toContain('Not compared: “Training notices” (expired).');
}, 120_000);

test('a mapping that is none and a kind nobody knows are refused by name', () => {
  const path = line.write('third.csv', 'a;b\n1;2\n');
  const bad = line.inVault('list', 'add', path, ...NAMED, '--mapping', line.write('mapping.json', '{}'));
  expect([bad.status, oneObject(bad).error.code]).toEqual([1, 'cli.list-mapping']);
  const kind = line.inVault('list', 'add', path, '--name', 'x', '--owner', 'y', '--kind', 'shopping');
  expect([kind.status, oneObject(kind).error.code]).toEqual([2, 'cli.usage']);
}, 120_000);
