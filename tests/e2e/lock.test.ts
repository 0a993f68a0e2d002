import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createEngine, type Engine } from '../../src/main/engine/index.ts';
import { type ChromiumWindow, openWindow } from '../../src/main/hosts/chromium.ts';
import { createHandler } from '../../src/main/hosts/handler.ts';
import { markersIn } from '../helpers/markers.ts';
import { shownAndKept, stringsReached, talkativeChromium } from '../helpers/page-memory.ts';
import {
  chartMarkers,
  createFile,
  createVault,
  importMarkers,
  TYPED,
  writeMarkerFiles,
} from './marker-case.ts';

/** A locked window holds nothing of the case: not on the screen, not in any storage, not in its memory. */

const IDLE = 16 * 60_000;
const SECRETS = Object.values(TYPED);
const folder = mkdtempSync(join(tmpdir(), 'Замок '));
let engine: Engine;
let window: ChromiumWindow;
let page: Page;
/** How far the engine's clock goes ahead: nobody touched the program for so long. */
let ahead = 0;

beforeAll(async () => {
  const now = Date.now.bind(Date);
  vi.spyOn(Date, 'now').mockImplementation(() => now() + ahead);
  vi.stubEnv('IFORCE_CHROMIUM', talkativeChromium(folder));
  engine = createEngine({
    resourcesFolder: resolve('resources'),
    settingsFolder: join(folder, 'settings'),
    programVersion: '0.0.0-test',
    host: 'chromium',
    keyCost: { memoryKiB: 64, passes: 1 },
  });
  const handle = createHandler({ rendererFolder: resolve('out/renderer'), engine: engine.request });
  window = await openWindow('/', handle, { headless: true });
  page = window.page;
  page.setDefaultTimeout(30_000);
  await createVault(page, join(folder, 'Справа.vault'));
  const fileId = await createFile(page);
  await importMarkers(page, fileId, writeMarkerFiles(folder).calls);
  await chartMarkers(page, fileId);
}, 180_000);

afterAll(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await window.close();
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

const inMemory = async (): Promise<string[]> =>
  markersIn(Buffer.from((await stringsReached(page)).join('\n')), SECRETS);
const onScreen = async (): Promise<string[]> => markersIn(Buffer.from(await shownAndKept(page)), SECRETS);

/** Everything a person may have open: table, answers, search, inspector, a form with words in it. */
async function lookAround(): Promise<void> {
  for (const key of ['Control+4', 'Control+7', 'Control+1']) {
    await page.keyboard.press(key);
    await page.waitForTimeout(300);
  }
  await page.locator('.chart-area').focus();
  await page.keyboard.press('Control+a');
  await page.waitForTimeout(300);
  await page.keyboard.press('Control+Shift+f');
  await page.locator('.search-panel input').fill('Quibberfink');
  await page.locator('.search-panel .lines li').first().click();
  await page.locator('.status-bar').click();
  await page.keyboard.press('n');
  await page.locator('dialog.dialog input').fill(TYPED.entity);
}

async function unlock(): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(TYPED.passphrase);
  await page.keyboard.press('Enter');
  await page.locator('.chart-legend').waitFor();
}

const locked = (): Promise<void> => page.getByRole('heading', { name: 'Open vault' }).waitFor();

const WAYS: Record<string, () => Promise<void>> = {
  'by the person': async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+l');
  },
  'by the idle clock of the engine': async () => {
    ahead = IDLE;
    await locked();
    ahead = 0;
  },
};

test('while the vault is open the case is found in the page and in its memory', async () => {
  await lookAround();
  expect(await onScreen()).toEqual(expect.arrayContaining([TYPED.reference, TYPED.title]));
  expect((await inMemory()).length).toBeGreaterThan(20);
  await page.keyboard.press('Escape');
});

test.each(Object.keys(WAYS))('after a lock %s nothing of the case is left in the window', async (way) => {
  await lookAround();
  await WAYS[way]?.();
  await locked();
  await page.waitForTimeout(1000);
  expect(await onScreen()).toEqual([]);
  expect(await inMemory()).toEqual([]);
  await unlock();
});
