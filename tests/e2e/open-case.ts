import { join, resolve } from 'node:path';
import type { Input, MethodName, Output } from '../../src/contract/index.ts';
import { createEngine } from '../../src/main/engine/index.ts';
import { openWindow } from '../../src/main/hosts/chromium.ts';
import { createHandler } from '../../src/main/hosts/handler.ts';
import { FILE_TERMS } from '../helpers/analysis-file.ts';

/** A window on a new vault with one analysis file in it; what a test asks goes to the same engine. */
export async function openCase(
  folder: string,
  file: { readonly reference: string; readonly title: string; readonly purpose: string },
) {
  const engine = createEngine({
    resourcesFolder: resolve('resources'),
    settingsFolder: join(folder, 'settings'),
    programVersion: '0.0.0-test',
    host: 'chromium',
    keyCost: { memoryKiB: 64, passes: 1 },
  });
  async function ask<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> {
    const reply = await engine.handle(method, input);
    if (!reply.ok) throw new Error(reply.error.message);
    return reply.value;
  }
  await ask('vault.create', {
    path: join(folder, 'Справа.vault'),
    passphrase: 'сім зелених мостів over the river',
    slotName: 'Аналітик 1',
  });
  const { id: fileId } = await ask('analysisFile.create', {
    ...file,
    ...FILE_TERMS,
  });
  const handle = createHandler({ rendererFolder: resolve('out/renderer'), engine: engine.request });
  const window = await openWindow('/', handle, { headless: true });
  window.page.setDefaultTimeout(15_000);
  return {
    fileId,
    page: window.page,
    ask,
    async close(): Promise<void> {
      await window.close();
      await engine.close();
    },
  };
}
