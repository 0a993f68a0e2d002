import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Input, MethodName, Output } from '../../src/contract/index.ts';
import { createEngine, type Engine } from '../../src/main/engine/index.ts';

/**
 * What is done with a whole vault of N call rows: unlocked until the list of files stands, backed up, encrypted anew,
 * restored. The derivation of the key is left out by a light cost: it is one second by design, whatever the vault.
 * `node tests/bench/vault.ts [rows]` prints one JSON object.
 */
const rows = Number(process.argv[2] ?? 1_000_000);
const PHONES = 10_000;
const PASSPHRASE = 'seven slow barges under the bridge';
const folder = mkdtempSync(join(tmpdir(), 'iforce-bench-'));
const path = join(folder, 'bench.vault');
const secret = { kind: 'passphrase', text: PASSPHRASE } as const;

const open = (): Engine =>
  createEngine({
    resourcesFolder: join(import.meta.dirname, '../../resources'),
    settingsFolder: join(folder, 'settings'),
    programVersion: 'bench',
    host: 'none',
    keyCost: { memoryKiB: 64, passes: 1 },
  });

async function ask<M extends MethodName>(engine: Engine, method: M, input: Input<M>): Promise<Output<M>> {
  const reply = await engine.handle(method, input);
  if (!reply.ok) throw new Error(`${method}: ${reply.error.message}`);
  return reply.value;
}

async function finished(engine: Engine, { jobId }: { readonly jobId: string }): Promise<unknown> {
  const job = await engine.context.jobs.finished(jobId);
  if (job.state !== 'done') throw new Error(`${job.kind}: ${job.error?.message ?? job.state}`);
  return job.result;
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return Math.round(performance.now() - started) / 1000;
}

function writeCalls(file: string): void {
  const handle = openSync(file, 'w');
  let text = 'Calling number,Called number,Start (UTC),Duration (s)\n';
  for (let row = 0; row < rows; row += 1) {
    const caller = (row * 7919) % PHONES;
    const called = (caller + 1 + (row % 40)) % PHONES;
    const start = new Date(1_767_225_600_000 + row * 15_000).toISOString().slice(0, 19).replace('T', ' ');
    text += `+38050${String(caller).padStart(7, '0')},+37360${String(called).padStart(6, '0')},${start},${row % 900}\n`;
    if (text.length < 1_000_000 && row < rows - 1) continue;
    writeSync(handle, text);
    text = '';
  }
  closeSync(handle);
}

async function fill(engine: Engine): Promise<void> {
  const calls = join(folder, 'calls.csv');
  writeCalls(calls);
  await ask(engine, 'vault.create', { path, passphrase: PASSPHRASE, slotName: 'bench' });
  const file = await ask(engine, 'analysisFile.create', {
    reference: 'BENCH',
    title: 'bench',
    purpose: 'bench',
    crimeAreas: [],
    legalBasis: '',
    originator: 'MD',
    participants: [],
    subjectCategories: [],
    storageMonths: null,
    reviewDate: null,
    conditions: '',
    marking: { level: 'restricted', handling: ['H1'] },
  });
  const { suggested: specification } = await ask(engine, 'import.inspect', { path: calls, fileId: file.id });
  const wish = { fileId: file.id, path: calls, specification, dryRun: false };
  await finished(engine, await ask(engine, 'import.start', wish));
  await ask(engine, 'vault.lock', {});
}

async function unlock(engine: Engine): Promise<void> {
  await ask(engine, 'vault.unlock', { path, passphrase: PASSPHRASE });
  const [file] = (await ask(engine, 'analysisFile.list', {})).files;
  if (file === undefined) throw new Error('the analysis file is gone');
  await ask(engine, 'analysisFile.get', { fileId: file.id });
}

try {
  await fill(open());
  const engine = open();
  const unlockSeconds = await seconds(() => unlock(engine));
  let backup = '';
  const backupSeconds = await seconds(async () => {
    backup = ((await finished(engine, await ask(engine, 'backup.make', {}))) as { name: string }).name;
  });
  const rekeySeconds = await seconds(async () =>
    finished(engine, await ask(engine, 'vault.rekey', { passphrase: PASSPHRASE })),
  );
  const { sizeBytes } = await ask(engine, 'vault.info', {});
  await ask(engine, 'vault.lock', {});
  const restoreSeconds = await seconds(async () =>
    finished(engine, await ask(engine, 'backup.restore', { path, backup, secret })),
  );
  const megabytes = Math.round(sizeBytes / 2 ** 20);
  console.log(
    JSON.stringify({ rows, megabytes, unlockSeconds, backupSeconds, rekeySeconds, restoreSeconds }),
  );
  await engine.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
