import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../../../src/main/engine/index.ts';
import { ask, type CrashOperation, finished } from '../operation.ts';
import { imported } from './case.ts';

const NAME = 'out.caf.age';
const ROWS = 500;

export async function seal(engine: Engine, folder: string, fileId: string): Promise<void> {
  const { recipient } = await ask(engine, 'exchange.keys', {});
  const { jobId } = await ask(engine, 'package.seal', {
    selection: {
      fileId,
      entityIds: null,
      chartId: null,
      period: null,
      recipients: ['RO'],
      purpose: 'case meeting',
      released: [],
    },
    recipientKeys: [recipient],
    path: join(folder, NAME),
    language: 'en',
  });
  await finished(engine, jobId);
}

async function requireVerified(engine: Engine, folder: string): Promise<void> {
  const path = join(folder, NAME);
  const checked = await ask(engine, 'package.verify', { path, opener: { kind: 'own' } });
  if (!checked.ok)
    throw new Error(`a package under its name is not whole: ${JSON.stringify(checked.problems)}`);
}

function beside(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.startsWith(NAME) && name !== NAME);
}

/** What the chain calls disclosed is there, under its name or, killed just before it got that, whole beside it. */
function requireRecorded(engine: Engine, folder: string): void {
  const { sha256 } =
    engine.context.database().one<{ sha256: string }>('SELECT sha256 FROM package_out') ?? {};
  const files = existsSync(join(folder, NAME)) ? [NAME] : beside(folder);
  const hashes = files.map((name) =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex'),
  );
  if (sha256 === undefined || !hashes.includes(sha256))
    throw new Error('the recorded package is not what lies there');
}

function failures(engine: Engine): number {
  return engine.context.database().all("SELECT 1 FROM audit WHERE action = 'disclose-failed'").length;
}

export const sealOperation: CrashOperation = {
  name: 'seal',
  prepare: (engine, folder) => imported(engine, folder, ROWS),
  run: (engine, folder, { fileId = '' }) => seal(engine, folder, fileId),
  async outside(engine, folder, { fileId = '' }, state) {
    const isNamed = existsSync(join(folder, NAME));
    if (isNamed) await requireVerified(engine, folder);
    if (isNamed && state === 'before') throw new Error('a package has its name and is not recorded');
    if (state === 'after') requireRecorded(engine, folder);
    await seal(engine, folder, fileId);
    await requireVerified(engine, folder);
    if (beside(folder).length > 0) throw new Error('a cut-off package was left beside the next one');
    if (failures(engine) !== (state === 'after' && !isNamed ? 1 : 0))
      throw new Error('the chain does not say which package got no name');
  },
};
