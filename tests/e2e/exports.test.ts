import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, openProgram, type Program } from './program.ts';

/** What leaves the page goes where the person says, whole, marked and noted; nothing goes anywhere else. */

const folder = mkdtempSync(join(tmpdir(), 'Експорт '));
const target = join(folder, 'звіти');
const complaints: string[] = [];
let program: Program;
let page: Page;

beforeAll(async () => {
  mkdirSync(target);
  program = await openProgram('chromium', join(folder, 'settings'));
  page = program.page;
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => complaints.push(error.message));
  await ask(page, 'vault.create', {
    path: join(folder, 'a.vault'),
    passphrase: 'сім зелених мостів over the river',
    slotName: 'analyst',
  });
  await page.reload();
});

afterAll(async () => {
  await program.close();
  rmSync(folder, { recursive: true, force: true });
});

async function command(words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.locator('.palette input').fill(words);
  await page.locator('.palette [role="option"]').first().click();
}

/** Answers the folder browser as a person does. */
async function saveAs(name: string): Promise<string> {
  const dialog = page.locator('dialog.dialog');
  await dialog.waitFor();
  const path = dialog.getByLabel('Folder', { exact: true });
  await path.fill(target);
  await path.press('Enter');
  await page.waitForTimeout(300);
  await dialog.getByLabel('Name', { exact: true }).fill(name);
  await dialog.getByRole('button', { name: 'Save here' }).click();
  await page.locator('.notice-item', { hasText: name }).waitFor();
  return join(target, name);
}

test('first day: “Import files”, a new file, then the empty chart stands', async () => {
  await page.getByRole('button', { name: 'Import files' }).click();
  for (const [label, text] of [
    ['Reference', 'CAF-2026-001'],
    ['Title', 'Перша справа'],
    ['Originator (country, NCB)', 'MD'],
    ['Legal basis', 'test'],
    ['Participants', 'MD, UA'],
    ['Purpose', 'vehicle theft'],
    ['Storage period, months', '36'],
  ] as const)
    await page.getByLabel(label, { exact: true }).fill(text);
  await page.getByRole('checkbox').first().check();
  await page.getByRole('button', { name: 'Create analysis file' }).click();
  await page.locator('.import-centre').waitFor();
  await page.keyboard.press('Control+1');
  await page.waitForTimeout(800);
  expect(await page.getByText('This panel stopped').count()).toBe(0);
  expect(complaints).toEqual([]);
});

test('chart as PNG and SVG, timeline as CSV and PNG, map as PNG', async () => {
  const { jobId } = await ask(page, 'training.open', { language: 'en' });
  for (;;) {
    const job = await ask(page, 'jobs.watch', { jobId, since: -1 });
    if (job.state !== 'running') break;
    await page.waitForTimeout(300);
  }
  await page.reload();
  await page.getByRole('button', { name: 'AMBER-BRIDGE' }).click();
  await page.locator('.panel-tab').first().waitFor();
  await page.keyboard.press('Control+7');
  await page.getByRole('tab', { name: 'New number' }).click();
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await page.getByRole('button', { name: /on the chart/ }).click();
  await page.waitForTimeout(2500);
  await command('Save as vector drawing');
  const svg = readFileSync(await saveAs('схема.svg'), 'utf8');
  expect(svg).toContain('INTERPOL RESTRICTED');
  expect(svg).toContain('+37360000017');
  await command('Save as picture (PNG)');
  expect(
    readFileSync(await saveAs('схема.png'))
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
  await command('Save map as PNG');
  expect(
    readFileSync(await saveAs('карта.png'))
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
  await command('Save timeline as PNG');
  expect(
    readFileSync(await saveAs('хронологія.png'))
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
  await command('CSV');
  const csv = readFileSync(await saveAs('події.csv'), 'utf8')
    .trimEnd()
    .split('\r\n');
  const shown = (await ask(page, 'analysisFile.list', {})).files.find(
    (one) => one.reference === 'AMBER-BRIDGE',
  );
  expect(shown).toBeDefined();
  expect(csv.length).toBeGreaterThan(1000);
  expect(csv[0]).toContain('INTERPOL RESTRICTED');
  expect(readdirSync(target).sort()).toEqual(
    ['схема.svg', 'схема.png', 'карта.png', 'хронологія.png', 'події.csv'].sort(),
  );
});

test('each is in the audit chain, and the window itself can download nothing', async () => {
  const { rows } = await ask(page, 'audit.list', { offset: 0, limit: 100, filter: { text: 'file:' } });
  const saved = rows.filter((row) => row.action.startsWith('export-')).map((row) => row.object);
  expect(saved).toContain('file:події.csv');
  expect(saved).toHaveLength(5);
  const refused = page.waitForEvent('download').then(
    (download) => download.failure(),
    () => 'none',
  );
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['secret']));
    link.download = 'secret.txt';
    link.click();
  });
  expect(await Promise.race([refused, page.waitForTimeout(2000).then(() => 'none')])).not.toBeNull();
  expect(complaints).toEqual([]);
});
