import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { commandLine, oneObject } from '../helpers/iforce.ts';

const line = commandLine();
afterAll(() => line.close());

const vault = join(line.folder, 'Справа.vault');
const second = line.write('second.txt', 'two quiet hills beside water\n');
const weak = line.write('weak.txt', 'password1234\n');
const names = (done: ReturnType<typeof line.inVault>): string[] =>
  oneObject(done).slots.map((slot: { name: string }) => slot.name);
const asSecond = (...words: string[]) =>
  line.call('--vault', vault, '--passphrase-file', second, '--json', ...words);

test('a second person gets a key that opens, and a passphrase that is easy to guess is refused', () => {
  const refused = line.inVault('vault', 'slot', 'add', 'Олена', '--new-passphrase-file', weak);
  expect(refused.status).toBe(1);
  expect(oneObject(refused).error.code).toBe('vault.guessable-passphrase');
  const added = line.inVault('vault', 'slot', 'add', 'Олена', '--new-passphrase-file', second);
  expect(names(added)).toContain('Олена');
  expect(oneObject(asSecond('vault', 'slot', 'list')).slots).toHaveLength(3);
});

test('a backup is made, listed for a vault that does not open, and restored; the present one is kept', () => {
  const { name } = oneObject(line.inVault('vault', 'backup')).backup;
  line.inVault('file', 'new', 'CAF-2', '--title', 'Після копії', '--purpose', 'test');
  writeFileSync(join(vault, 'vault.db'), 'nothing of a database');
  expect(oneObject(line.inVault('file', 'list')).error.code).toBe('vault.damaged');
  const listed = oneObject(line.call('--vault', vault, '--json', 'vault', 'backups'));
  expect(listed.backups).toMatchObject([{ name, reason: 'wanted', verified: true }]);
  const { aside } = oneObject(line.inVault('vault', 'restore', name));
  expect(oneObject(line.inVault('file', 'list')).files).toHaveLength(1);
  const after = oneObject(line.call('--vault', vault, '--json', 'vault', 'backups')).backups;
  expect(after).toHaveLength(2);
  expect(after).toContainEqual(expect.objectContaining({ name: aside, reason: 'restore', verified: false }));
});

test('both key files damaged, the keys come back from a backup alone', () => {
  const [{ name }] = oneObject(line.call('--vault', vault, '--json', 'vault', 'backups')).backups.filter(
    (one: { verified: boolean }) => one.verified,
  );
  for (const file of ['keys.json', 'keys.copy.json']) writeFileSync(join(vault, file), '{');
  expect(oneObject(line.inVault('file', 'list')).error.code).toBe('vault.keys-damaged');
  expect(line.inVault('vault', 'restore', name, '--keys-only').status).toBe(0);
  expect(oneObject(line.inVault('file', 'list')).files).toHaveLength(1);
});

test('encrypted anew, the vault opens by one passphrase and new words; the dropped person is named', () => {
  const anew = oneObject(line.inVault('vault', 'rekey'));
  expect(anew.dropped).toEqual(['Олена']);
  expect(anew.recoveryWords).toHaveLength(24);
  expect(oneObject(asSecond('file', 'list')).error.code).toBe('vault.wrong-passphrase');
  expect(oneObject(line.inVault('file', 'list')).files).toHaveLength(1);
  const [own] = names(line.inVault('vault', 'slot', 'list'));
  expect(oneObject(line.inVault('vault', 'slot', 'remove', own ?? '')).error.code).toBe('vault.last-key');
});
