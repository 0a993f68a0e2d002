import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../../../src/main/engine/index.ts';
import { ask, finished } from '../operation.ts';

const ROWS = 4000;

/** A call list of invented numbers. */
export function writeCalls(path: string, seed = 1, rows = ROWS): void {
  const lines = ['Calling number,Called number,Start (UTC),Duration (s),IMEI'];
  for (let row = 0; row < rows; row += 1) {
    const from = (row * 7 + seed) % 97;
    const to = (row * 13 + seed * 3) % 89;
    const at = new Date(1_620_000_000_000 + row * 60_000).toISOString().slice(0, 19).replace('T', ' ');
    lines.push(
      `+3736900${String(from).padStart(4, '0')},+3805000${String(to).padStart(5, '0')},${at},${row % 600},${350_000_000_000_000 + from * 10}`,
    );
  }
  writeFileSync(path, `${lines.join('\n')}\n`);
}

export async function analysisFile(engine: Engine): Promise<string> {
  const made = await ask(engine, 'analysisFile.create', {
    reference: 'CAF-2026-900',
    title: 'Crash',
    purpose: 'test',
    crimeAreas: ['vehicles'],
    legalBasis: 'test',
    originator: 'MD',
    participants: [],
    subjectCategories: [],
    storageMonths: null,
    reviewDate: null,
    conditions: '',
    marking: { level: 'restricted', handling: ['H1'] },
  } as never);
  return made.id;
}

export async function importCalls(engine: Engine, fileId: string, path: string): Promise<string> {
  const { suggested } = await ask(engine, 'import.inspect', { path, fileId });
  const { jobId } = await ask(engine, 'import.start', {
    fileId,
    path,
    specification: suggested,
    dryRun: false,
  });
  const report = (await finished(engine, jobId)) as { batchId: string; imported: number };
  if (report.imported === 0) throw new Error('nothing was imported: the test would prove nothing');
  return report.batchId;
}

/** A file with one import, and the path of the list. */
export async function imported(engine: Engine, folder: string, rows = ROWS) {
  const path = join(folder, 'calls.csv');
  writeCalls(path, 1, rows);
  const fileId = await analysisFile(engine);
  const batchId = await importCalls(engine, fileId, path);
  return { fileId, batchId };
}
