import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { callsOfMarkers, registerOfMarkers } from '../helpers/markers.ts';
import { ask } from './program.ts';

/** What a person types into the screen; it must stay in the vault like everything else. */
export const TYPED = {
  passphrase: 'вісім тихих броненосців under the moon',
  reference: 'KVOKKA-2026-7731',
  title: 'Блакитний нарвал',
  entity: 'Плюшевий Ящер',
} as const;

/** The two files of the case; written by the test, not by the program. */
export function writeMarkerFiles(folder: string): { register: string; calls: string } {
  const files = { register: join(folder, 'register.csv'), calls: join(folder, 'calls.csv') };
  writeFileSync(files.register, registerOfMarkers());
  writeFileSync(files.calls, callsOfMarkers());
  return files;
}

export async function endOf(page: Page, jobId: string): Promise<unknown> {
  for (let since = -1; ; ) {
    const job = await ask(page, 'jobs.watch', { jobId, since });
    if (job.state === 'done') return job.result;
    if (job.state !== 'running') throw new Error(job.error?.code ?? job.state);
    since = job.revision;
  }
}

/** A new vault as a person makes it; returns its recovery words. */
export async function createVault(page: Page, path: string): Promise<string[]> {
  await page.getByRole('tab', { name: 'New', exact: true }).click();
  await page.getByLabel('Folder of the vault').fill(path);
  await page.getByLabel('Your name on the key').fill('analyst');
  await page.getByLabel('Passphrase', { exact: true }).fill(TYPED.passphrase);
  await page.getByLabel('Passphrase again').fill(TYPED.passphrase);
  await page.getByRole('button', { name: 'Create vault' }).click();
  const words = page.locator('.recovery-words li');
  await words.first().waitFor();
  const shown = await words.allTextContents();
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Continue' }).click();
  return shown;
}

/** A new analysis file by the form of the screen; returns its id. */
export async function createFile(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Import files' }).click();
  for (const [label, text] of [
    ['Reference', TYPED.reference],
    ['Title', TYPED.title],
    ['Originator (country, NCB)', 'MD'],
    ['Legal basis', 'test'],
    ['Participants', 'MD, UA'],
    ['Purpose', 'vehicle theft'],
    ['Storage period, months', '36'],
  ] as const)
    await page.getByLabel(label, { exact: true }).fill(text);
  await page.getByRole('checkbox').first().check();
  await page.getByRole('button', { name: 'Create analysis file' }).click();
  await page.locator('.import-centre').waitFor();
  const { files } = await ask(page, 'analysisFile.list', {});
  return files[0]?.id ?? '';
}

async function importOne(page: Page, fileId: string, path: string): Promise<string> {
  const { suggested } = await ask(page, 'import.inspect', { path, fileId });
  await ask(page, 'import.preview', { path, specification: suggested, limit: 20 });
  const { jobId } = await ask(page, 'import.start', {
    fileId,
    path,
    specification: suggested,
    dryRun: false,
  });
  const report = (await endOf(page, jobId)) as { batchId: string; imported: number };
  if (report.imported === 0) throw new Error(`nothing was imported from ${path}`);
  return report.batchId;
}

/** The calls from the disk, the register as bytes dropped on the window; returns the batch of the register. */
export async function importMarkers(page: Page, fileId: string, calls: string): Promise<string> {
  await importOne(page, fileId, calls);
  const upload = await page.evaluate(
    async (text) => (await fetch('/upload?name=register.csv', { method: 'POST', body: text })).json(),
    registerOfMarkers(),
  );
  return importOne(page, fileId, upload.value.path);
}

/** Everything of the register on a chart, which is opened on the screen with map, timeline and table. */
export async function chartMarkers(page: Page, fileId: string): Promise<string> {
  const query = { fileId, sort: 'degree' as const, descending: true, offset: 0, limit: 200 };
  const { rows } = await ask(page, 'entity.list', query);
  const places = rows.map(({ id }, index) => [id, { x: (index % 8) * 150, y: Math.floor(index / 8) * 110 }]);
  const members = Object.fromEntries(places);
  const { id: chartId } = await ask(page, 'chart.create', { fileId, name: TYPED.title });
  await ask(page, 'chart.change', { chartId, label: 'act.add', count: rows.length, change: { members } });
  await page.reload();
  await page.locator('.plain-table button').first().click();
  await page.locator('.panel-tab').first().waitFor();
  await page.keyboard.press('Control+1');
  await page.locator('.chart-legend').waitFor();
  await page.locator('.timeline-area canvas').waitFor();
  return rows[0]?.id ?? '';
}
