import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriers } from './accessibility.ts';
import { ask, openProgram, type Program } from './program.ts';

/** Checks of databases, where a number is seen, and comparing with a partner: on the screen, over the training case. */

const folder = mkdtempSync(join(tmpdir(), 'Перевірки '));
const shots = resolve('test-results');
const SIZES = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
];
let program: Program;
let page: Page;
let fileId = '';
let person = { id: '', label: '' };

const inspector = () => page.locator('.inspector');
const checks = () => inspector().locator('section.checks');
const exchange = () => page.locator('.panel.exchange');

async function endOf(jobId: string): Promise<unknown> {
  for (let since = -1; ; ) {
    const job = await ask(page, 'jobs.watch', { jobId, since });
    if (job.state === 'done') return job.result;
    if (job.state !== 'running') throw new Error(job.error?.message ?? job.state);
    since = job.revision;
  }
}

/** The same screen in both sizes and both themes; nothing may stick out sideways. */
async function shots4(name: string): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    for (const theme of ['light', 'dark']) {
      await page.evaluate((value) => {
        document.documentElement.dataset.theme = value;
      }, theme);
      await page.waitForTimeout(120);
      await page.screenshot({ path: join(shots, `checks-${name}-${size.width}-${theme}.png`) });
    }
    const over = await page.evaluate(() => {
      const wide = (one: Element) => one.scrollWidth - one.clientWidth;
      return Math.max(...[...document.querySelectorAll('.inspector, .panel.exchange')].map(wide), 0);
    });
    expect(over, `${name} ${size.width}`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize(SIZES[0] ?? { width: 1920, height: 1080 });
  await page.evaluate(() => {
    document.documentElement.dataset.theme = 'light';
  });
}

async function command(words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.locator('.palette input').fill(words);
  await page.locator('.palette [role="option"]').filter({ hasText: words }).first().click();
}

async function selectPerson(): Promise<void> {
  await page.keyboard.press('Control+Shift+f');
  await page.locator('.search-panel input').fill(person.label);
  await page.locator('.search-found').first().click();
  await checks().waitFor();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
}

async function speak(language: 'en' | 'uk' | 'ro'): Promise<void> {
  await ask(page, 'settings.set', { language });
  await page.reload();
  await page.locator('.plain-table button').first().click();
  await page.locator('.search-panel, .explorer').first().waitFor();
  await selectPerson();
}

async function chooseFile(name: string, isNew: boolean): Promise<void> {
  const path = page.locator('dialog').getByLabel('Folder', { exact: true });
  await expect.poll(() => path.inputValue()).not.toBe('');
  await path.fill(folder);
  await path.press('Enter');
  await page.locator('.browser-list').getByText('settings', { exact: true }).waitFor();
  if (isNew) {
    await page.locator('dialog').getByLabel('Name', { exact: true }).fill(name);
    await page.getByRole('button', { name: 'Save here' }).click();
  } else {
    await page.locator('.browser-list').getByText(name, { exact: true }).click();
    await page.getByRole('button', { name: 'Choose', exact: true }).click();
  }
}

beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  program = await openProgram('chromium', join(folder, 'settings'));
  page = program.page;
  page.setDefaultTimeout(20_000);
  await page.setViewportSize(SIZES[0] ?? { width: 1920, height: 1080 });
  const path = join(folder, 'Сховище.vault');
  await ask(page, 'vault.create', { path, passphrase: 'сім зелених мостів over the river', slotName: 'А' });
  const { jobId } = await ask(page, 'training.open', { language: 'en' });
  ({ fileId } = (await endOf(jobId)) as { fileId: string });
  const people = await ask(page, 'entity.list', {
    fileId,
    types: ['person'],
    sort: 'degree',
    descending: true,
    offset: 0,
    limit: 20,
  });
  const open = people.rows.find((one) => !one.protected);
  person = { id: open?.id ?? '', label: open?.label ?? '' };
  await page.reload();
  await page.locator('.plain-table button').first().click();
  await page.locator('.explorer').waitFor();
  await selectPerson();
}, 180_000);

afterAll(async () => {
  await program.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a check goes in by keyboard alone; the pen goes on to the next database', async () => {
  expect(await checks().locator('.check-chip').allTextContents()).toContain('Nominals');
  await page.keyboard.press('k');
  await expect
    .poll(() =>
      checks()
        .getByLabel('Database')
        .evaluate((one) => one === document.activeElement),
    )
    .toBe(true);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await checks().locator('.check-result').count()).toBe(0);
  await page.keyboard.press('Tab');
  await page.keyboard.type('no r');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await checks().locator('.check-result.no_record').waitFor();
  expect(await checks().locator('.check-chip').allTextContents()).not.toContain('Nominals');
  expect(await checks().getByLabel('Database').inputValue()).toBe('notice_red');
});

