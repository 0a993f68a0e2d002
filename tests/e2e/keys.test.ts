import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriers } from './accessibility.ts';
import { ask, openProgram, type Program } from './program.ts';

/** Keys and backups through the real screen, from making the vault to opening it after a restore. */

const PASSPHRASE = 'сім зелених мостів over the river';
const SECOND = 'two quiet hills beside water';
const folder = mkdtempSync(join(tmpdir(), 'Ключі '));
const vault = join(folder, 'Міст через річку.vault');
const found: string[] = [];
let program: Program;
let page: Page;

beforeAll(async () => {
  program = await openProgram('chromium', join(folder, 'settings'));
  page = program.page;
  page.setDefaultTimeout(15_000);
});
afterAll(async () => {
  await program.close();
  rmSync(folder, { recursive: true, force: true });
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
/** “Passphrase” begins the names of other fields. */
const field = (name: string) => page.getByLabel(name, { exact: name === 'Passphrase' });
const tab = (name: string) => page.getByRole('tab', { name, exact: true });
const says = (text: string | RegExp) => page.getByText(text).first().waitFor();

/** What of this screen would keep somebody out. */
async function look(): Promise<void> {
  for (const barrier of await barriers(page)) found.push(barrier);
}

async function openKeys(): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('keys and backups');
  await page.keyboard.press('Enter');
  await tab('Backups').waitFor();
}

async function confirmWords(): Promise<string[]> {
  await page.locator('.words-sheet').waitFor();
  const words = await page.locator('.words-sheet li').allTextContents();
  await page.getByText('I have written them down').click();
  await button('Continue').click();
  return words;
}

async function unlock(): Promise<void> {
  await field('Passphrase').fill(PASSPHRASE);
  await button('Unlock').click();
  await says('What do you want to work on?');
}

test('a new vault asks for a passphrase that is hard to guess and says why one is not', async () => {
  await tab('New').click();
  await field('Folder of the vault').fill(vault);
  await field('Your name on the key').fill('Олена');
  await field('Passphrase').fill('password1234');
  await field('Passphrase again').fill('password1234');
  await says('Guessed at once');
  await says('It is among the passwords everybody tries first.');
  await look();
  expect(await button('Create vault').isDisabled()).toBe(true);
  await field('Passphrase').fill(PASSPHRASE);
  await field('Passphrase again').fill(PASSPHRASE);
  await says('Strong');
  await button('Create vault').click();
  expect(await confirmWords()).toHaveLength(24);
  await says('What do you want to work on?');
});

test('a second person gets a key; the last key cannot be removed', async () => {
  await openKeys();
  expect(await button('Remove…').isDisabled()).toBe(true);
  await button('Add a person…').click();
  await field('Whose key it is').fill('Ion Țurcan');
  await field('Passphrase of that person').fill(SECOND);
  await field('Passphrase again').fill(SECOND);
  await field('Your passphrase').fill('not this one');
  await button('Add the key').click();
  await says('does not open the vault');
  await field('Your passphrase').fill(PASSPHRASE);
  await button('Add the key').click();
  await says('Ion Țurcan');
  await look();
  expect(await button('Remove…').count()).toBe(2);
  expect(await button('Remove…').first().isDisabled()).toBe(false);
});

test('new words stay on the screen until they are written down', async () => {
  await button('New words…').click();
  await field('Your passphrase').fill(PASSPHRASE);
  await button('Make new words').click();
  await page.locator('.words-sheet').waitFor();
  await page.keyboard.press('Escape');
  await says('Write the words down');
  await look();
  expect(await confirmWords()).toHaveLength(24);
  await button('Add a person…').waitFor();
});

test('a backup is made; encrypted anew, the vault names who lost a key, and the backup is under an old one', async () => {
  await tab('Backups').click();
  await button('Back up now').click();
  await button('Restore…').waitFor();
  await tab('Keys').click();
  await button('Encrypt everything anew…').click();
  await says('These people lose their key and must be added again: Ion Țurcan.');
  await look();
  await field('Your passphrase').fill(PASSPHRASE);
  await button('Encrypt everything anew').click();
  await says('Add these people again: Ion Țurcan.');
  await confirmWords();
  await tab('Backups').click();
  await says('checked, under an old key');
});

test('the rules are kept', async () => {
  await tab('Locking and schedule').click();
  await page.getByLabel('Lock after so many minutes').fill('7');
  await button('Keep these rules').click();
  await expect.poll(async () => (await ask(page, 'vault.policy', {})).idleMinutes).toBe(7);
  await look();
});

test('a restore says what it will do, does it on the first screen and keeps the present vault', async () => {
  await tab('Backups').click();
  await button('Restore…').click();
  await says('What is there now is kept among the backups');
  await look();
  await field('A passphrase of that day').fill(PASSPHRASE);
  await button('Restore').click();
  await says(/is as it was on .+ Open it with a passphrase of that day/);
  await unlock();
  const { slots } = await ask(page, 'slot.list', {});
  expect(slots.map((slot) => slot.name)).toContain('Ion Țurcan');
  expect((await ask(page, 'backup.list', { path: null })).backups).toHaveLength(2);
});

test('a damaged key file is said after the unlock', async () => {
  await ask(page, 'vault.lock', {});
  await field('Passphrase').waitFor();
  writeFileSync(join(vault, 'keys.json'), '{');
  await unlock();
  await says('The key file of this vault was damaged; its copy was used');
  await look();
});

test('no screen of these kept anybody out', () => {
  expect([...new Set(found)]).toEqual([]);
});
