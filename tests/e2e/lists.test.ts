import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriers } from './accessibility.ts';
import { openCase } from './open-case.ts';

/** A list is loaded on the screen, its hits are decided by keys, and a later import is matched without asking. */

const folder = mkdtempSync(join(tmpdir(), 'Списки '));
const shots = resolve('test-results');
let program: Awaited<ReturnType<typeof openCase>>;
let ask: typeof program.ask;
let page: Page;
let fileId = '';

const WANTED = `Номер запису;Прізвище;Ім'я;Дата народження;Громадянство;Паспорт;Країна видачі;Примітка
W-101;Ткачук;Олександр;14.03.1985;Україна;FE123456;UA;Оголошено в розшук, може бути озброєний
W-102;Ботнару;Іон;1979;Молдова;;;
W-103;;;;;AB7654321;MD;Викрадений бланк
W-104;Шевченко;Марія;02.11.1990;Україна;;;
W-104;Шевченко;Марія;02.11.1990;Україна;;;повтор
W-105;;;;;;;
`;
const PEOPLE = `Full name,Date of birth,Passport,Issuing country,Status
Alexandru Tcaciuc,1985-03-14,,,suspect
Ion Botnaru,02.05.1979,,,suspect
Constantin Vrabie,11.01.1991,AB7654321,MD,suspect
Maria Sevcenco,1990-11-02,,,victim
`;

async function importPeople(name: string, text: string): Promise<void> {
  const path = join(folder, name);
  writeFileSync(path, text);
  const { suggested } = await ask('import.inspect', { path, fileId });
  const { jobId } = await ask('import.start', {
    fileId,
    path,
    dryRun: false,
    again: true,
    specification: {
      ...suggested,
      originator: 'MD',
      recipients: [],
      marking: { level: 'restricted', handling: ['H1'] },
    },
  });
  for (let since = -1; ; ) {
    const job = await ask('jobs.watch', { jobId, since });
    if (job.state !== 'running') return;
    since = job.revision;
  }
}

beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  writeFileSync(join(folder, 'Розшук НЦБ.csv'), WANTED);
  const file = { reference: 'CAF-2026-031', title: 'Паперовий ліхтар', purpose: 'Who stands on which list' };
  program = await openCase(folder, file);
  ({ page, fileId, ask } = program);
  await importPeople('people.csv', PEOPLE);
});

afterAll(async () => {
  await program.close();
  rmSync(folder, { recursive: true, force: true });
});

const exactly = (name: string): Locator => page.getByRole('button', { name, exact: true });
const soon = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 30_000 });
const queue = (): Locator => page.locator('.hit-row');
const decided = async () =>
  (
    await ask('list.hits', {
      fileId,
      listId: null,
      versionId: null,
      states: ['open', 'confirmed', 'dismissed'],
      offset: 0,
      limit: 50,
    })
  ).counts;

/** The same screen in both sizes and themes: no barrier, nothing sticking out. */
async function expectWhole(name: string): Promise<void> {
  for (const [width, height] of [
    [1366, 768],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const theme of ['light', 'dark']) {
      await page.evaluate((value) => {
        document.documentElement.dataset.theme = value;
      }, theme);
      await page.waitForTimeout(200);
      await page.screenshot({ path: join(shots, `lists-${name}-${width}-${theme}.png`) });
      expect(await barriers(page)).toEqual([]);
    }
    expect(await page.evaluate(() => document.body.scrollWidth - innerWidth)).toBe(0);
  }
  await page.setViewportSize({ width: 1366, height: 768 });
}

async function chooseFile(name: string): Promise<void> {
  const dialog = page.locator('dialog', { has: page.locator('.browser-list') });
  await soon(async () => {
    await dialog.locator('input').first().fill(folder);
    await dialog.locator('input').first().press('Enter');
    await page.waitForTimeout(400);
    return dialog.getByText(name).count();
  }).toBeGreaterThan(0);
  await dialog.getByText(name).first().click();
  await dialog.getByRole('button', { name: 'Choose', exact: true }).click();
}

