import { resolve } from 'node:path';
import type { Command } from 'commander';
import { CommandFailed, WrongCall } from '../failure.ts';
import { say } from '../messages.ts';
import type { CommandResult } from '../output.ts';
import { type Session, withVault } from '../session.ts';
import { country, filled, timeZone } from '../values.ts';
import { action } from './command.ts';
import { type ImportOptions, importEach } from './import-files.ts';
import { importRegister } from './import-register.ts';
import { rejectedLines, storedRejected } from './rejected.ts';

export function importCommands(program: Command): void {
  const command = program
    .command('import')
    .description(say('cli:help.import'))
    .argument('<path...>', say('cli:help.importPath'))
    .option('--spec <specification>', say('cli:help.spec'), filled)
    .option('--tz <zone>', say('cli:help.tz'), timeZone)
    .option('--country <country>', say('cli:help.country'), country)
    .option('--again', say('cli:help.again'))
    .option('--dry-run', say('cli:help.dryRun'))
    .option('--part <name>', say('cli:help.part'), filled)
    .option('--rejected <file>', say('cli:help.rejected'), filled);
  action<ImportOptions>(command, async (options, ...paths) => {
    const oneFileOnly = (count: number): void => {
      if (options.rejected !== undefined && count > 1)
        throw new WrongCall('cli.usage', say('cli:error.rejected-one'));
    };
    oneFileOnly(paths.length);
    return withVault(options, async (session) => {
      const found = await session.call('import.expand', { paths: paths.map((path) => resolve(path)) });
      oneFileOnly(found.files.length);
      return importEach(session, found, options);
    });
  });
  importRegister(command);
  const ofBatch = (name: string, help: string) =>
    command.command(name).description(help).argument('<batch>', say('cli:help.batch'), filled);
  action(ofBatch('undo', say('cli:help.importUndo')), (options, batchId = '') =>
    withVault(options, (session) => undo(session, batchId)),
  );
  action(ofBatch('report', say('cli:help.importReport')), (options, batchId = '') =>
    withVault(options, (session) => reportOf(session, batchId)),
  );
}

async function undo(session: Session, batchId: string): Promise<CommandResult> {
  const { jobId } = await session.call('import.undo', { batchId });
  const removed = (await session.job(jobId)) as Record<string, number>;
  const { entities = 0, links = 0, events = 0 } = removed;
  return { json: { batchId, ...removed }, text: [say('cli:import.undone', { entities, links, events })] };
}

/** What a batch took and could not take, as it was kept with it; the id alone tells the analysis file. */
async function reportOf({ call }: Session, batchId: string): Promise<CommandResult> {
  const { files } = await call('analysisFile.list', {});
  for (const { id: fileId, reference } of files) {
    const { batches } = await call('import.batches', { fileId });
    const batch = batches.find((one) => one.id === batchId);
    if (batch === undefined) continue;
    const rejectedRows = await storedRejected(call, batchId);
    const { fileName: file, rows, imported, rejected, leftOut, state, at, specificationName } = batch;
    return {
      json: {
        batchId,
        analysisFile: reference,
        file,
        state,
        at: new Date(at).toISOString(),
        specification: specificationName,
        rows,
        imported,
        rejected,
        leftOut,
        correctionOf: batch.correctionOf,
        rejectedRows,
      },
      text: [
        say('cli:import.reported', { file, rows, imported, rejected }),
        ...(leftOut === 0 ? [] : [say('cli:import.leftOut', { count: leftOut })]),
        ...(state === 'undone' ? [say('cli:import.takenBack')] : []),
        ...rejectedLines(rejectedRows),
      ],
    };
  }
  throw new CommandFailed('cli.no-batch', say('cli:error.no-batch', { batch: batchId }));
}
