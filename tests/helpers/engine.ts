import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { createEngine, type Engine, type EngineOptions } from '../../src/main/engine/index.ts';
import { LIGHT, PASSPHRASE, temporaryFolder } from './vault.ts';

export interface TestEngine extends Engine {
  readonly vaultPath: string;
  /** Waits the engine would have made, in ms. */
  readonly waits: number[];
  create(): Promise<string[]>;
}

/** An engine in this thread with its own settings folder, light key derivation and no waiting. */
export function testEngine(more: Partial<EngineOptions> = {}): TestEngine {
  const folder = temporaryFolder();
  const waits: number[] = [];
  const engine = createEngine({
    resourcesFolder: resolve('resources'),
    settingsFolder: join(folder, 'settings'),
    programVersion: '0.0.0-test',
    host: 'none',
    keyCost: LIGHT,
    sleep: async (milliseconds) => waits.push(milliseconds),
    ...more,
  });
  onTestFinished(() => engine.close());
  const vaultPath = join(folder, 'Справа 1.vault');
  return {
    ...engine,
    vaultPath,
    waits,
    async create() {
      const reply = await engine.handle('vault.create', {
        path: vaultPath,
        passphrase: PASSPHRASE,
        slotName: 'analyst',
      });
      if (!reply.ok) throw new Error(reply.error.message);
      return reply.value.recoveryWords;
    },
  };
}
