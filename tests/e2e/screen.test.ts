import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, openProgram, type Program } from './program.ts';

/** What leaves the screen and what an analyst's hand finds on it, over the training case. */

const folder = mkdtempSync(join(tmpdir(), 'Екран '));
const shots = resolve('test-results');
let program: Program;
let page: Page;
let fileId = '';

async function endOf(jobId: string): Promise<unknown> {
  for (let since = -1; ; ) {
    const job = await ask(page, 'jobs.watch', { jobId, since });
    if (job.state === 'done') return job.result;
    if (job.state !== 'running') throw new Error(job.error?.message ?? job.state);
    since = job.revision;
  }
}

async function openCase(): Promise<void> {
  await page.reload();
  await page.locator('.plain-table button').first().click();
  await page.locator('.timeline-area canvas').waitFor();
}

beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  program = await openProgram('chromium', join(folder, 'settings'));
  page = program.page;
  page.setDefaultTimeout(15_000);
  const path = join(folder, 'Сховище.vault');
  await ask(page, 'vault.create', { path, passphrase: 'сім зелених мостів over the river', slotName: 'А' });
  const { jobId } = await ask(page, 'training.open', { language: 'en' });
  ({ fileId } = (await endOf(jobId)) as { fileId: string });
  await openCase();
}, 90_000);

afterAll(async () => {
  await program.close();
  rmSync(folder, { recursive: true, force: true });
});

const shot = (name: string) => page.screenshot({ path: join(shots, `screen-${name}.png`) });

/** Runs a command by its words, as Ctrl+K does for a person. */
async function command(words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.locator('.palette input').fill(words);
  await page.locator('.palette [role="option"]').filter({ hasText: words }).first().click();
}

/** Answers the folder list with a name in the test's folder, and reads what the panel says. */
async function saveAs(name: string): Promise<Buffer> {
  const path = page.getByLabel('Folder', { exact: true });
  await expect.poll(() => path.inputValue()).not.toBe('');
  await path.fill(folder);
  await path.press('Enter');
  await page.locator('.browser-list').getByText('settings', { exact: true }).waitFor();
  await page.locator('dialog').getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Save here' }).click();
  await page.locator('.notice-item', { hasText: join(folder, name) }).waitFor();
  return readFileSync(join(folder, name));
}

const widthOf = (png: Buffer): number => png.readUInt32BE(16);
const heightOf = (png: Buffer): number => png.readUInt32BE(20);
const isPng = (bytes: Buffer): boolean => bytes.subarray(1, 4).toString('latin1') === 'PNG';

async function members(): Promise<string[]> {
  const { charts } = await ask(page, 'chart.list', { fileId });
  const chartId = charts.at(-1)?.id;
  return chartId === undefined ? [] : Object.keys((await ask(page, 'chart.get', { chartId })).members);
}

async function period() {
  const { charts } = await ask(page, 'chart.list', { fileId });
  return (await ask(page, 'chart.get', { chartId: charts.at(-1)?.id ?? '' })).filter.period;
}

