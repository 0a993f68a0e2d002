import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openCase } from '../e2e/open-case.ts';
import { writeCsv } from './calls.ts';

/**
 * Gaps between frames of the window while a folder is looked at and loaded: a call list of N rows beside 300 mixed
 * files. The same window at rest tells what this computer does anyway. `node tests/bench/import-frames.ts [rows]` on a
 * built program prints one JSON object.
 */
const rows = Number(process.argv[2] ?? 200_000);
const FILES = 300;
const SEEDS = join(import.meta.dirname, '../fuzz/seeds');
const folder = mkdtempSync(join(tmpdir(), 'iforce-frames-'));
const many = join(folder, 'many');

function writeFiles(): void {
  mkdirSync(many);
  const seeds = readdirSync(SEEDS);
  for (let at = 0; at < FILES; at += 1) {
    const seed = seeds[at % seeds.length] ?? '';
    copyFileSync(join(SEEDS, seed), join(many, `${at} ${seed}`));
  }
  writeCsv(join(many, 'calls.csv'), rows);
}

interface Gaps {
  readonly frames: number;
  readonly worstMs: number;
  readonly over100Ms: number;
  readonly worstTaskMs: number;
}

/** From now on; the script runs in the page. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen = { gaps: [] as number[], tasks: [] as number[], last: performance.now() };
    Object.assign(globalThis, { seen });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.tasks.push(duration);
    }).observe({ type: 'longtask' });
    const frame = (now: number): void => {
      seen.gaps.push(now - seen.last);
      seen.last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}

/** Since the last question. */
function gaps(page: Page): Promise<Gaps> {
  return page.evaluate(() => {
    const { seen } = globalThis as unknown as { seen: { gaps: number[]; tasks: number[] } };
    const found = seen.gaps.splice(0);
    const tasks = seen.tasks.splice(0);
    return {
      frames: found.length,
      worstMs: Math.round(Math.max(0, ...found)),
      over100Ms: found.filter((gap) => gap > 100).length,
      worstTaskMs: Math.round(Math.max(0, ...tasks)),
    };
  });
}

async function chooseFolder(page: Page): Promise<void> {
  await page.keyboard.press('Control+o');
  await page.getByRole('button', { name: 'Choose a folder…', exact: true }).click();
  const dialog = page.locator('dialog');
  while ((await dialog.getByText('calls.csv').count()) === 0) {
    await dialog.locator('input').first().fill(many);
    await dialog.locator('input').first().press('Enter');
    await page.waitForTimeout(400);
  }
  await dialog.getByRole('button', { name: 'Choose', exact: true }).click();
}

/** Until no file of the list is under way. */
async function settled(page: Page): Promise<void> {
  const summary = page.locator('.centre-summary');
  const isBusy = /being looked at|in the queue/;
  for (let calm = 0; calm < 3; ) {
    await page.waitForTimeout(500);
    const [said, working] = [await summary.textContent(), await page.locator('.job-card').count()];
    calm = said === null || isBusy.test(said) || working > 0 ? 0 : calm + 1;
  }
}

try {
  writeFiles();
  const program = await openCase(folder, { reference: 'CAF-2026-099', title: 'Frames', purpose: 'A bench' });
  const { page } = program;
  page.setDefaultTimeout(600_000);
  await page.getByRole('button', { name: 'CAF-2026-099' }).click();
  await page.locator('.panel-tab').first().waitFor();
  await watch(page);
  await page.waitForTimeout(5000);
  const rest = await gaps(page);
  const started = performance.now();
  await chooseFolder(page);
  await settled(page);
  const lookedSeconds = Math.round((performance.now() - started) / 1000);
  const looked = await gaps(page);
  await page.getByRole('button', { name: /^Load all ready/ }).click();
  await settled(page);
  const loaded = await gaps(page);
  const seconds = Math.round((performance.now() - started) / 1000);
  const said = await page.locator('.centre-summary').textContent();
  await page.screenshot({ path: join(tmpdir(), 'frames.png') });
  process.stdout.write(
    `${JSON.stringify({ rows, files: FILES, rest, looked, loaded, lookedSeconds, seconds, said })}\n`,
  );
  await program.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
