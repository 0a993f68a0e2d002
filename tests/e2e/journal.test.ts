import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriers } from './accessibility.ts';
import { ask, openProgram, type Program } from './program.ts';

/** What an analyst does to records and how each step is taken back, by clicks and keys alone. */

const PASSPHRASE = 'сім зелених мостів over the river';
const PEOPLE = ['Ткачук Олександр', 'Tkachuk Oleksandr', 'Moraru Ion', 'Popa Elena'] as const;
const folder = mkdtempSync(join(tmpdir(), 'Журнал '));
const settings = join(folder, 'settings');
const shots = resolve('test-results');
const found = new Set<string>();
const complaints: string[] = [];
let program: Program;
let page: Page;

async function start(): Promise<void> {
  program = await openProgram('chromium', settings);
  page = program.page;
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => complaints.push(error.message));
}

async function openTable(): Promise<void> {
  await page.locator('.timeline-area').waitFor();
  await page.keyboard.press('Control+4');
  await page.getByRole('button', { name: 'Entities', exact: true }).click();
}

beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  await start();
  await ask(page, 'vault.create', {
    path: join(folder, 'Сховище.vault'),
    passphrase: PASSPHRASE,
    slotName: 'А',
  });
  const { id: fileId } = await ask(page, 'analysisFile.create', {
    reference: 'CAF-1',
    title: 'Міст',
    purpose: 'test',
    crimeAreas: [],
    legalBasis: '',
    originator: 'MD',
    participants: ['MD'],
    subjectCategories: [],
    storageMonths: null,
    reviewDate: null,
    conditions: '',
    marking: { level: 'restricted', handling: ['H1'] },
  });
  for (const label of PEOPLE) await ask(page, 'entity.create', { fileId, type: 'person', label });
  await page.reload();
  await page.locator('.plain-table button').first().click();
  await openTable();
}, 90_000);

afterAll(async () => {
  await program.close();
  rmSync(folder, { recursive: true, force: true });
});

const row = (name: string): Locator =>
  page.locator('.table-panel').getByRole('row').filter({ hasText: name }).first();
const dialog = (): Locator => page.locator('dialog.dialog');
const rows = async (): Promise<string[]> =>
  (await page.locator('.table-panel .data-table-row .chip-label').allTextContents()).sort();

/** Selects in the table with the mouse, the second and later with Ctrl. */
async function pick(...names: readonly string[]): Promise<void> {
  await page.keyboard.press('Control+4');
  for (const [at, name] of names.entries()) await row(name).click(at === 0 ? {} : { modifiers: ['Control'] });
}

/** A picture, and what on it keeps out a person with a screen reader or weak eyes. */
async function look(name: string): Promise<void> {
  await page.waitForTimeout(150);
  await page.screenshot({ path: join(shots, `journal-${name}.png`) });
  for (const theme of ['dark', 'light']) {
    await page.evaluate((value) => {
      document.documentElement.dataset.theme = value;
    }, theme);
    for (const barrier of await barriers(page)) found.add(`${name} ${theme} ${barrier}`);
  }
}

async function command(words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.locator('.palette input').fill(words);
  await page.locator('.palette [role="option"]').filter({ hasText: words }).first().click();
}

async function closed(): Promise<void> {
  await dialog().waitFor({ state: 'detached' });
}

/** Keys that go to the desk, not into a field that has the hand. */
async function desk(key: string): Promise<void> {
  await page.locator('.status-bar').click();
  await page.keyboard.press(key);
}

async function focused(): Promise<string> {
  return page.evaluate(() => document.activeElement?.closest('label')?.textContent ?? '');
}

