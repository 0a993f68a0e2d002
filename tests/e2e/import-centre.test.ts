import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCase } from './open-case.ts';
import { expectWhole, goTo } from './whole-screen.ts';

/** A folder of a seized phone is dropped whole: what is sure is loaded, what is not asks, nothing is silent. */

const folder = mkdtempSync(join(tmpdir(), 'Центр імпорту '));
const phone = join(folder, 'Вилучений телефон');
const shots = resolve('test-results');
let program: Awaited<ReturnType<typeof openCase>>;
let ask: typeof program.ask;
let page: Page;
let fileId = '';

function writeFiles(): void {
  mkdirSync(join(phone, 'глибше'), { recursive: true });
  const call = (at: number): string =>
    `+38067111220${at % 7};+3736910000${at % 9};2026-07-0${(at % 9) + 1} 10:00;${at};${at % 10 === 0 ? 'SMS' : 'call'}`;
  writeFileSync(
    join(phone, 'calls.csv'),
    [
      'caller;called;start;duration;kind',
      ...Array.from({ length: 40 }, (_, at) => call(at)),
      '+380671112299;+37369100022;32.07.2026;1;call',
      '+380671112299;+37369100023;soon;2;call',
    ].join('\n'),
  );
  writeFileSync(
    join(phone, 'двозначні.csv'),
    'caller;called;start\n+380671112233;+380502223344;03/04/2026 10:00\n+380671112233;+380502223345;05/06/2026 10:00\n',
  );
  writeFileSync(
    join(phone, 'глибше', 'payments.csv'),
    'Date;Sender IBAN;Sender;Recipient IBAN;Recipient;Amount;Currency\n2026-07-01;MD24AG000225100013104168;Popa Ion;RO49AAAA1B31007593840000;SC Exemplu SRL;1500,00;EUR\n',
  );
  writeFileSync(join(phone, 'disk.db'), Buffer.from('SQLite format 3\0\0\x01\x02'));
}

beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  writeFiles();
  program = await openCase(folder, {
    reference: 'CAF-2026-008',
    title: 'Телефон',
    purpose: 'A seized phone',
  });
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

/** Other work on this computer may make an answer late; none takes so long for nothing. */
const soon = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 15_000 });

test('a folder becomes a line for each file: ready, asking or refused with the reason', async () => {
  await button('CAF-2026-008').click();
  await page.locator('.panel-tab').first().waitFor();
  await page.keyboard.press('Control+o');
  await exactly('Choose a folder…').click();
  await goTo(page, phone, 'calls.csv');
  await page.locator('dialog').getByRole('button', { name: 'Choose', exact: true }).click();
  await soon(() => state('двозначні.csv').textContent()).toContain('day or month first');
  await soon(() => page.locator('.centre-summary').textContent()).toContain('refused: 1');
  expect(await page.locator('.centre-row').count()).toBe(4);
  expect(await state('calls.csv').textContent()).toBe('ready');
  expect(await line('calls.csv').textContent()).toContain('2026-07-01 – 2026-07-09');
  expect(await line('disk.db').textContent()).toContain('is no table');
  await expectWhole(page, '.import-centre', shots, 'centre-list');
});

test('days that cannot be told apart are asked once, with what the column says', async () => {
  await line('двозначні.csv').locator('.centre-open').click();
  const question = page.locator('.date-question');
  expect(await page.locator('.file-card .notice').first().textContent()).toContain('03/04/2026');
  expect(await exactly('Import').last().isEnabled()).toBe(false);
  await question.getByRole('button', { name: 'day month year' }).click();
  await question.waitFor({ state: 'detached' });
  await soon(() => state('двозначні.csv').textContent()).toBe('ready');
});

test('rows that are not meant are left out, and the mapping is shown as table and chart', async () => {
  await line('calls.csv').locator('.centre-open').click();
  await button(/^Rows all rows/).click();
  await exactly('Only some of the rows…').click();
  const card = page.locator('.file-card');
  await card.getByLabel('Rows that fit').selectOption('drop');
  await card.getByLabel('Column').last().selectOption('kind');
  await card.getByLabel('Text').last().fill('sms');
  await button(/^Rows without rows where “kind” is “sms”/).waitFor();
  await soon(() => page.locator('.mini-chart figcaption').textContent()).toContain('things');
  expect(await page.locator('.mini-chart line').count()).toBeGreaterThan(5);
  expect(await page.locator('.spec-preview tbody tr').count()).toBe(38);
  await button(/^Rows without/).click();
  await page.locator('.centre-preview').scrollIntoViewIfNeeded();
  await expectWhole(page, '.import-centre', shots, 'centre-preview');
});

