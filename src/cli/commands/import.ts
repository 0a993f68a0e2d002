import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
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
import { action } from './command.ts';

interface ImportOptions {
  spec?: string;
  tz?: string;
  dryRun?: boolean;
}

export function importCommands(program: Command): void {
  const command = program
    .command('import')
    .description(say('cli:help.import'))
    .argument('<path...>')
    .option('--spec <specification>', say('cli:help.spec'))
    .option('--tz <zone>', say('cli:help.tz'))
    .option('--dry-run', say('cli:help.dryRun'));
  action<ImportOptions>(command, (options, ...given) =>
    withVault(options, (session) => {
      if (given[0] === 'undo' && given.length === 2 && !existsSync('undo'))
        return undo(session, given[1] ?? '');
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

async function importAll(
  session: Session,
  paths: readonly string[],
  options: ImportOptions,
): Promise<CommandResult> {
  const { id: fileId } = await session.analysisFile();
  const batches = [];
  for (const given of paths) {
    const path = resolve(given);
    const specification = await specificationFor(session, path, fileId, options);
    const dryRun = options.dryRun === true;
    const { jobId } = await session.call('import.start', { fileId, path, specification, dryRun });
    const report = importReport.parse(await session.job(jobId));
    batches.push(inShort(report, await allRejected(session, report)));
  }
  const [only] = batches;
  return {
    json: { batches, ...(batches.length === 1 ? only : {}) },
    text: batches.flatMap(lines),
    problem: batches.some((batch) => batch.rows > 0 && batch.imported === 0),
  };
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
    ...batch.rejectedRows.map((row) =>
      say('cli:import.rejectedRow', { line: row.line, message: row.message }),
    ),
  ];
}

/** The report carries the first 200; the rest is read from the vault in pages. */
async function allRejected(session: Session, report: ImportReport): Promise<RejectedRow[]> {
  const rows: RejectedRow[] = [...report.rejectedRows];
  if (report.batchId === null) return rows;
  for (;;) {
    const page = await session.call('import.rejected', {
      batchId: report.batchId,
      offset: rows.length,
      limit: 1000,
    });
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
    options.spec === undefined ? await suggestion(session, path, fileId) : await named(session, options.spec);
  return options.tz === undefined ? found : { ...found, timeZone: options.tz };
}

async function suggestion(session: Session, path: string, fileId: string): Promise<ImportSpecification> {
  const { suggested, format } = await session.call('import.inspect', { path, fileId });
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
