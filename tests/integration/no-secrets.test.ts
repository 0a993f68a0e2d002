import {
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openSlot, type Slot } from '../../src/main/vault/slots.ts';
import { analysisFile } from '../crash/operations/case.ts';
import { type TestEngine, testEngine } from '../helpers/engine.ts';
import { PASSPHRASE, temporaryFolder } from '../helpers/vault.ts';

const WRONG = 'nine wrong horses under water';
const FIXTURES = join(import.meta.dirname, '../fixtures/import');

/** Everything the engine says while the work goes on, to whomever. */
async function listening(work: (heard: unknown[]) => Promise<void>): Promise<string> {
  const heard: unknown[] = [];
  const listen = (chunk: unknown): boolean => {
    heard.push(String(chunk));
    return true;
  };
  const spies = [process.stderr, process.stdout].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation(listen as never),
  );
  try {
    await work(heard);
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return heard.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n');
}

class Failing {
  readonly engine: TestEngine;
  readonly heard: unknown[];
  failures = 0;

  constructor(engine: TestEngine, heard: unknown[]) {
    this.engine = engine;
    this.heard = heard;
  }

  /** Asks and keeps the reply; a job's end counts as its reply. */
  async ask(method: string, input: unknown): Promise<void> {
    const reply = await this.engine.handle(method as never, input as never);
    this.heard.push(reply);
    if (!reply.ok) this.failures += 1;
    const { jobId } = (reply.ok ? reply.value : {}) as { jobId?: string };
    if (jobId === undefined) return;
    const job = await this.engine.context.jobs.finished(jobId);
    this.heard.push(job);
    if (job.state === 'failed') this.failures += 1;
  }
}

async function wrongCalls(failing: Failing, words: readonly string[]): Promise<void> {
  const path = failing.engine.vaultPath;
  const folder = temporaryFolder();
  await failing.ask('vault.create', { path, passphrase: PASSPHRASE, slotName: 'a' });
  await failing.ask('vault.create', { path: join(path, 'lock', 'x'), passphrase: PASSPHRASE, slotName: 'a' });
  await failing.ask('vault.create', { path: folder, passphrase: 'short', slotName: 'a' });
  await failing.ask('vault.unlock', { path, passphrase: PASSPHRASE });
  await failing.ask('package.verify', {
    path: join(folder, 'none.age'),
    opener: { kind: 'passphrase', secret: WRONG },
  });
  await failing.ask('package.verify', {
    path: join(FIXTURES, 'binary.csv'),
    opener: { kind: 'identity', secret: WRONG },
  });
  await failing.ask('vault.lock', {});
  await failing.ask('vault.unlock', { path, passphrase: WRONG });
  await failing.ask('vault.unlock', { path, passphrase: [PASSPHRASE] });
  await failing.ask('vault.unlock', { path, passphrase: PASSPHRASE, takeOverLock: PASSPHRASE });
  await failing.ask('vault.unlock', { path: `${path}-none`, passphrase: PASSPHRASE });
  await failing.ask('vault.recover', { path, words: words.join(' '), newPassphrase: 'short' });
  await failing.ask('vault.recover', { path, words: [...words].reverse().join(' '), newPassphrase: WRONG });
  await failing.ask('vault.recover', { path, words: `${words.join(' ')} ${WRONG}`, newPassphrase: WRONG });
  await failing.ask('vault.recover', { path, words, newPassphrase: WRONG });
  await failing.ask('entity.list', { fileId: words.join(' ') });
}

/** Every file no table can be made of, and a good one under a mapping that does not fit. */
async function wrongImports(failing: Failing, fileId: string): Promise<void> {
  const { engine } = failing;
  const good = join(FIXTURES, 'calls-utf8-bom.csv');
  const found = await engine.handle('import.inspect', { path: good, fileId });
  if (!found.ok) throw new Error(found.error.message);
  const specification = found.value.suggested;
  const paths = ['empty.csv', 'binary.csv', 'missing.csv', '.', 'payments-ro.csv', 'track.gpx'];
  for (const path of paths.map((name) => join(FIXTURES, name))) {
    await failing.ask('import.inspect', { path, fileId });
    await failing.ask('import.start', { fileId, path, specification, dryRun: false });
  }
  for (const change of [{ encoding: 'klingon' }, { delimiter: '' }, { format: 'gpx' }])
    await failing.ask('import.start', {
      fileId,
      path: good,
      specification: { ...specification, ...change },
      dryRun: false,
    });
  await failing.ask('import.undo', { batchId: fileId });
}

