import { setTimeout as wait } from 'node:timers/promises';
import { Failure } from '../../../src/core/result.ts';
import { unlockVault } from '../../../src/main/vault/open.ts';

/** Takes a stale lock over at the given moment, says whether it got the vault, and keeps it until it is ended. */
const [path = '', passphrase = '', at = '0'] = process.argv.slice(2);
await wait(Number(at) - Date.now());
const outcome = await unlockVault(
  path,
  { kind: 'passphrase', text: passphrase },
  { takeOverLock: true },
).then(
  () => 'open',
  (error: unknown) => (error instanceof Failure ? error.error.code : String(error)),
);
process.stdout.write(`${outcome}\n`);
setInterval(() => undefined, 60_000);
