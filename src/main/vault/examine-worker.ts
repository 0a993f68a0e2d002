import { parentPort, workerData } from 'node:worker_threads';
import { vaultDiskError } from './disk.ts';
import { type Examination, examine } from './examine.ts';

/** One examination in a thread of its own: a large vault takes a while, and the screen must not wait for it. */
const wish = workerData as Examination;
try {
  parentPort?.postMessage({ finding: examine(wish) });
} catch (error) {
  const known = vaultDiskError(error, wish.path);
  if (known === null) throw error;
  parentPort?.postMessage({ error: known });
} finally {
  wish.key.fill(0);
  wish.newKey?.fill(0);
}
