import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ask, finished } from '../../../crash/operation.ts';
import { analysisFile, importCalls, writeCalls } from '../../../crash/operations/case.ts';
import { testEngine } from '../../../helpers/engine.ts';
import { temporaryFolder } from '../../../helpers/vault.ts';

test('a whole vault is not called damaged after an import was taken back', async () => {
  const engine = testEngine();
  await engine.create();
  const fileId = await analysisFile(engine);
  const path = join(temporaryFolder(), 'calls.csv');
  writeCalls(path);
  const batchId = await importCalls(engine, fileId, path);
  expect(await ask(engine, 'vault.verify', {})).toMatchObject({ ok: true });
  await finished(engine, (await ask(engine, 'import.undo', { batchId })).jobId);
  expect(await ask(engine, 'vault.verify', {})).toMatchObject({ ok: true, integrity: 'ok' });
});
