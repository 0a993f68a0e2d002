import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriers } from './accessibility.ts';
import { ask, type HostName, openProgram, type Program } from './program.ts';

const PASSPHRASE = 'сім зелених мостів over the river';
const SIZES = [
  { name: '1366', width: 1366, height: 768 },
  { name: '1920', width: 1920, height: 1080 },
] as const;

/** The analyst's job through the real screen and the real engine, the same on every host. */
export function workstationSuite(host: HostName): void {
  const folder = mkdtempSync(join(tmpdir(), 'Справа одна '));
  const vaultPath = join(folder, 'Міст через річку.vault');
  const shots = resolve('test-results');
  const complaints: string[] = [];
  const found = new Set<string>();
  let program: Program;
  let page: Page;

  beforeAll(async () => {
    mkdirSync(shots, { recursive: true });
    program = await openProgram(host, join(folder, 'settings'));
    page = program.page;
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
  });

  afterAll(async () => {
    await program.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function shot(name: string): Promise<void> {
    await page.screenshot({ path: join(shots, `${name}.png`) });
  }

  /** The same screen in both sizes and both themes. */
  async function shots4(name: string): Promise<void> {
    for (const size of SIZES) {
      await page.setViewportSize(size);
      for (const theme of ['light', 'dark']) {
        await page.evaluate((value) => {
          document.documentElement.dataset.theme = value;
        }, theme);
        await page.waitForTimeout(120);
        await shot(`${name}-${size.name}-${theme}`);
        if (size === SIZES[0])
          for (const barrier of await barriers(page)) found.add(`${name} ${theme} ${barrier}`);
      }
    }
    await page.setViewportSize(SIZES[0]);
    await page.evaluate(() => {
      document.documentElement.dataset.theme = 'light';
    });
  }

  /** Runs a command by its words, as Ctrl+K does for a person. */
  async function command(words: string): Promise<void> {
    await page.keyboard.press('Control+k');
    await page.locator('.palette input').fill(words);
    await page.locator('.palette [role="option"]').first().click();
  }

  /** What sticks out of the window sideways: a cut screen. */
  function overflow(): Promise<number> {
    return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  }

  test('a vault is made at a path with Cyrillic letters and a space, and its recovery words are shown once', async () => {
    await page.getByRole('tab', { name: 'New', exact: true }).click();
    await page.getByLabel('Folder of the vault').fill(vaultPath);
    await page.getByLabel('Your name on the key').fill('Аналітик 1');
    await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await page.getByLabel('Passphrase again').fill(PASSPHRASE);
    await shot('vault-new');
    await page.getByRole('button', { name: 'Create vault' }).click();
    await page.locator('.recovery-words li').first().waitFor();
    expect(await page.locator('.recovery-words li').count()).toBe(24);
    await shot('recovery-words');
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { name: 'What do you want to work on?' }).waitFor();
    await shots4('start');
  });

  test('the training case opens', async () => {
    await page.getByRole('button', { name: 'Open the training case' }).click();
    await page.locator('.panel-tab').first().waitFor({ timeout: 40_000 });
    await page.waitForTimeout(1500);
    await shots4('training');
    await page.locator('.job-card').waitFor({ state: 'detached' });
    expect(await page.locator('.notice-item').textContent()).toContain('training');
    expect(await overflow()).toBe(0);
  });

  test('the question for the new number is answered, put on the chart, and seen on map and timeline', async () => {
    await page.keyboard.press('Control+7');
    await page.getByRole('tab', { name: 'New number' }).click();
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await page.locator('.answer-sentence').waitFor();
    expect(await page.locator('.answer .data-table-row').count()).toBeGreaterThan(0);
    await shots4('answer');
    await page.getByRole('button', { name: /on the chart/ }).click();
    await page.locator('.legend, .chart-legend, canvas').first().waitFor();
    await page.waitForTimeout(2500);
    await shots4('chart');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('e');
    await page.waitForTimeout(2500);
    await shots4('expanded');
    expect(await page.locator('canvas').count()).toBeGreaterThan(2);
  });

  test('the brush on the timeline narrows every view, says so on the chart, and Ctrl+Z takes it back', async () => {
    const box = await page.locator('.timeline-area').boundingBox();
    if (box === null) throw new Error('no timeline');
    const [left, top] = [box.x + 200, box.y + 25];
    await page.mouse.move(left, top);
    await page.mouse.down();
    await page.mouse.move(left + 90, top, { steps: 6 });
    await page.mouse.up();
    const sign = page.locator('.chart-active-filter');
    await sign.waitFor();
    await page.waitForTimeout(600);
    await shot('brushed');
    await page.locator('.chart-area').focus();
    await page.keyboard.press('Control+z');
    await sign.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+y');
    await sign.waitFor();
    await sign.getByRole('button').click();
    await sign.waitFor({ state: 'detached' });
  });

  test('the panels below are drawn up for a larger map and timeline, and put back', async () => {
    const map = page.locator('.map-area');
    const before = (await map.boundingBox())?.height ?? 0;
    const edge = await page.evaluate(() => {
      const boxes = [...document.querySelectorAll('.dv-sash')].map((sash) => sash.getBoundingClientRect());
      const flat = boxes.find((box) => box.width > box.height && box.top > 200);
      return flat === undefined ? null : { x: flat.left + flat.width / 3, y: flat.top + flat.height / 2 };
    });
    await page.mouse.move(edge?.x ?? 0, edge?.y ?? 0);
    await page.mouse.down();
    await page.mouse.move(edge?.x ?? 0, 150, { steps: 5 });
    await page.mouse.up();
    await page.waitForTimeout(300);
    expect((await map.boundingBox())?.height).toBeGreaterThan(before + 100);
    await page
      .getByRole('toolbar', { name: 'Map tools' })
      .getByRole('button', { name: 'Fit to view' })
      .click();
    await page.waitForTimeout(900);
    await shot('map-timeline');
    await command('Panels as at first');
    await page.waitForTimeout(500);
    expect((await map.boundingBox())?.height).toBeLessThan(before + 60);
  });

  test('an entity chosen in the table is shown by the inspector', async () => {
    await page.keyboard.press('Control+4');
    await page.getByRole('button', { name: 'Entities' }).click();
    await page.locator('.table-panel .data-table-row').first().click();
    await page.keyboard.press('Control+6');
    await page.locator('.inspector .card-head').first().waitFor();
    await page.waitForTimeout(500);
    await shots4('inspector');
  });

  test('every panel stands at both sizes', async () => {
    for (const name of ['Import', 'Packages', 'Search', 'Table', 'Exercises', 'Timeline', 'Map']) {
      await page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name }).click();
      await page.waitForTimeout(700);
      await shots4(`panel-${name.toLowerCase()}`);
      expect(await overflow(), name).toBe(0);
    }
    expect(await page.getByText('This panel stopped').count()).toBe(0);
  });

  /** Drops a file on the import centre as a hand would. */
  async function drop(name: string, text: string): Promise<void> {
    const transfer = await page.evaluateHandle(
      ([fileName, content]) => {
        const data = new DataTransfer();
        data.items.add(new File([content ?? ''], fileName ?? ''));
        return data;
      },
      [name, text],
    );
    await page.locator('.import-centre').dispatchEvent('drop', { dataTransfer: transfer });
  }

  test('a dropped call record is understood, tried without loading, and its report shown', async () => {
    await page.keyboard.press('Control+o');
    await drop('calls-operator-a.csv', readFileSync('resources/training/calls-operator-a.csv', 'utf8'));
    await page.locator('.file-card .preview, .file-card table').first().waitFor();
    await page.waitForTimeout(700);
    await shots4('import');
    await page.locator('.file-card .actions button').first().click();
    await page.locator('.file-card .report').waitFor();
    await page.locator('.job-card').getByText('Nothing was changed').waitFor();
    await shot('import-tried');
    await page.locator('.job-card').getByTitle('Close').click();
  });

  test('a package is shown before it is sealed', async () => {
    await page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name: 'Packages' }).click();
    await page.getByLabel('Recipients (countries, NCBs)').fill('RO');
    await page.getByLabel('Purpose').fill('Operation AMBER BRIDGE');
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.locator('.preview-view').waitFor();
    await page.waitForTimeout(500);
    await shots4('package');
  });

  test('a protected person is released with a reason by keyboard alone, and taken back', async () => {
    const held = page.getByRole('heading', { name: /^Protected people under stand-ins/ });
    const before = await held.textContent();
    await page
      .getByRole('button', { name: /^Release .* by name…/ })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.keyboard.type('asked to be heard');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Released by name: 1' }).waitFor();
    await page.getByText('reason: asked to be heard').waitFor();
    await page.waitForFunction(() =>
      document.activeElement?.getAttribute('aria-label')?.startsWith('Take back'),
    );
    expect(await held.textContent()).not.toBe(before);
    await shots4('package-released');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Released by name: 1' }).waitFor({ state: 'detached' });
    await page.waitForFunction((text) => document.body.textContent?.includes(text ?? ''), before);
  });

  test('language and theme change at once and back', async () => {
    await command('Українська');
    await page.getByRole('menuitem', { name: 'Файл' }).waitFor();
    await page.waitForTimeout(300);
    await shots4('ukrainian');
    expect(await overflow()).toBe(0);
    await command('English');
    await page.getByRole('menuitem', { name: 'File' }).waitFor();
    await command('Dark theme');
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    await command('Light theme');
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('light');
  });

  test('keys open the forms: new entity, shortcuts', async () => {
    await page.locator('.status-bar').click();
    await page.keyboard.press('n');
    await page.locator('dialog.dialog').waitFor();
    await shot('new-entity');
    await page.keyboard.press('Escape');
    await page.locator('dialog.dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('?');
    await page.locator('.shortcut-list').waitFor();
    await shot('shortcuts');
    await page.keyboard.press('Escape');
  });

  test('after the lock nothing of the case stays in the page', async () => {
    const file = (await ask(page, 'analysisFile.list', {})).files[0];
    expect(file).toBeDefined();
    expect(await page.content()).toContain(file?.reference);
    await page.keyboard.press('Control+l');
    await page.getByRole('heading', { name: 'Open vault' }).waitFor();
    const text = await page.evaluate(() => document.documentElement.outerHTML + document.title);
    expect(text).not.toContain(file?.reference);
    expect(text).not.toContain(file?.title);
    expect(await page.locator('canvas').count()).toBe(0);
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
    expect(kept).not.toContain(file?.reference);
    await shot('locked');
  });

  test('the page complained of nothing', () => {
    expect(complaints).toEqual([]);
  });

  test('no screen has a barrier of WCAG 2.1 AA, in either theme', () => {
    expect([...found]).toEqual([]);
  });
}
