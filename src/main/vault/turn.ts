import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import Driver from 'better-sqlite3-multiple-ciphers';

const WAIT_MILLISECONDS = 5000;

/**
 * Work on a vault's folder that only one process at a time may do. The turn is a lock of the operating system on the
 * empty file `lock.turn`, held through SQLite because Node has no call for it: it ends with its process, however that
 * ends, so nothing of it is ever left over. The file stays, for removing it would let two have a turn.
 * Source: "File Locking And Concurrency In SQLite Version 3", sqlite.org/lockingv3.html.
 */
export function inTurn<T>(folder: string, work: () => T): T {
  const path = join(folder, 'lock.turn');
  closeSync(openSync(path, 'a', 0o600));
  const turn = new Driver(path, { timeout: WAIT_MILLISECONDS });
  try {
    turn.exec('BEGIN EXCLUSIVE');
    return work();
  } finally {
    turn.close();
  }
}
