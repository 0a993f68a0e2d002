import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriers } from './accessibility.ts';
import { ask, openProgram, type Program } from './program.ts';

/** An analyst grades, concludes, asks who says so, and decides on people: all on the screen, over the training case. */

const folder = mkdtempSync(join(tmpdir(), 'Докази '));
const shots = resolve('test-results');
let program: Program;
let page: Page;
let fileId = '';
let person = { id: '', label: '' };

async function endOf(jobId: string): Promise<unknown> {
  for (let since = -1; ; ) {
    const job = await ask(page, 'jobs.watch', { jobId, since });
    if (job.state === 'done') return job.result;
    if (job.state !== 'running') throw new Error(job.error?.message ?? job.state);
    since = job.revision;
  }
}

const shot = (name: string) => page.screenshot({ path: join(shots, `evidence-${name}.png`) });
const inspector = () => page.locator('.inspector');
const statusMarking = () => page.locator('.status-item.marking').textContent();
const viewMarkings = () => page.locator('.view-marking').allTextContents();
const facts = async () =>
  (await ask(page, 'entity.get', { entityId: person.id })).facts.filter((one) => !one.ofFile);

async function selectPerson(): Promise<void> {
  await page.keyboard.press('Control+Shift+f');
  await page.locator('.search-panel input').fill(person.label);
  await page.locator('.search-found').first().click();
  await inspector().getByText('Facts', { exact: true }).waitFor();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
}

/** Runs a command by its words, as Ctrl+K does for a person. */
async function command(words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.locator('.palette input').fill(words);
  await page.locator('.palette [role="option"]').filter({ hasText: words }).first().click();
}

async function putOnChart(): Promise<void> {
  const people = await ask(page, 'entity.list', {
    fileId,
    types: ['person'],
    sort: 'degree',
    descending: true,
    offset: 0,
    limit: 20,
  });
  const open = people.rows.filter((one) => !one.protected).slice(0, 4);
  person = { id: open[0]?.id ?? '', label: open[0]?.label ?? '' };
  const near = await ask(page, 'chart.expand', { fileId, entityIds: open.map(({ id }) => id), limit: 12 });
  const { id: chartId } = await ask(page, 'chart.create', { fileId, name: 'Схема: докази' });
  const places = near.entities.map(({ id }, at) => [id, { x: (at % 5) * 220, y: Math.floor(at / 5) * 180 }]);
  const change = { members: Object.fromEntries(places) };
  await ask(page, 'chart.change', { chartId, label: 'act.add', count: places.length, change });
}

beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  program = await openProgram('chromium', join(folder, 'settings'));
  page = program.page;
  page.setDefaultTimeout(15_000);
  await page.setViewportSize({ width: 1920, height: 1080 });
  const path = join(folder, 'Сховище.vault');
  await ask(page, 'vault.create', { path, passphrase: 'сім зелених мостів over the river', slotName: 'А' });
  const { jobId } = await ask(page, 'training.open', { language: 'en' });
  ({ fileId } = (await endOf(jobId)) as { fileId: string });
  await putOnChart();
  await page.reload();
  await page.locator('.plain-table button').first().click();
  await page.locator('.chart-legend').waitFor();
  await selectPerson();
}, 90_000);

afterAll(async () => {
  await program.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a fact goes in by keyboard alone, well under ten seconds', async () => {
  const started = Date.now();
  await page.keyboard.press('s');
  await page.keyboard.type('alias', { delay: 40 });
  await page.keyboard.press('Tab');
  await page.keyboard.type('Кум', { delay: 40 });
  await page.keyboard.press('Enter');
  await inspector().locator('.fact-value', { hasText: 'Кум' }).waitFor();
  expect(Date.now() - started).toBeLessThan(10_000);
  expect(await facts()).toMatchObject([{ kind: 'fact', property: 'alias', value: 'Кум' }]);
});