test('a record is edited: name, number, property; Ctrl+Z and Ctrl+Y take it back and bring it again', async () => {
  await pick('Moraru Ion');
  await page.keyboard.press('F2');
  await dialog().getByLabel('Name or label').waitFor();
  expect(await focused()).toContain('Name or label');
  await dialog().getByLabel('Name or label').fill('Moraru Ion Vasile');
  await dialog().getByRole('button', { name: 'Add a number' }).click();
  await dialog().getByLabel('Value').last().fill('+37369123456');
  await dialog().getByRole('button', { name: 'Add a property' }).click();
  await dialog().getByLabel('Name', { exact: true }).fill('date of birth');
  await dialog().getByLabel('Value').last().fill('1984-05-01');
  await look('edit');
  await page.keyboard.press('Enter');
  await closed();
  await row('Moraru Ion Vasile').waitFor();
  await page.keyboard.press('F2');
  await expect.poll(() => dialog().getByLabel('Value').first().inputValue()).toBe('+37369123456');
  expect(await dialog().getByLabel('Name', { exact: true }).inputValue()).toBe('date of birth');
  await page.keyboard.press('Escape');
  await closed();
  await desk('Control+z');
  await expect.poll(rows).toContain('Moraru Ion');
  await desk('Control+y');
  await expect.poll(rows).toContain('Moraru Ion Vasile');
});

/** The menu of what the inspector shows. */
async function inspectorAct(name: string): Promise<void> {
  await page.locator('.inspector').getByTitle('Edit, merge, delete').last().click();
  await page.locator('.menu-popup').getByRole('menuitem', { name }).click();
  await dialog().waitFor();
}

test('a link is drawn, edited and deleted with a reason', async () => {
  await pick('Moraru Ion Vasile', 'Popa Elena');
  await page.keyboard.press('l');
  await dialog().getByRole('button', { name: 'Create link' }).click();
  await closed();
  await pick('Popa Elena');
  // Its sources are a list of the same kind and may come first.
  await page.locator('.inspector .lines button:has(.line-sample)').first().click();
  await inspectorAct('Edit links of this line');
  await dialog().getByLabel('Strength').selectOption('tentative');
  await dialog().getByLabel('From').fill('2026-01-05');
  await look('link');
  await dialog().getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => dialog().getByLabel('Strength').inputValue()).toBe('tentative');
  await dialog().getByRole('button', { name: 'Delete link' }).click();
  expect(await focused()).toContain('Reason');
  await page.keyboard.type('drawn by mistake');
  await look('link-delete');
  await page.keyboard.press('Enter');
  await dialog().getByText('there is no link to edit').waitFor();
  await page.keyboard.press('Escape');
  await closed();
  await desk('Control+z');
  await pick('Popa Elena');
  await page.locator('.inspector .lines button').first().waitFor();
});

test('an event is entered, edited and deleted with a reason', async () => {
  await pick('Ткачук Олександр', 'Popa Elena');
  await command('New event');
  await dialog().getByLabel('Time, year first').fill('2026-03-05 14:30');
  await dialog().getByLabel('Place').fill('Bălți');
  await look('event');
  await page.keyboard.press('Enter');
  await closed();
  await page.locator('.inspector').getByText('Bălți').waitFor();
  await inspectorAct('Edit event');
  await dialog().getByLabel('Place').fill('Soroca');
  await page.keyboard.press('Enter');
  await closed();
  await page.locator('.inspector').getByText('Soroca').waitFor();
  await inspectorAct('Edit event');
  await dialog().getByRole('button', { name: 'Delete event' }).click();
  await page.keyboard.type('entered twice');
  await look('event-delete');
  await page.keyboard.press('Enter');
  await closed();
  await page.locator('.inspector').getByText('Soroca').waitFor({ state: 'detached' });
});

test('two records are merged with a reason, edited, and un-merged later', async () => {
  await pick('Ткачук Олександр', 'Tkachuk Oleksandr');
  await page.keyboard.press('m');
  await dialog().getByRole('radio').nth(1).waitFor();
  expect(await focused()).toContain('Why they are one');
  expect(await dialog().getByRole('button', { name: 'Merge' }).isDisabled()).toBe(true);
  await page.keyboard.type('same passport');
  await look('merge');
  await page.keyboard.press('Enter');
  await closed();
  await expect.poll(rows).toEqual(['Moraru Ion Vasile', 'Popa Elena', 'Ткачук Олександр']);
  await pick('Ткачук Олександр');
  await page.keyboard.press('F2');
  await dialog().getByLabel('Name or label').fill('Ткачук О. П.');
  await page.keyboard.press('Enter');
  await closed();
  await page.locator('.inspector').getByText('same passport').waitFor();
  await page.locator('.inspector').getByRole('button', { name: 'Un-merge…' }).click();
  await page.keyboard.type('two passports after all');
  await look('unmerge');
  await page.keyboard.press('Enter');
  await expect.poll(rows).toEqual(['Moraru Ion Vasile', 'Popa Elena', 'Tkachuk Oleksandr', 'Ткачук О. П.']);
});

