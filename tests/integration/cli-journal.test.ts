import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandLine, oneObject } from '../helpers/iforce.ts';

/** `iforce journal`: what was done, taken back newest first or any one by its id. */

const line = commandLine();
afterAll(() => line.close());

const HEAD = 'Calling number,Called number,Start (UTC),Duration (s)';
const FIRST = `${HEAD}\n+37360000053,+380500000060,2026-02-02T05:11:55Z,60\n`;
const SECOND = `${HEAD}\n+37360000053,+380500000061,2026-02-03T05:11:55Z,70\n`;

interface Entry {
  readonly id: string;
  readonly state: string;
}
const entries = (): Entry[] => oneObject(line.inVault('journal', 'list')).entries;
const states = (): string[] => entries().map(({ state }) => state);
const calls = (): number => oneObject(line.inVault('file', 'show')).counts.events.call ?? 0;

beforeAll(() => {
  for (const [name, text] of [
    ['first.csv', FIRST],
    ['second.csv', SECOND],
  ] as const) {
    const done = line.inVault('import', line.write(name, text));
    expect(done.status, done.stdout + done.stderr).toBe(0);
  }
}, 120_000);

test('lists what was done, newest first, page by page and by words', () => {
  const page = oneObject(line.inVault('journal', 'list', '--limit', '1'));
  expect(page).toMatchObject({ ok: true, older: true, entries: [{ state: 'done' }] });
  const rest = oneObject(line.inVault('journal', 'list', '--older-than', page.entries[0].id));
  expect(rest).toMatchObject({ older: false, entries: [{ state: 'done' }] });
  const found = oneObject(line.inVault('journal', 'list', '--text', 'SECOND.csv'));
  expect(found.entries.map(({ id }: Entry) => id)).toEqual([page.entries[0].id]);
}, 120_000);

test('names what rests on a step and changes nothing, until a choice is made', () => {
  const [second, first] = entries();
  const refused = line.inVault('journal', 'undo', first?.id ?? '');
  expect(refused.status).toBe(1);
  expect(oneObject(refused)).toMatchObject({ ok: false, dependents: [{ id: second?.id }] });
  const kept = oneObject(line.inVault('journal', 'undo', first?.id.slice(-8) ?? '', '--keep'));
  expect(kept).toMatchObject({ ok: true, entries: 1 });
  expect([states(), calls()]).toEqual([['done', 'done', 'reverted'], 1]);
  expect(line.inVault('journal', 'undo').status).toBe(0);
  const together = line.inVault('journal', 'undo', first?.id ?? '', '--with-dependents');
  expect(together.status).toBe(0);
  expect(oneObject(together)).toMatchObject({ ok: true, entries: 2, kept: 0 });
  expect([states(), calls()]).toEqual([['done', 'reverted', 'reverted'], 0]);
}, 120_000);

test('refuses an entry it does not know with 1, and a contradiction with 2', () => {
  const unknown = line.inVault('journal', 'undo', 'abcdefghij');
  expect(unknown.status).toBe(1);
  expect(oneObject(unknown).error).toMatchObject({
    code: 'cli.entry-unknown',
    message: expect.stringContaining('iforce journal list'),
  });
  const both = line.inVault('journal', 'undo', '--keep', '--with-dependents');
  expect(both.status).toBe(2);
  expect(oneObject(both).error.code).toBe('cli.usage');
});

test.each([
  ['en', 'take back'],
  ['uk', 'скасувати'],
  ['ro', 'anulează'],
])('explains itself in %s', (language, word) => {
  const help = line.call('--language', language, 'journal', 'undo', '--help');
  expect(help.status).toBe(0);
  expect(help.stdout).toContain('--with-dependents');
  expect(help.stdout).toContain(word);
});