/** Copies of the vault, each damaged in one file. */
async function damagedVaults(failing: Failing): Promise<void> {
  const source = failing.engine.vaultPath;
  const damages: Record<string, (copy: string) => void> = {
    keys: (copy) => {
      truncateSync(join(copy, 'keys.json'), 100);
      writeFileSync(join(copy, 'keys.copy.json'), '{}');
    },
    cut: (copy) => truncateSync(join(copy, 'vault.db'), 5000),
    garbage: (copy) => writeFileSync(join(copy, 'vault.db'), Buffer.alloc(40_960, 7)),
    empty: (copy) => truncateSync(join(copy, 'vault.db'), 0),
    otherKeys: (copy) => {
      const keys = JSON.parse(readFileSync(join(copy, 'keys.json'), 'utf8')) as { slots: Slot[] };
      const [first] = keys.slots;
      const spoilt = { ...keys, slots: [{ ...first, wrapped: Buffer.alloc(32, 1).toString('base64') }] };
      for (const name of ['keys.json', 'keys.copy.json'])
        writeFileSync(join(copy, name), JSON.stringify(spoilt));
    },
    lock: (copy) => writeFileSync(join(copy, 'lock'), 'not a lock'),
  };
  for (const [name, damage] of Object.entries(damages)) {
    const copy = join(temporaryFolder(), `${name}.vault`);
    cpSync(source, copy, { recursive: true });
    damage(copy);
    await failing.ask('vault.unlock', { path: copy, passphrase: PASSPHRASE });
  }
}

/** A page in the middle is damaged: the vault opens, and what reads that page fails. */
async function damagedPage(failing: Failing): Promise<void> {
  const path = join(temporaryFolder(), 'page.vault');
  cpSync(failing.engine.vaultPath, path, { recursive: true });
  const database = join(path, 'vault.db');
  const bytes = readFileSync(database);
  for (let page = 4; page * 4096 < bytes.length; page += 1) bytes.fill(9, page * 4096, page * 4096 + 2048);
  writeFileSync(database, bytes);
  await failing.ask('vault.unlock', { path, passphrase: PASSPHRASE });
  await failing.ask('vault.verify', {});
  await failing.ask('analysisFile.list', {});
  await failing.ask('vault.lock', {});
}

/** Every file the program keeps beside the encrypted database. */
function filesOf(engine: TestEngine): string {
  const folders = [engine.vaultPath, join(dirname(engine.vaultPath), 'settings')];
  return folders
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'latin1'))
    .join('\n');
}

test('no reply, log line, audit entry or file of any failing call holds a passphrase, the words or the key', async () => {
  const engine = testEngine();
  const words = await engine.create();
  const fileId = await analysisFile(engine);
  const keyFile = readFileSync(join(engine.vaultPath, 'keys.json'), 'utf8');
  const key = await openSlot(PASSPHRASE, (JSON.parse(keyFile) as { slots: Slot[] }).slots[0] as Slot);
  if (key === null) throw new Error('the key is needed to look for it');
  const spare = join(temporaryFolder(), 'spare');
  mkdirSync(spare);
  let failures = 0;
  let audit: unknown[] = [];
  const said = await listening(async (heard) => {
    const failing = new Failing(engine, heard);
    await wrongImports(failing, fileId);
    await wrongCalls(failing, words);
    await damagedVaults(failing);
    await damagedPage(failing);
    failures = failing.failures;
    await engine.handle('vault.unlock', { path: engine.vaultPath, passphrase: PASSPHRASE });
    audit = engine.context.database().all('SELECT * FROM audit');
    heard.push(audit, engine.context.database().all('SELECT * FROM journal'));
    copyFileSync(join(engine.vaultPath, 'lock'), join(spare, 'lock'));
  });
  expect(failures).toBeGreaterThan(30);
  expect(audit.length).toBeGreaterThan(3);
  expect(said).toContain('vault.wrong-passphrase');
  expect(said).not.toContain('engine.unexpected');
  const everything = `${said}\n${filesOf(engine)}\n${readFileSync(join(spare, 'lock'), 'latin1')}`;
  const bytes = Buffer.from(key);
  const secrets: Record<string, string> = {
    passphrase: PASSPHRASE,
    'passphrase, escaped': JSON.stringify(PASSPHRASE).slice(1, -1),
    'passphrase in bytes': Buffer.from(PASSPHRASE).toString('latin1'),
    'what was typed instead': WRONG,
    'recovery words': words.slice(0, 3).join(' '),
    'the last words': words.slice(-3).join(' '),
    'words as a list': words.slice(0, 3).join('","'),
    'key in hex': bytes.toString('hex'),
    'key in capitals': bytes.toString('hex').toUpperCase(),
    'key in base64': bytes.toString('base64').replace(/=+$/, ''),
    'key in bytes': bytes.toString('latin1'),
    'key as a list': bytes.join(','),
  };
  const found = Object.entries(secrets).filter(([, secret]) => everything.includes(secret));
  expect(found.map(([name]) => name)).toEqual([]);
});