test('before anything is on the chart, the table of the timeline holds every event in view', async () => {
  await command('Save shown events as CSV');
  const text = (await saveAs('Усі події.csv')).toString('utf8');
  const lines = text.trimEnd().split('\r\n');
  const { count, undated } = await ask(page, 'event.extent', { fileId });
  const rows = lines.filter((line) => !/^\uFEFF?"?#/.test(line)).length - 1;
  expect(rows).toBe(count - undated);
  expect(count).toBeGreaterThan(500);
  expect(lines[0]).toMatch(/^\uFEFF# .*· H/);
  expect(text).toContain('Data cut-off: ');
});

const addFromMenu = () => page.getByRole('menuitem', { name: 'Add the selection to the chart' }).click();
const onChart = async (count: number) => expect.poll(async () => (await members()).length).toBe(count);

test('table, explorer and their right-click menus fill the chart', async () => {
  await page.keyboard.press('Control+4');
  await page.getByRole('button', { name: 'Entities', exact: true }).click();
  const rows = page.locator('.table-panel .data-table-row');
  await rows.nth(0).dblclick();
  await onChart(1);
  await page.keyboard.press('Control+4');
  await page.getByRole('checkbox', { name: 'whole file' }).check();
  await rows.nth(3).click({ button: 'right' });
  await addFromMenu();
  await onChart(2);
  await page.locator('.explorer .tree-row').filter({ hasText: 'Phone number' }).first().click();
  const leaves = page.locator('.explorer .leaf:has(.chip)');
  await leaves.nth(7).click();
  await leaves.nth(8).click({ modifiers: ['Control'] });
  await page.keyboard.press('a');
  await onChart(4);
  await leaves.nth(9).click({ button: 'right' });
  await addFromMenu();
  await onChart(5);
  await leaves.nth(11).dblclick();
  await onChart(6);
  await shot('filled');
});

test('the chart is saved as PNG and SVG with its marking', async () => {
  await command('Save as picture (PNG)');
  const png = await saveAs('chart.png');
  expect(isPng(png)).toBe(true);
  expect(widthOf(png)).toBeGreaterThan(1000);
  await command('Save as vector drawing (SVG)');
  const svg = (await saveAs('chart.svg')).toString('utf8');
  expect(svg).toContain('Chart 1');
  expect(svg.match(/· H\d/g)?.length).toBe(2);
});

test('the sheets of map and timeline are whole, also what the panel has no room for', async () => {
  await command('Save timeline as PNG');
  const timeline = await saveAs('timeline.png');
  const panel = (await page.locator('.timeline-area').boundingBox())?.height ?? 0;
  expect(isPng(timeline)).toBe(true);
  expect(heightOf(timeline)).toBeGreaterThan(2 * panel);
  await command('Save map as PNG');
  const map = await saveAs('map.png');
  expect(isPng(map)).toBe(true);
  const area = (await page.locator('.map-area').boundingBox())?.height ?? 0;
  expect(heightOf(map)).toBeGreaterThan(2 * area + 100);
});

test('every export is in the audit chain with the name of its file', async () => {
  const { rows } = await ask(page, 'audit.list', { offset: 0, limit: 50, filter: { text: 'sha256' } });
  const names = rows.map(({ action, object }) => `${action} ${object.replace('file:', '')}`).reverse();
  expect(names).toEqual([
    'export-table Усі події.csv',
    'export-picture chart.png',
    'export-picture chart.svg',
    'export-picture timeline.png',
    'export-picture map.png',
  ]);
});

test('the page cannot download: nothing readable reaches a folder nobody chose', async () => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.evaluate(() => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['a secret']));
      link.download = 'secret.txt';
      link.click();
    }),
  ]);
  expect(await download.failure()).toContain('acceptDownloads');
});

/** Draws a period over the middle half of the histogram. */
async function brush(): Promise<void> {
  const box = await page.locator('.timeline-area').boundingBox();
  if (box === null) throw new Error('no timeline');
  const at = (share: number): number => box.x + 150 + (box.width - 150) * share;
  await page.mouse.move(at(0.25), box.y + 30);
  await page.mouse.down();
  await page.mouse.move(at(0.75), box.y + 30, { steps: 4 });
  await page.mouse.up();
  await page.locator('.chart-active-filter').waitFor();
}

test('the brush is kept with the chart, seen on it, taken back by undo and there after a reload', async () => {
  const open = { from: null, to: null };
  await brush();
  const drawn = await period();
  expect(drawn).not.toEqual(open);
  await shot('narrowed');
  await page.keyboard.press('Control+z');
  await page.locator('.chart-active-filter').waitFor({ state: 'detached' });
  expect(await period()).toEqual(open);
  await page.keyboard.press('Control+y');
  await page.locator('.chart-active-filter').waitFor();
  expect(await period()).toEqual(drawn);
  await openCase();
  await page.locator('.chart-active-filter').waitFor();
  await page.locator('.chart-active-filter').getByRole('button').click();
  await page.locator('.chart-active-filter').waitFor({ state: 'detached' });
  expect(await period()).toEqual(open);
});
