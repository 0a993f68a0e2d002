import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCase } from './open-case.ts';

/** A file nobody knows is imported by building its whole mapping on screen; the engine says what came of it. */

const TABLE = [
  'x1;x2;x3',
  'Ткачук Олександр;AA1234BB / сірий;15.07.2026 12:00',
  'Popa Ion;BC5678CE / roșu;16.07.2026 08:30',
  'Ткачук Олександр;BC5678CE / roșu;17.07.2026 21:05',
].join('\n');
const folder = mkdtempSync(join(tmpdir(), 'Зіставлення '));
const shots = resolve('test-results');
let program: Awaited<ReturnType<typeof openCase>>;
let ask: typeof program.ask;
let page: Page;
let fileId = '';

beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  program = await openCase(folder, {
    reference: 'CAF-2026-007',
    title: 'Зіставлення',
    purpose: 'A file nobody knows',
  });
  ({ page, fileId, ask } = program);
});

afterAll(async () => {
  await program.close();
  rmSync(folder, { recursive: true, force: true });
});

const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
const exactly = (name: string): Locator => page.getByRole('button', { name, exact: true });
const row = (id: string): Locator => page.locator(`[data-row="${id}"]`);
const place = (key: string): Locator => page.locator(`[data-at="${key}"]`);
const previewLine = (line: number): Locator => page.locator('.spec-preview tbody tr').nth(line);
const canImport = (): Promise<boolean> => exactly('Import').last().isEnabled();

/** Opens the list of a button and takes an entry with the keyboard alone. */
async function choose(opener: Locator, entry: string): Promise<void> {
  await opener.focus();
  await page.keyboard.press('Enter');
  await page.locator('.menu-popup').waitFor();
  for (let step = 0; step < 80; step += 1) {
    if ((await page.locator('.menu-popup :focus').textContent()) === entry) break;
    await page.keyboard.press('ArrowDown');
  }
  expect(await page.locator('.menu-popup :focus').textContent()).toBe(entry);
  await page.keyboard.press('Enter');
  await page.locator('.menu-popup').waitFor({ state: 'detached' });
}

/** Nothing of the panel sticks out sideways. */
async function expectNoOverflow(): Promise<void> {
  const box = await page
    .locator('.import-centre')
    .evaluate((panel) => [
      panel.scrollWidth - panel.clientWidth,
      document.documentElement.scrollWidth - innerWidth,
    ]);
  expect(box).toEqual([0, 0]);
}

async function shot(name: string): Promise<void> {
  await page.screenshot({ path: join(shots, `${name}.png`) });
}

test('an unknown file waits: no entity, and its names were taken for data until a person says which row they are', async () => {
  await button('CAF-2026-007').click();
  await page.locator('.panel-tab').first().waitFor();
  await page.keyboard.press('Control+o');
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'невідоме.csv'));
    return data;
  }, TABLE);
  await page.locator('.import-centre').dispatchEvent('drop', { dataTransfer: transfer });
  await page.locator('.file-card').waitFor();
  expect(await canImport()).toBe(false);
  expect(await page.locator('.spec-actions > [role="status"]').textContent()).toContain('No entity yet');
  await button(/^File utf-8/).click();
  await page.getByLabel('Names of the columns').selectOption({ label: 'names in row 1' });
  await page.locator('.spec-columns th[scope="row"]', { hasText: 'x1' }).waitFor();
  expect(await page.locator('.spec-columns th[scope="row"]').allTextContents()).toEqual(['x1', 'x2', 'x3']);
  await shot('mapping-unknown');
});

test('entities, a link and an event are built with the keyboard; a column left over is seen', async () => {
  await button('Remove: Other event').click();
  expect(await page.locator('.spec-unused').count()).toBe(3);
  await choose(exactly('Use “x1” as…'), 'New: Person');
  await choose(exactly('Add an entity'), 'Vehicle');
  await page.keyboard.press('Tab');
  await choose(exactly('Feed “Number plate” with…'), 'x2');
  await choose(exactly('Add a link'), 'drives');
  await choose(exactly('Add an event'), 'Movement');
  await choose(exactly('+ Field'), 'Start');
  expect(await canImport()).toBe(false);
  await expect.poll(() => page.locator(':focus').getAttribute('title')).toBe('Feed “Start” with…');
  await choose(page.locator(':focus'), 'x3');
  expect(await page.locator('.spec-unused').count()).toBe(0);
  expect(await row('entity.0').textContent()).toContain('PersonPerson ← ');
  expect(await row('link.0').textContent()).toBe('Person drives Vehicle · Unconfirmed');
  expect(await row('event.0').textContent()).toBe('MovementPerson → Vehicle · Start ← x3');
  await expect.poll(canImport).toBe(true);
  await expectNoOverflow();
  await shot('mapping-built');
});

