import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../../../src/main/engine/index.ts';
import { ask, type CrashOperation, finished } from '../operation.ts';
import { imported } from './case.ts';

async function seal(engine: Engine, folder: string, fileId: string): Promise<void> {
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
    path: join(folder, 'out.caf.age'),
    language: 'en',
  });
  await finished(engine, jobId);
}

export const sealOperation: CrashOperation = {
  name: 'seal',
  prepare: imported,
  run: (engine, folder, { fileId = '' }) => seal(engine, folder, fileId),
  async outside(engine, folder, { fileId = '' }) {
    const path = join(folder, 'out.caf.age');
    const opener = { kind: 'own' as const };
    if (existsSync(path)) {
      const checked = await ask(engine, 'package.verify', { path, opener });
      if (!checked.ok) throw new Error('a package under its name is not whole');
      const sent =
        engine.context.database().one<{ n: number }>('SELECT count(*) AS n FROM package_out')?.n ?? 0;
      if (sent === 0) throw new Error('a package has its name and is not recorded');
    }
    await seal(engine, folder, fileId);
    if (existsSync(`${path}.partial`)) throw new Error('a cut-off package was left beside the next one');
    const again = await ask(engine, 'package.verify', { path, opener });
    if (!again.ok) throw new Error('sealing again after the kill does not verify');
  },
};