test('a list is added: its columns are recognised, whose it is a person says', async () => {
  await page.getByRole('button', { name: 'CAF-2026-031' }).click();
  await page.locator('.panel-tab').first().waitFor();
  await page
    .getByRole('navigation', { name: 'Panels' })
    .getByRole('button', { name: /^Watch lists/ })
    .click();
  await page.getByText('No watch list yet.').waitFor();
  await expectWhole('none');
  await exactly('Add a list…').click();
  await chooseFile('Розшук НЦБ.csv');
  const form = page.locator('.add-list');
  await form.waitFor();
  const field = (column: string) => form.getByLabel(`Compared as: ${column}`).inputValue();
  expect(await field('Номер запису')).toBe('reference');
  expect(await field('Прізвище')).toBe('surname');
  expect(await field("Ім'я")).toBe('givenName');
  expect(await field('Паспорт')).toBe('document-number');
  expect(await field('Країна видачі')).toBe('documentCountry');
  await form.getByLabel('Owner (NCB, authority)').fill('НЦБ Київ');
  await expectWhole('add');
  await form.getByRole('button', { name: 'Load and compare' }).click();
  await form.waitFor({ state: 'detached' });
  await soon(() => queue().count()).toBe(4);
});

test('both sides stand there, what differs is marked, a protected person stays shut', async () => {
  await page.locator('.hit-table').waitFor();
  await expectWhole('hits');
  await queue().filter({ hasText: 'Ion Botnaru' }).click();
  await soon(() => page.locator('.hit-view').textContent()).toContain('agree as far as they are known');
  await page.locator('.hit-row', { has: page.locator('svg rect') }).click();
  await page.getByText('A protected person. The entry is shown once a reason is given.').waitFor();
  expect(await page.locator('.lists-panel').textContent()).not.toMatch(/Sevcenco|Шевченко/);
  await expectWhole('shut');
});

test('keys decide, the next hit stands there, and the badge counts down', async () => {
  const badge = page.locator('[data-count="lists"]');
  await soon(() => badge.textContent()).toBe('4');
  await queue().filter({ hasText: 'Alexandru Tcaciuc' }).click();
  await page.locator('.hit-queue').focus();
  await page.keyboard.press('c');
  await soon(() => badge.textContent()).toBe('3');
  await queue().filter({ hasText: 'Victim 1' }).click();
  await soon(() => page.locator('.hit-view').textContent()).toContain('Victim 1');
  await page.locator('.hit-queue').focus();
  await page.keyboard.press('d');
  expect((await decided()).dismissed).toBe(0);
  const chosen = () => page.locator('.hit-row[aria-selected="true"]').getAttribute('id');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowUp');
  const first = await chosen();
  await page.keyboard.press('ArrowDown');
  expect(await chosen()).not.toBe(first);
  await queue().filter({ hasText: 'Constantin Vrabie' }).click();
  await soon(() => page.locator('.hit-view').textContent()).toContain('Constantin Vrabie');
  await page.locator('.hit-queue').focus();
  await page.keyboard.press('d');
  await soon(() => badge.textContent()).toBe('2');
  expect(await decided()).toEqual({ open: 2, confirmed: 1, dismissed: 1 });
  await page.keyboard.press('Control+z');
  await soon(() => badge.textContent()).toBe('3');
});

test('the inspector says on which list somebody stands, and leads there', async () => {
  await page.keyboard.press('Control+Shift+f');
  await page.locator('.search-panel input').fill('Tcaciuc');
  await page.locator('.search-found').first().click();
  const line = page.locator('.inspector .on-list');
  await line.waitFor();
  expect(await line.textContent()).toContain('On watch list Розшук НЦБ (НЦБ Київ): confirmed');
  await expectWhole('inspector');
  await line.click();
  await soon(() => page.locator('.hit-row[aria-selected="true"]').textContent()).toContain('Tcaciuc');
});

test('the list tells its versions and what was not taken', async () => {
  await page.getByRole('tab', { name: 'Lists', exact: true }).click();
  await page.locator('.versions').waitFor();
  await page.getByTitle('Rows not taken').click();
  await soon(() => page.locator('.version-rows').textContent()).toContain(
    'the same entry stands in the list before',
  );
  await expectWhole('lists');
  for (const language of ['uk', 'ro'] as const) {
    await page.keyboard.press('Control+k');
    const words = { uk: 'Українська', ro: 'Română' }[language];
    await page.locator('.palette input').fill(words);
    await page.locator('.palette [role="option"]').filter({ hasText: words }).first().click();
    await page.waitForTimeout(500);
    await expectWhole(`lists-${language}`);
    await page.locator('.lists-panel [role="tab"]').first().click();
    await page.waitForTimeout(500);
    await expectWhole(`hits-${language}`);
    await page.locator('.lists-panel [role="tab"]').nth(1).click();
  }
});

test('a later import is matched without asking, and the badge says so', async () => {
  await page.locator('.lists-panel [role="tab"]').first().click();
  const before = (await decided()).open;
  await importPeople('more.csv', 'Full name,Date of birth\nOleksandr Tkachuk,14.03.1985\n');
  await soon(async () => (await decided()).open).toBe(before + 1);
});