test('an expression that is none is said at once; a good one shows its effect in the preview', async () => {
  await row('entity.1').click();
  await expect.poll(() => previewLine(0).textContent()).toContain('Vehicle: AA1234BB / сірий');
  await choose(exactly('Feed “Number plate” with…'), 'Only a part (regular expression)');
  const expression = place('entity.1.identifier.0').getByLabel('only');
  await expression.fill('(');
  await page.getByText('This is not a valid regular expression').first().waitFor();
  expect(await canImport()).toBe(false);
  await expression.fill('(\\w+)+\\s');
  await page.getByText('could run for years').first().waitFor();
  expect(await canImport()).toBe(false);
  await expression.fill('^\\S+');
  await expect.poll(() => previewLine(0).textContent()).not.toContain('сірий');
  await expect.poll(() => previewLine(0).textContent()).toContain('Vehicle: AA1234BB');
  expect(await canImport()).toBe(true);
  await shot('mapping-value');
});

test('a link or event whose entity is gone, and a name given twice, are shown where they stand and stop the import', async () => {
  await row('entity.1').click();
  await choose(exactly('Add an entity'), 'Phone number');
  await row('event.0').click();
  await page.locator('.spec-row.open').getByLabel('To', { exact: true }).selectOption('Phone number');
  await row('event.0').click();
  await button('Remove: Phone number').click();
  const event = page.locator('.spec-row', { has: row('event.0') });
  expect(await event.locator('[role="alert"]').textContent()).toContain('no entity “Phone number” any more');
  expect(await canImport()).toBe(false);
  await row('event.0').click();
  await page.locator('.spec-row.open').getByLabel('To', { exact: true }).selectOption('Vehicle');
  expect(await canImport()).toBe(true);
  await row('entity.1').click();
  const name = page.locator('.spec-row.open').getByLabel('Name in this mapping');
  await name.fill('Person');
  await name.press('Enter');
  await page.getByText('Two entities are called “Person”').first().waitFor();
  expect(await canImport()).toBe(false);
  await shot('mapping-problem');
  await name.fill('Vehicle');
  await name.press('Enter');
  await expect.poll(canImport).toBe(true);
  await row('entity.1').click();
});

test('handling combines, recipients are a list', async () => {
  await button(/^Source Europe/).click();
  await page.getByRole('checkbox', { name: /^H2/ }).check();
  expect(await page.getByRole('checkbox', { name: /^H1/ }).isChecked()).toBe(true);
  await page.getByRole('checkbox', { name: /^H0/ }).check();
  expect(await page.getByRole('checkbox', { name: /^H[12]/, checked: true }).count()).toBe(0);
  await page.getByRole('checkbox', { name: /^H1/ }).check();
  await page.getByRole('checkbox', { name: /^H2/ }).check();
  await page.getByLabel('Recipients (countries, NCBs)').fill('ro, UA');
  await page.getByLabel('Originator').fill('MD');
  await page.getByLabel('Decimal mark').selectOption(',');
  await button(/^Source Europe/).click();
  expect(await button(/^Source Europe/).textContent()).toContain('H1 H2 · only for RO, UA');
});

test('what was built is loaded: two people, two vehicles, who drove which, and when', async () => {
  await button('Dry run').click();
  await page.getByText('3 rows: 3 imported, 0 rejected.').waitFor();
  expect((await ask('entity.list', { fileId, sort: 'label', offset: 0, limit: 50 })).total).toBe(0);
  await exactly('Import').last().click();
  await page.getByText('Imported.').waitFor();
  await shot('mapping-imported');
  const { rows } = await ask('entity.list', { fileId, sort: 'label', offset: 0, limit: 50 });
  expect(rows.map(({ type, label }) => `${type} ${label}`).sort()).toEqual([
    'person Popa Ion',
    'person Ткачук Олександр',
    'vehicle AA1234BB',
    'vehicle BC5678CE',
  ]);
  const { links } = await ask('chart.data', { fileId, entityIds: rows.map(({ id }) => id) });
  expect(links.map(({ type, strength }) => `${type} ${strength}`)).toEqual(
    Array(3).fill('drives unconfirmed'),
  );
  const events = await ask('event.list', { fileId, offset: 0, limit: 50 });
  expect(events.rows.map(({ type, fromLabel, toLabel, start }) => [type, fromLabel, toLabel, start])).toEqual(
    [
      ['movement', 'Ткачук Олександр', 'AA1234BB', Date.UTC(2026, 6, 15, 9)],
      ['movement', 'Popa Ion', 'BC5678CE', Date.UTC(2026, 6, 16, 5, 30)],
      ['movement', 'Ткачук Олександр', 'BC5678CE', Date.UTC(2026, 6, 17, 18, 5)],
    ],
  );
  const { sources } = await ask('source.list', { fileId });
  expect(sources).toMatchObject([
    { originator: 'MD', recipients: ['RO', 'UA'], marking: { handling: ['H1', 'H2'] } },
  ]);
});
