import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCase } from './open-case.ts';

let folder = '';
let one: Awaited<ReturnType<typeof openCase>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'iforce-search-'));
  one = await openCase(folder, { reference: 'CAF-2026-031', title: 'Kestrel', purpose: 'search' });
  const { ask, fileId } = one;
  for (const label of ['Олександр Ткачук', 'Alexandru Tcaciuc', 'Sandu Popa', 'Oana Șerban']) {
    await ask('entity.create', { fileId, type: 'person', label, status: 'suspect' });
  }
  await ask('entity.create', { fileId, type: 'person', label: 'Ileana Marmalade', status: 'victim' });
  await ask('entity.create', { fileId, type: 'phone', label: '+37369123456' });
  await ask('entity.create', { fileId, type: 'vehicle', label: 'ABC 123', country: 'MD' });
  await one.page.goto(one.page.url());
  await one.page.getByText('CAF-2026-031').first().click();
  await one.page.keyboard.press('Control+Shift+F');
});

afterAll(async () => {
  await one.close();
  rmSync(folder, { recursive: true, force: true });
});

const box = () => one.page.locator('.search-panel input[type="search"]');
const found = () => one.page.locator('.search-found .chip-label').allTextContents();
async function search(text: string, least = 1): Promise<void> {
  await box().fill(text);
  await one.page
    .locator('.search-found')
    .nth(least - 1)
    .waitFor();
}

test('the box takes words, numbers with gaps and filters, and says how it understood them', async () => {
  await search('Tkachuk', 2);
  await expect.poll(found).toEqual(['Олександр Ткачук', 'Alexandru Tcaciuc']);
  await search('+373 6? 12*');
  await expect.poll(found).toEqual(['+37369123456']);
  await search('type:person status:suspect -Popa', 3);
  expect(await one.page.locator('.search-chip').count()).toBe(3);
  await one.page.locator('.search-chip.excluded button').click();
  await one.page.locator('.search-found').nth(3).waitFor();
  expect(await box().inputValue()).toBe('type:person status:suspect');
  await box().fill('type:spaceship');
  await one.page.locator('.search-problem').waitFor();
});

test('each way of comparing names is a switch, and stays as it was left', async () => {
  await search('Tkachuk', 2);
  await one.page.getByRole('button', { name: 'phonetic' }).click();
  await expect.poll(found).toEqual(['Олександр Ткачук']);
  await one.page.getByRole('button', { name: 'exact' }).click();
  await expect.poll(found).toEqual([]);
  expect((await one.ask('search.modes', {})).modes.transliterated).toBe(false);
  await one.page.getByRole('button', { name: 'exact' }).click();
  await expect.poll(found).toEqual(['Олександр Ткачук', 'Alexandru Tcaciuc']);
});

test('the real name of a protected person answers nothing', async () => {
  await box().fill('Marmalade');
  await one.page.locator('.search-panel > .muted').waitFor();
  expect(await found()).toEqual([]);
});

test('arrow keys walk the groups, and an example of the help is tried with a click', async () => {
  await search('status:suspect', 4);
  await box().press('ArrowDown');
  await one.page.keyboard.press('ArrowDown');
  expect(await one.page.evaluate(() => document.activeElement?.className)).toBe('search-found');
  await one.page.getByRole('button', { name: 'What can I type?' }).click();
  await one.page.getByRole('button', { name: 'plate:A?C*' }).click();
  await expect.poll(found).toEqual(['ABC 123']);
});

test('a search that goes on from another stands under it, with what is noted', async () => {
  await search('Tkachuk', 2);
  await box().press('Enter');
  await search('Tkachuk type:person', 2);
  await box().press('Enter');
  await one.page.getByRole('tab', { name: 'History' }).click();
  await one.page.locator('.search-tree .search-tree .search-again').waitFor();
  expect(await one.page.locator('.search-tree .search-tree .search-again').textContent()).toBe(
    'Tkachuk type:person',
  );
  await one.page.getByRole('button', { name: 'Add a note' }).last().click();
  await one.page.getByLabel('Note', { exact: true }).fill('Ask Iași');
  await one.page.getByLabel('Note', { exact: true }).press('Enter');
  await one.page.locator('.search-note').waitFor();
  await one.page.getByRole('button', { name: 'Delete from the history' }).first().click();
  await expect.poll(() => one.page.locator('.search-again').count()).toBe(1);
});

test('a standing query tells after an import what is new', async () => {
  const { ask, fileId, page } = one;
  await box().fill('Kestrel');
  await page.getByRole('button', { name: 'Keep as standing query' }).click();
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await page.getByText('found: 0').waitFor();
  const path = join(folder, 'people.csv');
  writeFileSync(path, 'Full name,Personal number\nPetru Kestrel,2004001000013\n');
  const { suggested } = await ask('import.inspect', { path });
  await ask('import.start', { fileId, path, specification: suggested, dryRun: false });
  await expect
    .poll(async () => (await ask('search.standing', { fileId })).queries[0]?.fresh, { timeout: 10_000 })
    .toBe(1);
  await page.getByRole('tab', { name: 'Results' }).click();
  await search('Petru');
  await box().press('Enter');
  await page.locator('[data-count="search"]').waitFor();
  await page.getByRole('tab', { name: /Standing \(\+1\)/ }).click();
  await page.getByTitle('Show what it finds').click();
  await expect.poll(found).toEqual(['Petru Kestrel']);
  await expect.poll(() => page.locator('[data-count="search"]').count()).toBe(0);
});