test('inference and recommendation stand apart from facts, by word, sign and line', async () => {
  const editor = inspector().locator('form.fact-editor').last();
  await editor.getByLabel('Kind').selectOption('inference');
  await editor.getByText('Grade, marking, grounds').click();
  await editor.getByLabel('alias: Кум').check();
  await editor.getByLabel('What').fill('role');
  await editor.getByLabel('Value').fill('coordinates the drivers');
  await page.keyboard.press('Enter');
  const inferences = inspector().getByRole('region', { name: 'Analyst’s inferences' });
  await inferences.getByText('coordinates the drivers').waitFor();
  expect(await inferences.locator('.fact-grounds').textContent()).toContain('Кум');
  await inspector().locator('form.fact-editor').last().getByLabel('Kind').selectOption('recommendation');
  await page.locator('form.fact-editor').last().getByLabel('What').fill('next step');
  await page.keyboard.press('Tab');
  await page.keyboard.type('ask NCB Kyiv for subscriber data');
  await page.keyboard.press('Enter');
  const advice = inspector().getByRole('region', { name: 'Recommendations' });
  await advice.getByText('ask NCB Kyiv').waitFor();
  const line = (where: typeof advice) =>
    where.locator('ul').evaluate((list) => getComputedStyle(list).borderLeftStyle);
  expect([await line(inferences), await line(advice)]).toEqual(['dashed', 'dotted']);
  await shot('kinds');
  expect(await barriers(page)).toEqual([]);
});

test('a fact is graded anew, shown as about the same in 4×4, withdrawn, and Ctrl+Z brings it back', async () => {
  const row = inspector().locator('.facts > li', { hasText: 'ask NCB Kyiv' });
  await row.getByRole('button', { name: 'Change' }).click();
  const editor = inspector().locator('li form.fact-editor');
  await editor.getByText('Grade, marking, grounds').click();
  await editor.getByLabel('Grade of its own').check();
  await editor.getByLabel('Grading scheme').selectOption('uk-3x5x2');
  await editor.locator('.whole select').first().selectOption('1');
  await editor.locator('.whole select').last().selectOption('B');
  await editor.getByRole('button', { name: 'Save' }).click();
  await row.locator('.about-grade').waitFor();
  expect(await row.locator('.grade').textContent()).toBe('1B');
  expect(await row.locator('.about-grade').textContent()).toBe('≈ 4×4 A/B 3');
  await row.getByRole('button', { name: /Withdraw/ }).click();
  await row.waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  await row.waitFor();
  expect(await row.locator('.grade').textContent()).toBe('1B');
});

test('the inspector and the pointer on the chart say who says this', async () => {
  const list = inspector().locator('section', { hasText: /^Sources: / });
  expect(await list.locator('li').count()).toBeGreaterThan(1);
  const area = await page.locator('.chart-area').boundingBox();
  if (area === null) throw new Error('no chart');
  const card = page.locator('.chart-hover');
  for (let step = 0; step < 400 && (await card.count()) === 0; step += 1) {
    await page.mouse.move(area.x + ((step * 23) % area.width), area.y + 30 + Math.floor(step / 20) * 25);
    await page.waitForTimeout(15);
  }
  await card.locator('.hover-source').first().waitFor();
  expect(await card.locator('.hover-source').first().textContent()).toMatch(/^\S+ · .+ · .+/);
});

test('the marking follows what is shown: status bar, every view, and the picture that leaves', async () => {
  const { sources } = await ask(page, 'source.list', { fileId });
  const source = await ask(page, 'source.get', { sourceId: sources[0]?.id ?? '' });
  const { title, originator, agency, received, informationDate, grade, tlp, usage } = source;
  const marking = { level: 'confidential' as const, handling: ['H3' as const] };
  const fields = {
    title,
    originator,
    agency,
    received,
    informationDate,
    grade,
    tlp,
    usage,
    recipients: ['MD', 'RO'],
  };
  const before = await statusMarking();
  await ask(page, 'source.change', {
    sourceId: source.id,
    reference: source.reference,
    kind: source.kind,
    fields: { ...fields, marking, handlingText: 'no third countries' },
  });
  await page.reload();
  await page.locator('.plain-table button').first().click();
  await page.locator('.chart-legend').waitFor();
  await expect.poll(statusMarking).toContain('INTERPOL CONFIDENTIAL');
  expect(before).not.toContain('CONFIDENTIAL');
  expect(await statusMarking()).toContain('only for MD RO');
  expect(await viewMarkings()).toEqual(Array(3).fill(await statusMarking()));
  await command('Save as vector drawing (SVG)');
  const path = page.getByLabel('Folder', { exact: true });
  await expect.poll(() => path.inputValue()).not.toBe('');
  await path.fill(folder);
  await path.press('Enter');
  await page.locator('.browser-list').getByText('settings', { exact: true }).waitFor();
  await page.locator('dialog').getByLabel('Name', { exact: true }).fill('докази.svg');
  await page.getByRole('button', { name: 'Save here' }).click();
  await page.locator('.notice-item', { hasText: 'докази.svg' }).waitFor();
  const svg = readFileSync(join(folder, 'докази.svg'), 'utf8');
  expect(svg.match(/INTERPOL CONFIDENTIAL/g)).toHaveLength(2);
  expect(svg).toContain('H3: no third countries');
});

