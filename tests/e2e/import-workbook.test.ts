import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { utils, write } from '@e965/xlsx';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { zipOf } from '../helpers/zip.ts';
import { openCase } from './open-case.ts';
import { expectWhole, goTo } from './whole-screen.ts';

/** A workbook, an archive, a picture and a file nobody knows are chosen as one folder and worked through to the end. */

const folder = mkdtempSync(join(tmpdir(), 'Книга '));
const seized = join(folder, 'Вилучено');
const shots = resolve('test-results');
let program: Awaited<ReturnType<typeof openCase>>;
let ask: typeof program.ask;
let page: Page;
let fileId = '';

const CALLS = 30;

/** Calls with a hidden column and a formula, one row without a day; contacts; a sheet with nothing in it. */
function workbook(): Buffer {
  const calls: unknown[][] = [['Caller', 'Called', 'Start', 'Duration', 'Note']];
  for (let at = 0; at < CALLS; at += 1)
    calls.push([`+38067111220${at % 7}`, `+3736910000${at % 9}`, `2026-07-0${(at % 9) + 1} 10:00`, at, 'x']);
  calls.push(['+380671112299', '+37369100022', 'soon', 1, 'x']);
  const sheet = utils.aoa_to_sheet(calls);
  sheet.D3 = { t: 'n', v: 61, f: '60+1' };
  sheet['!cols'] = [{}, {}, {}, {}, { hidden: true }];
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Дзвінки');
  const contacts = utils.aoa_to_sheet([
    ['Name', 'Phone'],
    ['Попа Іон', '+380671112200'],
    ['Ion Vrabie', '+37369100001'],
  ]);
  utils.book_append_sheet(book, contacts, 'Контакти');
  utils.book_append_sheet(book, utils.aoa_to_sheet([]), 'Порожній');
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}