test('a record is deleted with a reason; one that others rest on says why it stays', async () => {
  await pick('Tkachuk Oleksandr');
  await page.keyboard.press('Shift+Delete');
  await dialog().getByText('facts: ').waitFor();
  await page.keyboard.type('nobody');
  await look('delete');
  await page.keyboard.press('Enter');
  await closed();
  await expect.poll(rows).toHaveLength(3);
  await desk('Control+z');
  await expect.poll(rows).toHaveLength(4);
  await desk('Control+y');
  await expect.poll(rows).toHaveLength(3);
});

const journal = (): Locator => page.getByRole('region', { name: 'Journal' });
const entry = (words: string): Locator => journal().locator('li.done').filter({ hasText: words }).first();

async function openJournal(): Promise<void> {
  await desk('Control+Shift+Z');
  await journal().locator('li').first().waitFor();
}

test('the journal says who did what and why, narrows, and shows what a step touched', async () => {
  await openJournal();
  for (const reason of ['nobody', 'two passports after all', 'same passport', 'entered twice'])
    await journal().getByText(`Reason: ${reason}`).waitFor();
  await look('panel');
  await journal().getByLabel('About').selectOption('event');
  await expect.poll(() => journal().locator('li').count()).toBe(3);
  await journal().getByLabel('About').selectOption('');
  await journal().getByLabel('Words, names, reason').fill('PASSPORT');
  await expect.poll(() => journal().locator('li').count()).toBe(2);
  await journal().getByLabel('Words, names, reason').fill('popa');
  await entry('Created Popa Elena').getByTitle('Select what it touched').click();
  await page.locator('.inspector .card-head').getByText('Popa Elena').waitFor();
  await openJournal();
  await journal().getByLabel('Words, names, reason').fill('');
});

test('an older step on which others rest is taken back: kept for them, or together with them', async () => {
  await entry('Created Popa Elena').getByRole('button', { name: 'Take back…' }).click();
  await journal().getByText('Later steps rest on this one').waitFor();
  await look('resting');
  await page.keyboard.press('Escape');
  await journal().getByText('Later steps rest on this one').waitFor({ state: 'detached' });
  const takeBack = async (choice: string): Promise<void> => {
    await entry('Created Popa Elena').getByRole('button', { name: 'Take back…' }).click();
    await journal().getByRole('button', { name: choice }).click();
    await journal().getByText('Took back: Created Popa Elena').waitFor();
  };
  await takeBack('Keep what they need');
  await page.locator('.notice-item', { hasText: 'Kept because later steps need it: 1' }).waitFor();
  await desk('Control+z');
  await entry('Created Popa Elena').waitFor();
  await takeBack('Take back together');
  await page.keyboard.press('Control+4');
  await expect.poll(rows).toEqual(['Moraru Ion Vasile', 'Ткачук О. П.']);
});

test('after the program was started again, Ctrl+Z goes on where it was left, in another language too', async () => {
  await program.close();
  await start();
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await openTable();
  await expect.poll(rows).toEqual(['Moraru Ion Vasile', 'Ткачук О. П.']);
  await command('Українська');
  await desk('Control+Shift+Z');
  const panel = page.getByRole('region', { name: 'Журнал' });
  await panel.getByText('Скасовано: Створено: Popa Elena').waitFor();
  await look('ukrainian');
  await command('English');
  await page.keyboard.press('Control+4');
  await desk('Control+z');
  await expect.poll(rows).toEqual(['Moraru Ion Vasile', 'Popa Elena', 'Ткачук О. П.']);
  await desk('Control+z');
  await expect.poll(rows).toHaveLength(4);
});

test('none of these screens has a barrier of WCAG 2.1 AA, and the page complained of nothing', () => {
  expect([...found]).toEqual([]);
  expect(complaints).toEqual([]);
});
