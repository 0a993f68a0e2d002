import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startEngine } from '../../../src/main/engine/client.ts';
import { openWindow } from '../../../src/main/hosts/chromium.ts';
import { firstScreenOf } from '../../../src/main/hosts/first-screen.ts';
import { createHandler } from '../../../src/main/hosts/handler.ts';
import { chartMarkers, createFile, createVault, endOf, importMarkers, TYPED } from '../../e2e/marker-case.ts';
import { ask } from '../../e2e/program.ts';

/**
 * A day at the program, engine thread and window as in the product: vault, file, import, search, an entity by hand,
 * chart, package, lock, unlock, un-import, redo. Says what it did as one line of JSON, waits for a word, ends.
 */
const [folder = '', calls = ''] = process.argv.slice(2);
const settingsFolder = join(folder, 'settings');
const engine = startEngine(pathToFileURL(resolve('src/main/engine/worker.ts')), {
  resourcesFolder: resolve('resources'),
  settingsFolder,
  programVersion: '0.0.0-test',
  host: 'chromium',
  keyCost: { memoryKiB: 64, passes: 1 },
});
const handle = createHandler({
  rendererFolder: resolve('out/renderer'),
  engine: engine.request,
  firstScreen: () => (engine.started ? null : firstScreenOf(settingsFolder)),
});
const window = await openWindow('/', handle, { headless: true });
const { page } = window;
page.setDefaultTimeout(40_000);

async function search(text: string): Promise<void> {
  await page.keyboard.press('Control+Shift+f');
  await page.locator('.search-panel input').fill(text);
  await page.locator('.search-panel .lines li').first().waitFor();
}

async function entityByHand(): Promise<void> {
  await page.locator('.status-bar').click();
  await page.keyboard.press('n');
  await page.locator('dialog.dialog input').fill(TYPED.entity);
  await page.locator('dialog.dialog button[type=submit]').click();
  await page.locator('dialog.dialog').waitFor({ state: 'detached' });
}

async function seal(fileId: string): Promise<void> {
  const { recipient } = await ask(page, 'exchange.keys', {});
  const { jobId } = await ask(page, 'package.seal', {
    selection: {
      fileId,
      entityIds: null,
      chartId: null,
      period: null,
      recipients: ['RO'],
      purpose: 'meeting',
      released: [],
    },
    recipientKeys: [recipient],
    path: join(folder, 'out.caf.age'),
    language: 'en',
  });
  await endOf(page, jobId);
  await ask(page, 'package.verify', { path: join(folder, 'out.caf.age'), opener: { kind: 'own' } });
}

async function lockAndUnlock(): Promise<void> {
  await page.keyboard.press('Control+l');
  await page.getByRole('heading', { name: 'Open vault' }).waitFor();
  await page.getByLabel('Passphrase', { exact: true }).fill(TYPED.passphrase);
  await page.keyboard.press('Enter');
  await page.locator('.chart-legend').waitFor();
}

const words = await createVault(page, join(folder, 'Справа.vault'));
const fileId = await createFile(page);
const batchId = await importMarkers(page, fileId, calls);
await chartMarkers(page, fileId);
await search('Quibberfink');
const shown = await page.content();
await entityByHand();
await seal(fileId);
await lockAndUnlock();
await endOf(page, (await ask(page, 'import.undo', { batchId })).jobId);
await ask(page, 'journal.undo', { fileId });
await ask(page, 'journal.redo', { fileId });
await ask(page, 'journal.undo', { fileId });
process.stdout.write(`${JSON.stringify({ profile: window.profileFolder, words, shown })}\n`);
await once(process.stdin, 'data');
await window.close();
await engine.close();
process.exit(0);
