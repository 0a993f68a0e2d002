import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandLine, oneObject } from '../helpers/iforce.ts';

/** `iforce check` and `iforce hitnohit`: checks written down, and two bureaux compared by files alone. */

const here = commandLine();
const there = commandLine();
afterAll(() => {
  here.close();
  there.close();
});

const WORDS = 'legal winner thank year wave sausage worth useful legal winner thank yellow\n';
const HEAD = 'Calling number,Called number,Start (UTC),Duration (s)';

beforeAll(() => {
  for (const [line, other] of [
    [here, '+380500000060'],
    [there, '+380500000061'],
  ] as const) {
    const calls = line.write('calls.csv', `${HEAD}\n+37360000053,${other},2026-02-02T05:11:55Z,60\n`);
    const done = line.inVault('import', calls);
    expect(done.status, done.stdout + done.stderr).toBe(0);
    line.write('words.txt', WORDS);
  }
}, 120_000);

test('a check is written down, listed, and waits for its confirmation', () => {
  const add = (...more: string[]) =>
    here.inVault('check', 'add', '+37360000053', '--database', 'national', '--name', 'Register', ...more);
  const hit = add('--result', 'hit', '--value', '+37360000053', '--owner', 'NCB Kyiv', '--due', '2026-02-10');
  const { ok, checkId, warnings } = oneObject(hit);
  expect([ok, hit.status, warnings.length]).toEqual([true, 0, 1]);
  const { checks } = oneObject(here.inVault('check', 'list', '+37360000053'));
  expect(checks).toMatchObject([{ id: checkId, systemName: 'Register', result: 'hit', overdue: true }]);
  expect(oneObject(here.inVault('check', 'list'))).toMatchObject({
    overdue: 1,
    open: [{ due: '2026-02-10' }],
  });
  expect(here.forPerson('check', 'list').stdout).toContain('NCB Kyiv');
  expect(add('--result', 'maybe').status).toBe(2);
  expect(add('--result', 'hit', '--value', 'x', '--due', '10.02.2026').status).toBe(2);
  expect(oneObject(add('--result', 'hit')).error.code).toBe('checks.value-missing');
}, 120_000);

test('the two sides learn of the number both have, and the file tells no number', () => {
  const out = join(here.folder, 'hits.json');
  const secret = ['--secret-file', join(here.folder, 'words.txt')];
  const who = ['--partner', 'UA', '--bureau', 'NCB Chisinau', '--contact', 'desk 4', '--out', out];
  const sent = oneObject(here.inVault('hitnohit', 'export', ...secret, ...who));
  expect(sent).toMatchObject({ ok: true, preview: { keys: [{ kind: 'phone', count: 2 }] } });
  expect(readFileSync(out, 'utf8')).not.toContain('60000053');
  expect(oneObject(here.inVault('hitnohit', 'export', ...secret, ...who)).error.code).toBe('cli.out-exists');
  const found = oneObject(there.inVault('hitnohit', 'match', out, ...secret));
  expect(found).toMatchObject({ partner: { name: 'NCB Chisinau', reference: 'CAF-1' } });
  expect(found.hits).toMatchObject([{ entity: { label: '+37360000053' }, what: [{ kind: 'phone' }] }]);
  const other = there.write('other.txt', WORDS.replace('yellow', 'year'));
  const wrong = oneObject(there.inVault('hitnohit', 'match', out, '--secret-file', other));
  expect(wrong.error.code).toBe('hitnohit.mistyped-words');
}, 120_000);
