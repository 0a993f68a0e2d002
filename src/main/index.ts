import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure } from '../core/result.ts';
import { startEngine } from './engine/client.ts';
import { loadMessages } from './engine/messages.ts';
import { openSettings } from './engine/settings-file.ts';
import { firstScreenOf } from './hosts/first-screen.ts';
import { createHandler } from './hosts/handler.ts';
import type { Host } from './hosts/host.ts';

const TITLE = 'I-FORCE Analyst';
/** Built into out/main/; the other parts lie beside and above it. */
const programFolder = fileURLToPath(new URL('../../', import.meta.url));
const resourcesFolder = join(programFolder, 'resources');

/** Preferences live where the system keeps them for a user; nothing of a case is ever there. */
function userFolder(): string {
  if (process.platform === 'win32') return join(process.env.APPDATA ?? homedir(), TITLE);
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', TITLE);
  return join(process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'iforce-analyst');
}

function version(): string {
  const about: unknown = JSON.parse(readFileSync(join(programFolder, 'package.json'), 'utf8'));
  return typeof about === 'object' && about !== null && 'version' in about ? String(about.version) : '0';
}

function explain(error: unknown): string {
  if (!(error instanceof Failure))
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const { language } = openSettings(join(userFolder(), 'settings.json')).get();
  return loadMessages(join(resourcesFolder, 'locales')).error(language, error.error.code, error.error.params);
}

const inElectron = process.versions.electron !== undefined;
const electron = inElectron ? await import('./hosts/electron.ts') : null;
electron?.prepareElectron();

async function start(): Promise<void> {
  const host = inElectron ? 'electron' : 'chromium';
  const settingsFolder = userFolder();
  const options = { resourcesFolder, settingsFolder, programVersion: version(), host } as const;
  const engine = startEngine(new URL('./worker.js', import.meta.url), options);
  const lock = async (): Promise<void> => {
    if (!engine.started) return;
    await engine.request(
      new Request('https://iforce.invalid/rpc/vault.lock', { method: 'POST', body: '{}' }),
    );
  };
  const choose = electron === null ? {} : { chooseFiles: electron.chooseFiles };
  const handle = createHandler({
    rendererFolder: join(programFolder, 'out', 'renderer'),
    engine: engine.request,
    firstScreen: () => (engine.started ? null : firstScreenOf(settingsFolder)),
    ...choose,
  });
  const parts = { handle, lock, title: TITLE };
  process.stdout.write(`${TITLE}: window by ${host}\n`);
  try {
    const window: Host = await open(parts);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => void window.close());
    await window.closed;
  } finally {
    await engine.close();
  }
}

async function open(
  parts: Parameters<typeof import('./hosts/chromium.ts')['startChromium']>[0],
): Promise<Host> {
  if (electron !== null) {
    const preload = join(programFolder, 'out', 'preload', 'electron-preload.cjs');
    return electron.startElectron({ ...parts, preload });
  }
  const { startChromium } = await import('./hosts/chromium.ts');
  return startChromium(parts);
}

/** In Electron the app is ready only after this file was read: nothing may be awaited here. */
start()
  .catch((error: unknown) => {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 1;
  })
  .finally(() => electron?.quitElectron());
