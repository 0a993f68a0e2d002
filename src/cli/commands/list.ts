import type { Command } from 'commander';
import { METHODS } from '../../contract/index.ts';
import { matchReport } from '../../contract/lists.ts';
import { isPartialDate } from '../../core/time/partial-date.ts';
import { LIST_KINDS } from '../../core/watch/index.ts';
import { WrongCall } from '../failure.ts';
import { withChoices } from '../help.ts';
import { say } from '../messages.ts';
import { type CommandResult, table } from '../output.ts';
import { type Session, withVault } from '../session.ts';
import { country, filled, numberOf, oneOf } from '../values.ts';
import { action } from './command.ts';
import { addList, type ListAddOptions } from './list-add.ts';
import { matchLines } from './match-lines.ts';

const MOST = 1000;

/** `list add`, `list ls`, `list hits`, `list run`. */
export function listCommands(program: Command): void {
  const list = program.command('list').description(say('cli:help.list'));
  const add = list
    .command('add')
    .description(say('cli:help.listAdd'))
    .argument('<path>', say('cli:help.listPath'), filled)
    .requiredOption('--name <name>', say('cli:help.listName'), filled)
    .requiredOption('--owner <owner>', say('cli:help.listOwner'), filled)
    .requiredOption('--kind <kind>', withChoices(say('cli:help.listKind'), LIST_KINDS), oneOf(LIST_KINDS))
    .option('--valid-from <day>', say('cli:help.listValidFrom'), partialDay)
    .option('--valid-to <day>', say('cli:help.listValidTo'), partialDay)
    .option('--mapping <file>', say('cli:help.listMapping'), filled)
    .option('--country <country>', say('cli:help.listCountry'), country)
    .option(
      '--threshold <number>',
      say('cli:help.listThreshold'),
      numberOf(METHODS['list.change'].input.shape.threshold.unwrap()),
    );
  action<ListAddOptions>(add, (options, path = '') =>
    withVault(options, (session) => addList(session, path, options)),
  );
  action(list.command('ls').description(say('cli:help.listLs')), (options) => withVault(options, showLists));
  const hits = list
    .command('hits')
    .description(say('cli:help.listHits'))
    .option('--all', say('cli:help.listAll'));
  action<{ all?: boolean }>(hits, (options) =>
    withVault(options, (session) => showHits(session, options.all === true)),
  );
  action(list.command('run').description(say('cli:help.listRun')), (options) => withVault(options, runLists));
}

function partialDay(text: string): string {
  if (isPartialDate(text)) return text;
  throw new WrongCall('cli.usage', say('common:dayWrong'));
}

const head = (...names: string[]): string[] => names.map((name) => say(`cli:list.head.${name}`));

async function showLists(session: Session): Promise<CommandResult> {
  const { lists } = await session.call('list.all', {});
  const rows = lists.flatMap((one) =>
    one.versions.map((version) => [
      one.name,
      one.owner,
      say(`lists:kind.${one.kind}`),
      version.isCurrent ? String(version.number) : say('lists:replaced', { number: version.number }),
      String(version.report.entries),
      say(`lists:standing.${version.standing}`),
      version.isCurrent ? String(one.open) : '',
    ]),
  );
  const columns = head('list', 'owner', 'kind', 'version', 'entries', 'standing', 'open');
  return { json: { lists }, text: rows.length === 0 ? [say('cli:list.none')] : table(columns, rows) };
}

async function showHits(session: Session, withDismissed: boolean): Promise<CommandResult> {
  const { id: fileId } = await session.analysisFile();
  await settle(session, fileId);
  const { rows, counts, elsewhere } = await session.call('list.hits', {
    fileId,
    listId: null,
    versionId: null,
    states: withDismissed ? ['open', 'confirmed', 'dismissed'] : ['open', 'confirmed'],
    offset: 0,
    limit: MOST,
  });
  const shown = rows.map(({ entity, entry, reference, list, score, state }) => [
    say(`lists:state.${state}`),
    score.toFixed(2),
    entity.label,
    entry,
    reference,
    list.name,
  ]);
  const columns = head('state', 'score', 'entity', 'entry', 'reference', 'list');
  const others = elsewhere.map(({ fileReference: file, open: count }) =>
    say('cli:list.elsewhere', { file, count }),
  );
  return {
    json: { hits: rows, counts, elsewhere },
    text: [...(shown.length === 0 ? [say('cli:list.noHits')] : table(columns, shown)), ...others],
  };
}

/** Waits until whoever changed was compared. */
async function settle(session: Session, fileId: string): Promise<void> {
  const { jobId } = await session.call('list.refresh', { fileId });
  if (jobId !== null) await session.job(jobId);
}

async function runLists(session: Session): Promise<CommandResult> {
  const { jobId } = await session.call('list.run', {});
  const report = matchReport.parse(await session.job(jobId));
  return { json: { ...report }, text: matchLines(report) };
}
