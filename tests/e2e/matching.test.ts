import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriers } from './accessibility.ts';
import { openCase } from './open-case.ts';

/** Pairs of records are decided one after the other, from opening the panel to the last one by keyboard alone. */

const folder = mkdtempSync(join(tmpdir(), 'Хто є хто '));
const shots = resolve('test-results');
const GIVEN: readonly (readonly [string, string])[] = [
  ['Олександр', 'Alexandru'],
  ['Іван', 'Ion'],
  ['Сергій', 'Serghei'],
  ['Андрій', 'Andrei'],
  ['Наталія', 'Natalia'],
];
const FAMILY: readonly (readonly [string, string])[] = [
  ['Ткачук', 'Tcaciuc'],
  ['Шевченко', 'Șevcenco'],
  ['Мельник', 'Melnic'],
  ['Бойко', 'Boico'],
  ['Ковальчук', 'Covalciuc'],
];
const PER_MINUTE = 20;
let program: Awaited<ReturnType<typeof openCase>>;
let ask: typeof program.ask;
let page: Page;
let fileId = '';

beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  program = await openCase(folder, { reference: 'CAF-2026-031', title: 'Хто є хто', purpose: 'Who is who' });
  ({ page, fileId, ask } = program);
  for (const [index, [given, inLatin]] of GIVEN.entries()) {
    for (const [at, [family, romanian]] of FAMILY.entries()) {
      const birthDate = `19${70 + index}-0${at + 1}-1${index}`;
      await person(`${given} ${family}`, { birthDate, address: `м. Бєльці, вул. Садова, ${at + 1}` });
      await person(`${romanian} ${inLatin}`, { birthDate, citizenship: 'MD' });
    }
  }
  const kept = await person('Марія Заліська', { birthDate: '2001-05-05' });
  await person('Maria Zaliska', { birthDate: '2001-05-05' });
  await ask('entity.setStatus', { entityId: kept, status: 'victim', minor: false });
  const { jobId } = await ask('matching.find', { fileId });
  let job = await ask('jobs.watch', { jobId, since: 0 });
  while (job.state === 'running') job = await ask('jobs.watch', { jobId, since: job.revision });
});

afterAll(async () => {
  await program.close();
  rmSync(folder, { recursive: true, force: true });
});

async function person(label: string, properties: Record<string, string>): Promise<string> {
  const made = await ask('entity.create', { fileId, type: 'person', label, properties });
  return made.entity.id;
}

const shot = (name: string) => page.screenshot({ path: join(shots, `matching-${name}.png`) });
const counts = () => ask('matching.counts', { fileId });
const chosen = () => page.locator('.pair-list .chosen').getAttribute('title');
const decided = () => page.locator('.matching-acts [role="status"]').textContent();

test('the panel opens by keyboard with the best pair side by side, and says why', async () => {
  await page.getByRole('button', { name: 'CAF-2026-031' }).press('Enter');
  await page.locator('.panel-tab').first().waitFor();
  await page.keyboard.press('Control+0');
  await page.locator('.pair-why li').first().waitFor();
  const { open } = await counts();
  expect(open).toBeGreaterThanOrEqual(26);
  await expect.poll(() => page.locator('[data-count="matching"]').textContent()).toBe(String(open));
  const [count, rail] = await Promise.all([
    page.locator('[data-count="matching"]').boundingBox(),
    page.locator('[data-command="panel.matching"]').boundingBox(),
  ]);
  expect(count?.height, 'the sign is small and stands on the corner of its button').toBeLessThan(16);
  expect(count?.y).toBeLessThanOrEqual((rail?.y ?? 0) + 2);
  expect(await page.locator('.pair-head .word').count()).toBeGreaterThanOrEqual(4);
  expect(await page.locator('.pair-why').textContent()).toContain('Same date of birth');
  expect(await page.locator('.pair-facts').count()).toBe(1);
  const sizes = [
    { width: 1366, height: 768 },
    { width: 1920, height: 1080 },
  ];
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const theme of ['light', 'dark']) {
      await page.evaluate((value) => {
        document.documentElement.dataset.theme = value;
      }, theme);
      await page.waitForTimeout(150);
      await shot(`${size.width}-${theme}`);
    }
  }
  await page.evaluate(() => {
    document.documentElement.dataset.theme = 'light';
  });
  await page.setViewportSize({ width: 1366, height: 768 });
  expect(await barriers(page)).toEqual([]);
});

test('twenty pairs are decided by keyboard in less than a minute, and each brings the next at once', async () => {
  const before = await counts();
  const started = Date.now();
  for (let done = 0; done < PER_MINUTE; done += 1) {
    const pair = await chosen();
    await page.locator('.pair-why li, .pair-why p').first().waitFor();
    await page.keyboard.press(done % 3 === 0 ? 's' : 'd');
    await expect.poll(chosen).not.toBe(pair);
  }
  const seconds = (Date.now() - started) / 1000;
  expect(seconds).toBeLessThan(60);
  expect(await decided()).toBe(`Decided now: ${PER_MINUTE}`);
  await expect.poll(async () => (await counts()).different).toBe(before.different + 13);
  await shot('after-twenty');
});

test('a decision is put off, taken back by keyboard, and a reason is written without the mouse', async () => {
  await page.waitForTimeout(2000);
  const { undecided, different } = await counts();
  const pair = await chosen();
  await page.keyboard.press('u');
  await expect.poll(async () => (await counts()).undecided).toBe(undecided + 1);
  await page.keyboard.press('z');
  await expect.poll(async () => (await counts()).undecided).toBe(undecided);
  await expect.poll(chosen).toBe(pair);
  await page.keyboard.press('n');
  await page.keyboard.type('seen both');
  await page.keyboard.press('Enter');
  await page.keyboard.press('d');
  await expect.poll(async () => (await counts()).different).toBe(different + 1);
  const { entries } = await ask('journal.list', { fileId, limit: 1 });
  expect(entries[0]?.reason).toBe('seen both');
});

test('a pair with a protected person shows stand-ins and no reasons', async () => {
  await page.getByLabel('Type', { exact: true }).first().focus();
  const at = page.locator('.pair-list button', { hasText: 'Victim' });
  await at.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.pair-why').textContent()).toContain('protected person');
  const said = await page.locator('.matching-panel').textContent();
  expect(said).not.toContain('Заліська');
  expect(said).not.toContain('Zaliska');
  expect(await page.locator('.pair-facts').count()).toBe(0);
  await shot('protected');
});

test('the rules are read and changed', async () => {
  await page.getByRole('button', { name: 'What makes two records one' }).press('Enter');
  const dialog = page.locator('dialog[open]');
  await dialog.getByRole('row', { name: /Document number/ }).waitFor();
  await shot('rules');
  await dialog.getByLabel('Document number').press('Space');
  await expect
    .poll(async () => {
      const { rules } = await ask('matching.rules', {});
      return rules.find(({ type, kind }) => type === 'person' && kind === 'document-number')?.joins;
    })
    .toBe(false);
  await page.keyboard.press('Escape');
});
