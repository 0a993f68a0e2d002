import { cpSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import type { Input, MethodName, Output } from '../../src/contract/index.ts';
import { createEngine, type Engine } from '../../src/main/engine/index.ts';
import { LIGHT } from '../helpers/light-keys.ts';
import { temporaryFolder } from '../helpers/vault.ts';

const passphrase = 'six wholly invented words here';

function engine(folder: string): Engine {
  const settingsFolder = join(folder, 'settings');
  const made = createEngine({
    resourcesFolder: 'resources',
    settingsFolder,
    programVersion: 'test',
    host: 'none',
    keyCost: LIGHT,
  });
  onTestFinished(() => made.close());
  return made;
}
async function ask<M extends MethodName>(one: Engine, method: M, input: Input<M>): Promise<Output<M>> {
  const reply = await one.handle(method, input);
  if (!reply.ok) throw new Error(`${method}: ${reply.error.code} ${reply.error.message}`);
  return reply.value;
}

it('a training file a killed program left half-made is gone with the next unlock', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'case.vault');
  const killed = engine(folder);
  await ask(killed, 'vault.create', { path, passphrase, slotName: 'test' });
  const { jobId } = await ask(killed, 'training.open', { language: 'en' });
  let fileId = '';
  for (let batches = 0; batches < 2; ) {
    await setImmediate();
    const [file] = (await ask(killed, 'analysisFile.list', {})).files;
    fileId = file?.id ?? '';
    if (fileId !== '') batches = (await ask(killed, 'import.batches', { fileId })).batches.length;
  }
  // What a kill leaves is what lies on the disk at this moment; the lock would name this very process.
  const left = join(folder, 'left.vault');
  cpSync(path, left, { recursive: true, filter: (from) => basename(from) !== 'lock' });
  await ask(killed, 'jobs.cancel', { jobId });

  const next = engine(folder);
  await ask(next, 'vault.unlock', { path: left, passphrase });
  expect((await ask(next, 'analysisFile.list', {})).files).toEqual([]);
  expect((await ask(next, 'vault.info', {})).counts).toMatchObject({ analysis_file: 0, entity: 0, event: 0 });
  expect((await ask(next, 'vault.verify', {})).ok).toBe(true);
}, 60_000);
