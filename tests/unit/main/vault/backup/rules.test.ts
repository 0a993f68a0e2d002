import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isBackupDue } from '../../../../../src/main/vault/backup/due.ts';
import { type KeptBackup, notToKeep } from '../../../../../src/main/vault/backup/keeping.ts';
import { BACKUP_REASONS } from '../../../../../src/main/vault/backup/reasons.ts';
import { FIRST_POLICY } from '../../../../../src/main/vault/policy.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 23, 9);

function backup(daysAgo: number, more: Partial<KeptBackup> = {}): KeptBackup {
  const at = START - daysAgo * DAY;
  return { name: `b${daysAgo}`, at, reason: 'scheduled', schemaVersion: 20, verified: true, ...more };
}
const kept = (backups: KeptBackup[]): string[] => {
  const gone = new Set(notToKeep(backups));
  return backups.filter((one) => !gone.has(one.name)).map((one) => one.name);
};

test('five of one day stay, an older one of that day goes', () => {
  const today = Array.from({ length: 7 }, (_, hour) => backup(hour / 24));
  expect(notToKeep(today)).toEqual([`b${5 / 24}`, `b${6 / 24}`]);
});

test('a year of daily backups leaves seven days and five weeks', () => {
  const names = kept(Array.from({ length: 365 }, (_, day) => backup(day)));
  expect(names.slice(0, 7)).toEqual(['b0', 'b1', 'b2', 'b3', 'b4', 'b5', 'b6']);
  expect(names).toHaveLength(10);
  const ages = names.slice(7).map((name) => Number(name.slice(1)));
  for (let at = 1; at < ages.length; at += 1) expect((ages[at] ?? 0) - (ages[at - 1] ?? 0)).toBe(7);
});

test('day after day, what is left reaches back more than three weeks and stays few', () => {
  let backups: KeptBackup[] = [];
  for (let day = 0; day < 120; day += 1) {
    backups.push(backup(120 - day));
    const gone = new Set(notToKeep(backups));
    backups = backups.filter((one) => !gone.has(one.name));
    const oldest = Math.min(...backups.map((one) => one.at));
    expect(START - (120 - day) * DAY - oldest).toBeGreaterThanOrEqual(
      Math.min(Math.max(0, day - 6), 22) * DAY,
    );
    expect(backups.length).toBeLessThanOrEqual(12);
  }
});

test('after a long absence nothing goes that was kept before', () => {
  const before = [0, 1, 2, 3, 4, 8, 15].map((day) => backup(day + 400));
  expect(kept([backup(0), ...before])).toEqual(['b0', ...before.map((one) => one.name)]);
});

test('those before the last two migrations stay, older ones go', () => {
  const old = [10, 20, 30].map((schemaVersion) =>
    backup(300 - schemaVersion, { reason: 'migration', schemaVersion, name: `m${schemaVersion}` }),
  );
  const daily = Array.from({ length: 100 }, (_, day) => backup(day));
  const names = kept([...daily, ...old]);
  expect(names).toContain('m20');
  expect(names).toContain('m30');
  expect(names).not.toContain('m10');
});

test('a vault moved aside stays though it could not be verified; another that never was goes', () => {
  const aside = backup(200, { reason: 'restore', verified: false, name: 'aside' });
  const broken = backup(0.5, { verified: false, name: 'broken' });
  const daily = Array.from({ length: 100 }, (_, day) => backup(day));
  expect(kept([...daily, aside, broken])).toContain('aside');
  expect(kept([...daily, aside, broken])).not.toContain('broken');
});

const anyBackups = fc.uniqueArray(
  fc.record({
    name: fc.uuid(),
    at: fc.integer({ min: 0, max: START }),
    reason: fc.constantFrom(...BACKUP_REASONS),
    schemaVersion: fc.constantFrom(10, 20, 30, 40),
    verified: fc.boolean(),
  }),
  { selector: (one) => one.name, maxLength: 60 },
);

test('the newest verified one always stays, the rule is stable, and order does not matter', () => {
  fc.assert(
    fc.property(anyBackups, (backups) => {
      const gone = new Set(notToKeep(backups));
      const newest = [...backups].filter((one) => one.verified).sort((a, b) => b.at - a.at)[0];
      if (newest !== undefined)
        expect(backups.some((one) => one.at === newest.at && !gone.has(one.name))).toBe(true);
      const left = backups.filter((one) => !gone.has(one.name));
      expect(notToKeep(left)).toEqual([]);
      expect(new Set(notToKeep([...backups].reverse()))).toEqual(gone);
    }),
  );
});

test('one more backup never takes more than the oldest of each rule', () => {
  fc.assert(
    fc.property(anyBackups, (backups) => {
      const before = kept(backups);
      const added = { ...backup(-1), name: 'added' };
      const after = new Set(kept([...backups.filter((one) => before.includes(one.name)), added]));
      expect(before.filter((name) => !after.has(name)).length).toBeLessThanOrEqual(4);
    }),
  );
});

test.each([
  ['none was made yet', { last: null, workedMs: 0 }, true],
  ['one of an hour ago', { last: START - 3_600_000, workedMs: 60_000 }, false],
  ['one of a day ago', { last: START - DAY, workedMs: 0 }, true],
  ['four hours of work since', { last: START - 5 * 3_600_000, workedMs: 4 * 3_600_000 }, true],
  ['one in the future, the clock was set back', { last: START + DAY, workedMs: 0 }, true],
])('%s', (_what, since, isDue) => {
  expect(isBackupDue(FIRST_POLICY, { now: START, ...since })).toBe(isDue);
});

test('a rule that is off asks for nothing', () => {
  const since = { now: START, last: null, workedMs: 100 * 3_600_000 };
  expect(isBackupDue({ everyHours: 0, everyHoursOfWork: 0 }, since)).toBe(false);
  expect(isBackupDue({ everyHours: 0, everyHoursOfWork: 4 }, since)).toBe(true);
});