test('all are tried, then loaded one after the other; the lines say what came of each', async () => {
  await button('Try all (3)').click();
  await soon(() => state('calls.csv').textContent()).toBe('tried: 36 would come in, 2 rejected');
  await button('Load all ready (3)').click();
  await soon(() => state('calls.csv').textContent()).toBe('imported 36, rejected 2');
  await soon(() => state('payments.csv').textContent()).toBe('imported 1, rejected 0');
  await soon(() => state('двозначні.csv').textContent()).toBe('imported 2, rejected 0');
  expect(await page.locator('.file-card .report').textContent()).toContain('Left out by your filter: 4.');
  const { batches } = await ask('import.batches', { fileId });
  expect(
    batches.map(({ rows, imported, rejected, leftOut }) => [rows, imported + rejected + leftOut]),
  ).toEqual([
    [2, 2],
    [1, 1],
    [42, 42],
  ]);
});

test('a rejected row is corrected where it stands and comes in; one still wrong says why', async () => {
  await exactly('Correct them here').click();
  await page.getByLabel('start, line 42').fill('2026-07-30 10:00');
  await page.getByLabel('start, line 43').fill('tomorrow');
  await page.locator('.correction-cells').scrollIntoViewIfNeeded();
  await expectWhole(page, '.import-centre', shots, 'centre-correct');
  await button('Try 2 corrected rows again').click();
  await page.getByText('1 corrected row was imported.').waitFor();
  await exactly('Done correcting').click();
  await page.locator('.corrected').waitFor();
  const { batches } = await ask('import.batches', { fileId });
  expect(batches[0]).toMatchObject({ fileName: 'calls.corrected.csv', imported: 1 });
  expect(batches[0]?.correctionOf).toBe(batches.find(({ fileName }) => fileName === 'calls.csv')?.id);
});

test('the report of every import opens later too', async () => {
  await button(/^Imported so far: 4/).click();
  const batch = page.locator('.centre-batch', { hasText: 'calls.csv' });
  await batch.getByRole('button').first().click();
  await batch.locator('.rejected-table').waitFor();
  expect(await batch.textContent()).toContain(
    '42 rows: 36 imported, 2 rejected. Left out by your filter: 4.',
  );
  expect(await batch.locator('.rejected-table tbody tr').count()).toBe(2);
  await batch.scrollIntoViewIfNeeded();
  await expectWhole(page, '.import-centre', shots, 'centre-reports');
  await batch.getByRole('button').first().click();
});

test('a table is pasted, its type comes from a column, and the specification is shared as a file', async () => {
  await exactly('Paste a table…').click();
  await page.getByLabel('The table').fill('what\tname\nавто\tAA1234BB\nОсоба\tПопа Іон\n');
  await exactly('Take this table').click();
  await line('Pasted table.tsv').waitFor();
  await line('Pasted table.tsv').locator('.centre-open').click();
  const spec = page.locator('.spec-mapping');
  await spec.waitFor();
  await soon(() => page.locator('.file-card .card-head').textContent()).toContain('Pasted table.tsv');
  for (const remove of await spec.getByRole('button', { name: /^Remove: / }).all()) await remove.click();
  await exactly('Add an entity').click();
  await page.locator('.menu-popup').getByText('Person', { exact: true }).click();
  await exactly('Feed “Label” with…').click();
  await page.locator('.menu-popup').getByText('name', { exact: true }).click();
  await exactly('+ More').click();
  await page.locator('.menu-popup').getByText('Type by column').click();
  await exactly('Feed “Type by column” with…').click();
  await page.locator('.menu-popup').getByText('what', { exact: true }).click();
  await exactly('Feed “Type by column” with…').click();
  await page.locator('.menu-popup').getByText('Other words for it (replace)').click();
  await page.locator('.spec-replace textarea').fill('авто → vehicle\nОсоба → person');
  await page.locator('.spec-replace textarea').blur();
  await soon(() => page.locator('.spec-preview tbody').textContent()).toContain('Vehicle: AA1234BB');
  expect(await page.locator('.spec-preview tbody').textContent()).toContain('Person: Попа Іон');
  await exactly('Share or open a specification').click();
  await page.locator('.menu-popup').getByText('Write this specification').click();
  const target = join(folder, 'вставлене.json');
  await goTo(page, folder, 'Вилучений телефон');
  await page.locator('dialog').getByLabel('Name').fill('вставлене.json');
  await page.locator('dialog').getByRole('button', { name: 'Save here' }).click();
  await page.getByText(/^Written: /).waitFor();
  expect(JSON.parse(readFileSync(target, 'utf8'))).toMatchObject({
    kind: 'iforce-import-specification',
    specification: { entities: [{ typeFrom: { columns: ['what'], replace: [{ to: 'vehicle' }, {}] } }] },
  });
});
