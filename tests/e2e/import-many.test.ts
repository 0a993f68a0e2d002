import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCase } from './open-case.ts';
import { goTo } from './whole-screen.ts';

/** A folder of many files: the page holds the seen rows only, and hears of the work no oftener than it can show. */

const folder = mkdtempSync(join(tmpdir(), 'Багато '));
const many = join(folder, 'Багато файлів');
const TABLES = 25;
const UNKNOWN = 60;
let program: Awaited<ReturnType<typeof openCase>>;
let page: Page;
const asked: { readonly method: string; readonly at: number }[] = [];

function writeFiles(): void {
  mkdirSync(many);
  for (let at = 0; at < TABLES; at += 1)
    writeFileSync(
      join(many, `calls-${at}.csv`),
      `caller;called;start\n+3806711122${10 + at};+37369100001;2026-07-01 10:00\n`,
    );
  for (let at = 0; at < UNKNOWN; at += 1)
    writeFileSync(join(many, `unknown-${at}.bin`), Buffer.from([0, 1, 2, 250, at]));
  const rows = Array.from(
    { length: 20_000 },
    (_, at) => `+38067${1_000_000 + (at % 500)};+37369${100_000 + (at % 700)};2026-07-02 11:00`,
  );
  writeFileSync(join(many, 'long.csv'), ['caller;called;start', ...rows].join('\n'));
}

beforeAll(async () => {
  writeFiles();
  program = await openCase(folder, { reference: 'CAF-2026-022', title: 'Багато', purpose: 'Many files' });
  ({ page } = program);
  page.on('request', (request) => {
    const [, method] = request.url().split('/rpc/');
    if (method !== undefined) asked.push({ method, at: performance.now() });
  });
});

afterAll(async () => {
  await program.close();
  rmSync(folder, { recursive: true, force: true });
});

const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
const soon = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 50_000 });
const summary = (): Promise<string | null> => page.locator('.centre-summary').textContent();

/** The most questions of one method within any such time. */
function busiest(method: string, milliseconds: number): number {
  const times = asked.filter((one) => one.method === method).map(({ at }) => at);
  return Math.max(
    0,
    ...times.map((from) => times.filter((at) => at >= from && at < from + milliseconds).length),
  );
}

test('the page holds the seen rows only; End reaches the last file', async () => {
  await button('CAF-2026-022').click();
  await page.locator('.panel-tab').first().waitFor();
  await page.keyboard.press('Control+o');
  await page.getByRole('button', { name: 'Choose a folder…', exact: true }).click();
  await goTo(page, many, 'calls-0.csv');
  await page.locator('dialog').getByRole('button', { name: 'Choose', exact: true }).click();
  await soon(summary).toContain(`refused: ${UNKNOWN}`);
  await soon(summary).toContain(`ready: ${TABLES + 1}`);
  expect(await summary()).toContain(`${TABLES + UNKNOWN + 1} files`);
  expect(await page.locator('.centre-row').count()).toBeLessThan(50);
  await page.locator('.centre-open[tabindex="0"]').focus();
  await page.keyboard.press('End');
  await soon(() => page.evaluate(() => document.activeElement?.closest('li')?.ariaPosInSet)).toBe(
    String(TABLES + UNKNOWN + 1),
  );
});

test('while all are loaded the page is told of progress a few times a second, the views less than once', async () => {
  asked.length = 0;
  const started = performance.now();
  await button(/^Load all ready/).click();
  await soon(summary).toContain(`imported: ${TABLES + 1}`);
  await soon(() => button(/^Load all ready \(0\)/).count()).toBe(1);
  const seconds = (performance.now() - started) / 1000;
  const jobs = TABLES + 1;
  const count = (method: string): number => asked.filter((one) => one.method === method).length;
  // Beginning, two changes of phase and end of each job, and progress at most every 100 ms.
  expect(count('jobs.watch')).toBeLessThanOrEqual(jobs * 6 + seconds * 10);
  expect(count('import.batches')).toBeGreaterThan(0);
  expect(busiest('import.batches', 1500)).toBeLessThanOrEqual(2);
});

test('one state alone is shown, and all of it is registered by hash at once', async () => {
  await button(/^refused: /).click();
  await page.getByLabel('Tick all shown files').check();
  await page.getByText(`${UNKNOWN} files ticked:`).waitFor();
  await page.locator('.centre-ticked').getByRole('button', { name: 'Register by hash (not opened)' }).click();
  await soon(summary).toContain(`by hash: ${UNKNOWN}`);
  const { sources } = await program.ask('source.list', { fileId: program.fileId });
  expect(sources.filter(({ fileName }) => fileName?.endsWith('.bin') === true)).toHaveLength(UNKNOWN);
});