/** The smallest picture there is. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

function writeFiles(): void {
  mkdirSync(seized);
  writeFileSync(join(seized, 'телефон.xlsx'), workbook());
  writeFileSync(
    join(seized, 'архів.zip'),
    zipOf([
      {
        name: 'WhatsApp Chat.txt',
        content:
          '[01/03/2026, 10:15:00] Ion Vrabie: Unde ești?\n[14/03/2026, 10:16:05] Олена Квітка: Вдома\n',
      },
      {
        name: 'payments.csv',
        content:
          'Date;Sender IBAN;Sender;Recipient IBAN;Recipient;Amount;Currency\n2026-07-01;MD24AG000225100013104168;Popa Ion;RO49AAAA1B31007593840000;SC Exemplu SRL;1500,00;EUR\n',
      },
    ]),
  );
  writeFileSync(join(seized, 'невідоме.bin'), Buffer.from([0, 1, 2, 3, 250, 0, 77]));
  writeFileSync(join(seized, 'знімок.png'), PICTURE);
}

beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  writeFiles();
  const file = { reference: 'CAF-2026-021', title: 'Книга', purpose: 'A workbook and what lay beside it' };
  program = await openCase(folder, file);
  ({ page, fileId, ask } = program);
});

afterAll(async () => {
  await program.close();
  rmSync(folder, { recursive: true, force: true });
});

const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
const exactly = (name: string): Locator => page.getByRole('button', { name, exact: true });
const line = (name: string): Locator => page.locator('.centre-row', { hasText: name });
const state = (name: string): Locator => line(name).locator('.centre-state');
const soon = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 30_000 });

async function chooseFolder(): Promise<void> {
  await exactly('Choose a folder…').click();
  await goTo(page, seized, 'телефон.xlsx');
  await page.locator('dialog').getByRole('button', { name: 'Choose', exact: true }).click();
}

test('every sheet with rows and every file in the archive becomes a line; what cannot be read says why', async () => {
  await button('CAF-2026-021').click();
  await page.locator('.panel-tab').first().waitFor();
  await page.keyboard.press('Control+o');
  await chooseFolder();
  await soon(() => state('Контакти').textContent()).toBe('ready');
  await soon(() => page.locator('.centre-summary').textContent()).not.toContain('being looked at');
  expect(await line('телефон.xlsx').count()).toBe(2);
  expect(await line('Порожній').count()).toBe(0);
  expect(await line('невідоме.bin').locator('.centre-state').textContent()).toBe('refused');
  expect(await line('WhatsApp Chat.txt').textContent()).toContain('WhatsApp chat');
  await line('Дзвінки').locator('.centre-open').click();
  const card = page.locator('.file-card');
  await soon(() => card.textContent()).toContain('Hidden columns, read like the others: 1');
  expect(await card.textContent()).toContain('Cells with a formula');
  await expectWhole(page, '.import-centre', shots, 'workbook-list');
});

test('a sheet is taken out and in again by its tick', async () => {
  const sheet = page.locator('.check-list').getByRole('checkbox', { name: /^Контакти/ });
  await sheet.uncheck();
  await soon(() => line('Контакти').count()).toBe(0);
  await sheet.check();
  await soon(() => state('Контакти').textContent()).toBe('ready');
});

test('the list is walked and narrowed with the keys alone', async () => {
  await page.locator('.centre-open[tabindex="0"]').focus();
  await page.keyboard.press('Home');
  const focused = (): Promise<string | undefined> =>
    page.evaluate(() => document.activeElement?.closest<HTMLElement>('.centre-row')?.dataset.index);
  await soon(focused).toBe('0');
  await page.keyboard.press('ArrowDown');
  await soon(focused).toBe('1');
  await page.keyboard.press('End');
  await soon(focused).toBe(String((await page.locator('.centre-row').count()) - 1));
  await button(/^refused: /).press('Enter');
  await soon(() => page.locator('.centre-row:not(.refused)').count()).toBe(0);
  await button(/^refused: /).press('Enter');
  await soon(() => line('Дзвінки').count()).toBe(1);
});

test('a dry run counts, all are loaded, and the report tells the row that could not be', async () => {
  await soon(() => button(/^Try all/).isEnabled()).toBe(true);
  await button(/^Try all/).click();
  await soon(() => state('Дзвінки').textContent()).toBe(`tried: ${CALLS} would come in, 1 rejected`);
  await soon(() => button(/^Load all ready/).count()).toBe(1);
  expect((await ask('import.batches', { fileId })).batches).toEqual([]);
  await line('Дзвінки').locator('.centre-open').click();
  await page.locator('.file-card .report').scrollIntoViewIfNeeded();
  await expectWhole(page, '.import-centre', shots, 'workbook-tried');
  await button(/^Load all ready/).click();
  await soon(() => state('Дзвінки').textContent()).toBe(`imported ${CALLS}, rejected 1`);
  await soon(() => state('Контакти').textContent()).toBe('imported 2, rejected 0');
  await soon(() => state('payments.csv').textContent()).toBe('imported 1, rejected 0');
  const { batches } = await ask('import.batches', { fileId });
  expect(batches.every(({ rows, imported, rejected }) => rows === imported + rejected)).toBe(true);
});

test('the rejected row is corrected where it stands and comes in', async () => {
  await line('Дзвінки').locator('.centre-open').click();
  await exactly('Correct them here').click();
  await page.getByLabel(`Start, line ${CALLS + 2}`).fill('2026-07-30 10:00');
  await button('Try 1 corrected row again').click();
  await page.getByText('1 corrected row was imported.').waitFor();
  await exactly('Done correcting').click();
  await page.locator('.corrected').waitFor();
});

test('an import is taken back from its report', async () => {
  await button(/^Imported so far: /).click();
  const batch = page.locator('.centre-batch', { hasText: 'payments.csv' });
  await batch.getByRole('button').first().click();
  await batch.getByRole('button', { name: 'Undo import' }).click();
  await soon(() => batch.locator('.centre-state').textContent()).toBe('taken back');
  const { batches } = await ask('import.batches', { fileId });
  expect(batches.find(({ fileName }) => fileName === 'payments.csv')?.state).toBe('undone');
  expect(await batch.getByRole('button', { name: 'Undo import' }).count()).toBe(0);
  await button(/^Imported so far: /).click();
});

test('a file of an unknown kind is registered by hash, and a picture shut out for ever', async () => {
  await line('невідоме.bin').locator('.centre-open').click();
  const card = page.locator('.file-card');
  await card.getByRole('button', { name: 'Register by hash (not opened)' }).waitFor();
  await expectWhole(page, '.import-centre', shots, 'workbook-unknown');
  await card.getByRole('button', { name: 'Register by hash (not opened)' }).click();
  await soon(() => state('невідоме.bin').textContent()).toContain('registered by hash as');
  await line('знімок.png').getByRole('checkbox').check();
  await page
    .locator('.centre-ticked')
    .getByRole('button', { name: /^Hash only: / })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Hash only: child sexual abuse material' });
  expect(await dialog.textContent()).toContain('never decoded, previewed or copied');
  await expectWhole(page, '.import-centre', shots, 'workbook-hash-only');
  await dialog.getByRole('button', { name: 'Note this file by hash only' }).click();
  await soon(() => state('знімок.png').textContent()).toContain('hash only, as');
  const { sources } = await ask('source.list', { fileId });
  for (const name of ['невідоме.bin', 'знімок.png']) {
    const found = sources.find((one) => one.fileName === name);
    expect(found?.sha256).toMatch(/^[0-9a-f]{64}$/);
    const target = join(folder, 'out.bin');
    await expect(ask('source.saveAttachment', { sourceId: found?.id ?? '', path: target })).rejects.toThrow();
  }
  await expect(ask('import.inspect', { path: join(seized, 'знімок.png') })).rejects.toThrow('was not opened');
});

test('the same screens hold in Ukrainian and Romanian', async () => {
  const palette = async (words: string): Promise<void> => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(words);
    await page.waitForTimeout(300);
    await page.keyboard.press('Enter');
  };
  for (const [words, sign] of [
    ['Українська', 'лише хеш, як'],
    ['Română', 'numai hash, ca'],
    ['English', 'hash only, as'],
  ] as const) {
    await palette(words);
    await soon(() => state('знімок.png').textContent()).toContain(sign);
    await line('знімок.png').getByRole('checkbox').check();
    await line('знімок.png').locator('.centre-open').click();
    await expectWhole(
      page,
      '.import-centre',
      shots,
      `workbook-${words === 'English' ? 'en' : words === 'Română' ? 'ro' : 'uk'}`,
    );
  }
});
