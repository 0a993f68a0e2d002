import { unlockVault } from '../../../src/main/vault/open.ts';

/** Opens the vault and writes committed rows, then one big transaction that never ends, until it is killed. */
const [path = '', passphrase = ''] = process.argv.slice(2);
const { database } = await unlockVault(path, { kind: 'passphrase', text: passphrase });
for (let row = 0; row < 100; row += 1)
  database.run('INSERT INTO setting (name, value) VALUES (?, ?)', `done-${row}`, 'committed');
database.execute('PRAGMA cache_size=10; BEGIN IMMEDIATE');
for (let row = 0; ; row += 1) {
  database.run('INSERT INTO setting (name, value) VALUES (?, ?)', `half-${row}`, 'x'.repeat(2000));
  if (row === 5000) process.stdout.write('writing\n');
}