test('everything one source said, and nothing else, in every view; the filter says so and goes', async () => {
  const shown = () => page.locator('.chart-area').getAttribute('aria-label');
  await command('Sources');
  await page.locator('.sources-panel').getByText('calls-operator-a.csv').first().click();
  await page.getByRole('tab', { name: 'What it said' }).click();
  await page.getByRole('button', { name: 'Show only this source' }).click();
  const sign = page.locator('.chart-active-filter');
  await sign.getByText('S-004').waitFor();
  await expect.poll(statusMarking).not.toContain('CONFIDENTIAL');
  await page.keyboard.press('Control+4');
  const table = page.locator('.table-panel');
  await table
    .getByText(/S-004:/)
    .first()
    .waitFor();
  expect(await table.getByText(/S-00[1235678]:/).count()).toBe(0);
  await page.keyboard.press('Control+1');
  await shot('one-source');
  await sign.getByRole('button', { name: 'Clear the filter' }).click();
  await expect.poll(statusMarking).toContain('CONFIDENTIAL');
  expect(await shown()).toContain('Link chart');
});

test('the chart can be coloured by grade and by source, and the legend says what it means', async () => {
  await command('Colour the chart by source');
  await page.locator('.chart-legend').getByText('S-001', { exact: true }).waitFor();
  await shot('by-source');
  await command('Colour the chart by grade');
  await page.locator('.chart-legend').getByText('A2', { exact: true }).waitFor();
  await shot('by-grade');
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Control+z');
  await page.locator('.chart-legend').getByText('S-001', { exact: true }).waitFor();
  await command('Colour the chart by type');
  await page.locator('.chart-legend .paint-sample').first().waitFor({ state: 'detached' });
});

test('people without a status wait with their days; a key decides, with date, source and history', async () => {
  await page.keyboard.press('Control+9');
  const panel = page.locator('.people-panel');
  await panel.getByText('183 days left').first().waitFor();
  const waiting = (await ask(page, 'people.uncategorised', { fileId, offset: 0, limit: 1 })).total;
  await panel.getByLabel('Since (2026-03-14)').fill('2026-03');
  await panel.locator('[role="row"]').nth(1).click();
  await panel.getByText('1 chosen:').waitFor();
  await page.keyboard.press('c');
  await expect
    .poll(async () => (await ask(page, 'people.uncategorised', { fileId, offset: 0, limit: 1 })).total)
    .toBe(waiting - 1);
  await shot('people');
  expect(await barriers(page)).toEqual([]);
});

test('a protected person opens with a reason that is on record, without the name', async () => {
  const { rows } = await ask(page, 'entity.list', {
    fileId,
    types: ['person'],
    sort: 'label',
    descending: true,
    offset: 0,
    limit: 5,
  });
  const victim = rows.find((one) => one.protected);
  await page.keyboard.press('Control+4');
  await page.locator('.table-panel').getByRole('button', { name: 'Entities' }).click();
  await page
    .locator('.table-panel')
    .getByLabel(/hole file/)
    .check();
  await page.locator('.table-panel [role="columnheader"]').first().click();
  await page.locator('.table-panel [role="columnheader"]').first().click();
  await page
    .locator('.table-panel')
    .getByText(victim?.label ?? '', { exact: true })
    .first()
    .click();
  await page.locator('.shutter').getByLabel('Reason').fill('case meeting 14 May');
  await page.locator('.shutter').getByRole('button', { name: 'Open' }).click();
  await page.locator('.shutter').waitFor({ state: 'detached' });
  const opened = await ask(page, 'entity.get', { entityId: victim?.id ?? '', reason: 'test' });
  const log = await ask(page, 'audit.list', { offset: 0, limit: 1000 });
  const entries = JSON.stringify(log.rows);
  expect(entries).toContain('case meeting 14 May');
  expect(entries).not.toContain(opened.entity.label);
});
