import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import {
  type ImportReport,
  type ImportSpecification,
  importReport,
  importSpecification,
  type RejectedRow,
} from '../../contract/import.ts';
import { CommandFailed } from '../failure.ts';
import { say } from '../messages.ts';
import type { CommandResult } from '../output.ts';
import { type Session, withVault } from '../session.ts';
import { action, country, timeZone } from './command.ts';

interface ImportOptions {
  spec?: string;
  tz?: string;
  country?: string;
  dryRun?: boolean;
  again?: boolean;
}

export function importCommands(program: Command): void {
  const command = program
    .command('import')
    .description(say('cli:help.import'))
    .argument('<path...>')
    .option('--spec <specification>', say('cli:help.spec'))
    .option('--tz <zone>', say('cli:help.tz'), timeZone)
    .option('--country <country>', say('cli:help.country'), country)
    .option('--again', say('cli:help.again'))
    .option('--dry-run', say('cli:help.dryRun'));
  action<ImportOptions>(command, (options, ...given) =>
    withVault(options, (session) => {
      if (given.length === 2 && given[0] === 'undo' && !existsSync('undo'))
        return undo(session, given[1] ?? '');
      if (given.length === 2 && given[0] === 'report' && !existsSync('report'))
        return reportOf(session, given[1] ?? '');
      return importAll(session, given, options);
    }),
  );
}

async function undo(session: Session, batchId: string): Promise<CommandResult> {
  const { jobId } = await session.call('import.undo', { batchId });
  const removed = (await session.job(jobId)) as Record<string, number>;
  const { entities = 0, links = 0, events = 0 } = removed;
  return { json: { batchId, ...removed }, text: [say('cli:import.undone', { entities, links, events })] };
}

/** What a batch could not take, as it was kept with it. */
async function reportOf(session: Session, batchId: string): Promise<CommandResult> {
  const { id: fileId } = await session.analysisFile();
  const { batches } = await session.call('import.batches', { fileId });
  const batch = batches.find((one) => one.id === batchId);
  if (batch === undefined)
    throw new CommandFailed('cli.no-batch', say('cli:error.no-batch', { batch: batchId }));
  const rejectedRows = await rejectedFrom(session, batchId, []);
  const { fileName: file, rows, imported, rejected, state } = batch;
  return {
    json: { batchId, file, state, rows, imported, rejected, rejectedRows },
    text: [say('cli:import.reported', { file, rows, imported, rejected }), ...rejectedLines(rejectedRows)],
  };
}

type Outcome =
  | Short
  | { readonly file: string; readonly error: { readonly code: string; readonly message: string } };

/** Each file stands for itself: one that fails does not hide the batches of the others. */
async function importAll(
  session: Session,
  paths: readonly string[],
  options: ImportOptions,
): Promise<CommandResult> {
  const { id: fileId } = await session.analysisFile();
  const outcomes: Outcome[] = [];
  for (const given of paths) {
    try {
      outcomes.push(await importOne(session, resolve(given), fileId, options));
    } catch (error) {
      if (!(error instanceof CommandFailed) || paths.length === 1) throw error;
      outcomes.push({ file: basename(given), error: { code: error.code, message: error.message } });
    }
  }
  const [only] = outcomes;
  return {
    json: { batches: outcomes, ...(outcomes.length === 1 ? only : {}) },
    text: outcomes.flatMap((one) => ('error' in one ? [`${one.file}: ${one.error.message}`] : lines(one))),
    problem: outcomes.some((one) => 'error' in one || (one.rows > 0 && one.imported === 0)),
  };
}

async function importOne(
  session: Session,
  path: string,
  fileId: string,
  options: ImportOptions,
): Promise<Short> {
  const specification = await specificationFor(session, path, fileId, options);
  const dryRun = options.dryRun === true;
  const { jobId } = await session.call('import.start', {
    fileId,
    path,
    specification,
    dryRun,
    again: options.again === true,
  });
  const report = importReport.parse(await session.job(jobId));
  const rejectedRows =
    report.batchId === null
      ? report.rejectedRows
      : await rejectedFrom(session, report.batchId, report.rejectedRows);
  return inShort(report, rejectedRows);
}

