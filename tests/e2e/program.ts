import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { _electron, type Page } from 'playwright-core';
import type { Input, MethodName, Output } from '../../src/contract/index.ts';
import type { Reply } from '../../src/contract/method.ts';
import { createEngine } from '../../src/main/engine/index.ts';
import { openWindow } from '../../src/main/hosts/chromium.ts';
import { firstScreenOf } from '../../src/main/hosts/first-screen.ts';
import { createHandler } from '../../src/main/hosts/handler.ts';

export type HostName = 'chromium' | 'electron';

/** The running program as a test sees it. */
export interface Program {
  readonly page: Page;
  close(): Promise<void>;
}

function electronBinary(): string | null {
  const pathFile = resolve('node_modules/electron/path.txt');
  if (!existsSync(pathFile)) return null;
  const binary = join(resolve('node_modules/electron/dist'), readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

/** Why the suite cannot run on this host here; null where it can. */
export function cannotRun(host: HostName): string | null {
  if (host === 'chromium' || electronBinary() !== null) return null;
  return 'no Electron binary on this machine and none can be fetched';
}

async function inChromium(settingsFolder: string): Promise<Program> {
  const engine = createEngine({
    resourcesFolder: resolve('resources'),
    settingsFolder,
    programVersion: '0.0.0-test',
    host: 'chromium',
    keyCost: { memoryKiB: 64, passes: 1 },
  });
  const first = firstScreenOf(settingsFolder);
  let asked = false;
  const handle = createHandler({
    rendererFolder: resolve('out/renderer'),
    engine: (request) => {
      asked = true;
      return engine.request(request);
    },
    firstScreen: () => (asked ? null : first),
  });
  const window = await openWindow('/', handle, { headless: true });
  return {
    page: window.page,
    async close() {
      await window.close();
      await engine.close();
    },
  };
}

/** The built program as a person starts it; its settings go into a folder of the test. */
async function inElectron(settingsFolder: string): Promise<Program> {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const started = await _electron.launch({
    executablePath: electronBinary() ?? '',
    args: [resolve('.'), `--user-data-dir=${join(settingsFolder, 'window')}`, ...root],
    env: { ...process.env, XDG_CONFIG_HOME: settingsFolder, APPDATA: settingsFolder } as Record<
      string,
      string
    >,
  });
  return { page: await started.firstWindow(), close: () => started.close() };
}

export function openProgram(host: HostName, settingsFolder: string): Promise<Program> {
  return host === 'electron' ? inElectron(settingsFolder) : inChromium(settingsFolder);
}

/** Asks the engine through the page, the one way that is the same on every host. */
export async function ask<M extends MethodName>(page: Page, method: M, input: Input<M>): Promise<Output<M>> {
  const reply = (await page.evaluate(
    async ([name, body]) => (await fetch(`/rpc/${name}`, { method: 'POST', body: body ?? '' })).json(),
    [method, JSON.stringify(input)],
  )) as Reply<Output<M>>;
  if (!reply.ok) throw new Error(`${method}: ${reply.error.code}`);
  return reply.value;
}