test('a hit asks for its confirmation, is a lead only, and an overdue one is listed', async () => {
  await checks().getByRole('button', { name: 'SLTD (travel documents)' }).click();
  await checks().getByLabel('Asked with').fill('AB 1234567');
  await checks().getByLabel('Result').selectOption('hit');
  await checks().getByLabel('Record reference').fill('SLTD-2026-77');
  await checks().getByLabel('Owner of the record (NCB)').fill('NCB Kyiv');
  await checks().getByLabel('Confirmation asked on').fill('2026-03-02');
  await checks().getByLabel('Wanted by').fill('2026-03-09');
  await shots4('hit-form-en');
  await checks().getByRole('button', { name: 'Add', exact: true }).click();
  await checks().getByText('overdue since 2026-03-09').waitFor();
  expect(await checks().locator('.check-lead').textContent()).toContain('is a lead only');
  await page.keyboard.press('Control+5');
  await page.locator('.explorer').getByText('Confirmations overdue: 1').click();
  const list = page.getByRole('region', { name: 'Checks to confirm' });
  await list.getByText('Overdue: 1').waitFor();
  await list.getByText('SLTD-2026-77').waitFor();
  await shots4('open-en');
  expect(await barriers(page)).toEqual([]);
});

test('the answer is written in the inspector, Ctrl+Z takes it back', async () => {
  const line = checks().locator('.facts > li', { hasText: 'SLTD' });
  await line.getByRole('button', { name: 'Change' }).click();
  await checks().locator('li').getByLabel('Answered on').fill('2026-03-08');
  await checks().locator('li .check-grid select').selectOption('confirmed');
  await checks().getByRole('button', { name: 'Save' }).click();
  await checks().getByText('confirmed on 2026-03-08').waitFor();
  expect((await ask(page, 'check.open', { fileId, today: '2026-03-21' })).rows).toEqual([]);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('Control+z');
  await checks().getByText('overdue since 2026-03-09').waitFor();
});

test('seen in: charts, sources and other files, each one click away', async () => {
  const seen = inspector().getByRole('region', { name: 'Seen in' });
  await seen.getByText(/Sources and imports/).waitFor();
  await seen.getByText('In no other analysis file of this vault.').waitFor();
  await seen.scrollIntoViewIfNeeded();
  await shots4('seen-in-en');
});

test('two desks: the secret once, the warning before the file, hits with own names only', async () => {
  await command('Packages');
  await exchange().getByRole('tab', { name: 'Hit or no hit' }).click();
  await exchange().getByRole('button', { name: 'Make a new secret' }).click();
  await exchange().locator('.recovery-words li').first().waitFor();
  const words = await exchange().locator('.recovery-words li').allTextContents();
  expect(words).toHaveLength(12);
  await exchange().getByRole('button', { name: 'Noted, hide it' }).click();
  await exchange().getByLabel('Partner (countries, NCBs)').fill('RO');
  await exchange().getByLabel('Your bureau').fill('NCB Chisinau');
  await exchange().getByLabel('Contact for a hit').fill('desk 4, +373 22 000000');
  await exchange().getByRole('button', { name: 'Show what would go' }).click();
  await exchange().locator('.hit-warning').waitFor();
  const save = exchange().getByRole('button', { name: 'Write the file…' });
  expect(await save.isDisabled()).toBe(true);
  await exchange()
    .getByLabel(/^Understood/)
    .check();
  await shots4('hit-no-hit-en');
  await save.click();
  await chooseFile('for the partner.json', true);
  await exchange()
    .getByText(/^Written: /)
    .waitFor();
  const path = join(folder, 'for the partner.json');
  expect(existsSync(path)).toBe(true);
  expect(readFileSync(path, 'utf8')).not.toContain(person.label);
  await exchange().getByRole('button', { name: 'End the meeting' }).click();
  await exchange().getByLabel('or the partner’s twelve words').fill(words.join(' '));
  await exchange().getByRole('button', { name: 'Use these words' }).click();
  await exchange().getByRole('button', { name: 'Choose the partner’s file…' }).click();
  await chooseFile('for the partner.json', false);
  await exchange()
    .getByText(/^Hits: [1-9]/)
    .waitFor();
  await exchange()
    .getByText(/Partner: NCB Chisinau/)
    .waitFor();
  await shots4('hits-en');
  expect(await barriers(page)).toEqual([]);
}, 120_000);

test.each(['uk', 'ro'] as const)(
  'the same screens read well in %s',
  async (language) => {
    await speak(language);
    await checks().scrollIntoViewIfNeeded();
    await shots4(`inspector-${language}`);
    await inspector().locator('section').last().scrollIntoViewIfNeeded();
    await shots4(`seen-in-${language}`);
    await page.locator('[data-command="panel.exchange"]').click();
    await exchange().getByRole('tab').nth(2).click();
    await exchange().locator('.hit-meeting, .actions').first().waitFor();
    await shots4(`hit-no-hit-${language}`);
  },
  120_000,
);