type Short = ReturnType<typeof inShort>;
function inShort(report: ImportReport, rejectedRows: readonly RejectedRow[]) {
  const { batchId, dryRun, file, rows, imported, rejected, links, events } = report;
  return {
    batchId,
    dryRun,
    file,
    rows,
    imported,
    rejected,
    rejectedRows,
    /** Only a dry run keeps fewer rows than it rejected. */
    rejectedRowsComplete: rejectedRows.length >= rejected,
    unknownStatuses: report.unknownStatuses,
    ambiguousPlaces: report.ambiguousPlaces,
    unknownCrossings: report.unknownCrossings,
    entities: report.entitiesNew,
    links,
    events,
  };
}

function lines(batch: Short): string[] {
  const { file, rows, imported, rejected, entities, links, events } = batch;
  return [
    say(batch.dryRun ? 'cli:import.wouldTake' : 'cli:import.taken', {
      file,
      rows,
      imported,
      rejected,
      entities,
      links,
      events,
    }),
    ...(batch.batchId === null ? [] : [say('cli:import.batch', { batch: batch.batchId })]),
    ...rejectedLines(batch.rejectedRows),
    ...(batch.rejectedRowsComplete
      ? []
      : [say('cli:import.rejectedCut', { shown: batch.rejectedRows.length, rejected })]),
    ...Object.entries(batch.unknownStatuses).map(([word, count]) =>
      say('cli:import.unknownStatus', { word, count }),
    ),
    ...batch.ambiguousPlaces.map(({ name, meanings }) =>
      say('cli:import.ambiguousPlace', { name, meanings: meanings.join('; ') }),
    ),
    ...batch.unknownCrossings.map((name) => say('cli:import.unknownCrossing', { name })),
  ];
}

function rejectedLines(rows: readonly RejectedRow[]): string[] {
  return rows.map((row) => say('cli:import.rejectedRow', { line: row.line, message: row.message }));
}

/** The report carries the first 200; the rest is read from the vault in pages. A dry run keeps no more than those. */
async function rejectedFrom(
  session: Session,
  batchId: string,
  known: readonly RejectedRow[],
): Promise<RejectedRow[]> {
  const rows: RejectedRow[] = [...known];
  for (;;) {
    const page = await session.call('import.rejected', { batchId, offset: rows.length, limit: 1000 });
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.total) return rows;
  }
}

async function specificationFor(
  session: Session,
  path: string,
  fileId: string,
  options: ImportOptions,
): Promise<ImportSpecification> {
  const found =
    options.spec === undefined
      ? await suggestion(session, path, fileId, options.tz)
      : await named(session, options.spec);
  const zone = options.tz === undefined ? {} : { timeZone: options.tz };
  const country = options.country === undefined ? {} : { country: options.country };
  return { ...found, ...zone, ...country };
}

async function suggestion(
  session: Session,
  path: string,
  fileId: string,
  timeZone: string | undefined,
): Promise<ImportSpecification> {
  const zone = timeZone === undefined ? {} : { timeZone };
  const { suggested, format } = await session.call('import.inspect', { path, fileId, ...zone });
  if (format === 'unknown' || suggested.entities.length === 0)
    throw new CommandFailed('cli.no-suggestion', say('cli:error.no-suggestion', { path }));
  return suggested;
}

/** A JSON file with one specification, or the name or id of one saved in the vault. */
async function named(session: Session, wanted: string): Promise<ImportSpecification> {
  if (existsSync(wanted)) {
    const read = importSpecification.safeParse(jsonOf(wanted));
    if (read.success) return read.data;
    throw new CommandFailed('cli.bad-specification', say('cli:error.bad-specification', { path: wanted }));
  }
  const { specifications } = await session.call('specification.list', {});
  const found = specifications.find((one) => one.name === wanted || one.id === wanted);
  if (found !== undefined) return found;
  throw new CommandFailed('cli.no-specification', say('cli:error.no-specification', { name: wanted }));
}

function jsonOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}
