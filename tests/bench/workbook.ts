import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, utils, write } from '@e965/xlsx';
import { importFile, QUIET } from '../../src/main/import/run.ts';
import { benchContext, calls, emptyVault, specification } from './calls.ts';

/**
 * Import of a workbook of N call rows, everything included, over reading its rows with the spreadsheet library alone.
 * `node tests/bench/workbook.ts [rows]` prints one JSON object.
 */
const rows = Number(process.argv[2] ?? 200_000);
const folder = mkdtempSync(join(tmpdir(), 'iforce-workbook-'));
const path = join(folder, 'calls.xlsx');

function writeWorkbook(): void {
  const cells: unknown[][] = [specification.columns.slice()];
  for (const call of calls(rows))
    cells.push([call.caller, call.called, new Date(call.at), call.seconds, call.imei, call.cell]);
  const book = utils.book_new();
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet(cells, { dense: true, dateNF: 'yyyy-mm-dd hh:mm:ss' }),
    'Calls',
  );
  writeFileSync(path, write(book, { type: 'buffer', bookType: 'xlsx', compression: true }));
}

async function fullImport(): Promise<{ seconds: number; imported: number }> {
  const key = randomBytes(32);
  const vault = join(folder, 'vault.db');
  emptyVault(vault, key).close();
  const started = performance.now();
  const report = await importFile(benchContext(vault, key), {
    fileId: 'bench',
    path,
    specification: { ...specification, format: 'xlsx', delimiter: '', part: 'Calls' },
    dryRun: false,
    progress: { ...QUIET, breathe: () => new Promise<void>((resolve) => setImmediate(resolve)) },
  });
  return { seconds: (performance.now() - started) / 1000, imported: report.imported };
}

function libraryAlone(): number {
  const started = performance.now();
  const book = read(readFileSync(path), { dense: true });
  const sheet = book.Sheets.Calls;
  const found = sheet === undefined ? [] : utils.sheet_to_json(sheet, { header: 1, raw: false });
  if (found.length !== rows + 1) throw new Error(`the library read ${found.length} rows`);
  return (performance.now() - started) / 1000;
}

const round = (number: number): number => Math.round(number * 100) / 100;
try {
  writeWorkbook();
  const full = await fullImport();
  const alone = libraryAlone();
  process.stdout.write(
    `${JSON.stringify({
      rows,
      imported: full.imported,
      importSeconds: round(full.seconds),
      libraryAloneSeconds: round(alone),
      ratio: round(full.seconds / alone),
    })}\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
