import { join } from 'node:path';
import { Database } from '@signalapp/sqlcipher';
import { expect, test } from 'vitest';
import { readKeyFile } from '../../src/main/vault/key-file.ts';
import { openSlot } from '../../src/main/vault/slots.ts';
import { openTemporary, PASSPHRASE, temporaryVault } from '../helpers/vault.ts';

async function rawKey(path: string): Promise<string> {
  const slot = readKeyFile(path).keys.slots.find((one) => one.kind === 'passphrase');
  const key = slot === undefined ? null : await openSlot(PASSPHRASE, slot);
  return Buffer.from(key ?? []).toString('hex');
}

test('real SQLCipher opens the vault with the raw key and reads what we wrote', async () => {
  const { path } = await temporaryVault();
  const ours = await openTemporary(path);
  ours.database.run("INSERT INTO setting (name, value) VALUES ('probe', 'їжак ș')");
  ours.close();
  const theirs = new Database(join(path, 'vault.db'));
  theirs.pragma(`key = "x'${await rawKey(path)}'"`);
  expect(theirs.prepare("SELECT value FROM setting WHERE name = 'probe'").get()).toEqual({ value: 'їжак ș' });
  expect(theirs.pragma('cipher_integrity_check')).toEqual([]);
  expect(theirs.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  theirs.close();
});

test('real SQLCipher refuses it with another key', async () => {
  const { path } = await temporaryVault();
  const theirs = new Database(join(path, 'vault.db'));
  theirs.pragma(`key = "x'${'0'.repeat(64)}'"`);
  expect(() => theirs.prepare('SELECT count(*) FROM setting').get()).toThrow();
  theirs.close();
});
