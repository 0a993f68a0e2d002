import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readKeyFile } from '../../src/main/vault/key-file.ts';
import { openSlot } from '../../src/main/vault/slots.ts';
import { cannotWatch } from '../helpers/file-writes.ts';
import { PASSPHRASE, temporaryFolder, temporaryVault } from '../helpers/vault.ts';

/** A locked engine holds the data key nowhere in its memory, freed memory included. */

const PROGRAM = 'tests/integration/programs/hold-key.ts';
const WRITABLE = /^([0-9a-f]+)-([0-9a-f]+) rw[^\n]*\n(?:[A-Z].*\n)*?Rss: +([1-9]\d*) kB/gm;

/** Every writable piece of memory a process really uses; it stands still meanwhile, or pieces would vanish. */
function* memoryOf(pid: number): Generator<Buffer> {
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  process.kill(pid, 'SIGSTOP');
  try {
    for (const [, from = '', to = ''] of readFileSync(`/proc/${pid}/smaps`, 'utf8').matchAll(WRITABLE)) {
      const start = Number.parseInt(from, 16);
      const bytes = Buffer.allocUnsafe(Number.parseInt(to, 16) - start);
      yield bytes.subarray(0, readSync(memory, bytes, 0, bytes.length, start));
    }
  } finally {
    process.kill(pid, 'SIGCONT');
    closeSync(memory);
  }
}

function copies(child: ChildProcess, key: Uint8Array): number {
  const hex = Buffer.from(key).toString('hex');
  const writings = [Buffer.from(key), Buffer.from(hex), Buffer.from(hex, 'utf16le')];
  writings.push(Buffer.from(hex.toUpperCase()), Buffer.from(Buffer.from(key).toString('base64')));
  let found = 0;
  for (const bytes of memoryOf(child.pid ?? 0))
    for (const writing of writings)
      for (let at = bytes.indexOf(writing); at >= 0; at = bytes.indexOf(writing, at + 1)) found += 1;
  return found;
}

async function dataKey(path: string): Promise<Uint8Array> {
  const slot = readKeyFile(path).keys.slots.find(({ kind }) => kind === 'passphrase');
  const key = slot === undefined ? null : await openSlot(PASSPHRASE, slot);
  if (key === null) throw new Error('the test has no key to look for');
  return key;
}

const cannot = cannotWatch();
const reason = cannot === null ? '' : ` (skipped: ${cannot})`;

test.skipIf(cannot !== null)(`the data key is gone from the memory of a locked engine${reason}`, async () => {
  const { path } = await temporaryVault();
  const key = await dataKey(path);
  const child = spawn(process.execPath, [PROGRAM, path, PASSPHRASE, temporaryFolder()], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  try {
    await once(child.stdout, 'data');
    expect(copies(child, key)).toBeGreaterThan(0);
    child.stdin.write('lock\n');
    await once(child.stdout, 'data');
    expect(copies(child, key)).toBe(0);
  } finally {
    child.kill('SIGKILL');
  }
});
