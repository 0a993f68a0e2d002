import type { Command } from 'commander';
import type { Sentence } from '../../contract/terms.ts';
import { CommandFailed } from '../failure.ts';
import { say } from '../messages.ts';
import { type CommandResult, table } from '../output.ts';
import { type Session, withVault } from '../session.ts';
import { wholeNumber } from '../values.ts';
import { action } from './command.ts';

const SHORT_ID = 8;
const MOST = 500;

interface UndoOptions {
  withDependents?: boolean;
  keep?: boolean;
}

/** `journal list`, `journal undo [ENTRY]`: without an entry the newest step, with one any step at any later time. */
export function journalCommands(program: Command): void {
  const journal = program.command('journal').description(say('cli:help.journal'));
  const list = journal
    .command('list')
    .description(say('cli:help.journalList'))
    .option('--limit <count>', say('cli:help.limit'), wholeNumber(1, MOST), 50);
  action<{ limit: number }>(list, ({ limit, ...options }) =>
    withVault(options, (session) => listEntries(session, limit)),
  );
  const undo = journal
    .command('undo')
    .description(say('cli:help.journalUndo'))
    .argument('[entry]')
    .option('--with-dependents', say('cli:help.withDependents'))
    .option('--keep', say('cli:help.keep'));
  action<UndoOptions>(undo, (options, entry) =>
    withVault(options, (session) => undoOne(session, entry, options)),
  );
}

function sentenceOf({ key, params }: Sentence): string {
  return say(key, params);
}

async function listEntries(session: Session, limit: number): Promise<CommandResult> {
  const { id: fileId } = await session.analysisFile();
  const { entries } = await session.call('journal.list', { fileId, limit });
  const rows = entries.map((one) => [
    one.id,
    new Date(one.at).toISOString().slice(0, 16).replace('T', ' '),
    one.actor,
    say(`journal:state.${one.state}`),
    sentenceOf(one.label),
  ]);
  const head = ['entry', 'when', 'who', 'state', 'what'].map((name) => say(`cli:journal.${name}`));
  return { json: { entries }, text: table(head, rows) };
}

async function undoOne(
  session: Session,
  wanted: string | undefined,
  options: UndoOptions,
): Promise<CommandResult> {
  const { id: fileId } = await session.analysisFile();
  if (wanted === undefined) {
    const done = await session.call('journal.undo', { fileId });
    return { json: done, text: [say('cli:journal.undone', { what: sentenceOf(done.label) })] };
  }
  const entryId = await entryOf(session, fileId, wanted);
  const { entries } = await session.call('journal.dependents', { entryId });
  const choice = options.withDependents === true ? 'cascade' : options.keep === true ? 'keep' : 'refuse';
  if (entries.length > 0 && choice === 'refuse') {
    const text = entries.map((one) => `  ${one.id}  ${one.actor}  ${sentenceOf(one.label)}`);
    return { json: { dependents: entries }, text: [say('cli:journal.resting'), ...text], problem: true };
  }
  const done = await session.call('journal.undoEntry', { entryId, dependents: choice });
  const counts = { entries: done.entries, kept: done.kept };
  return { json: done, text: [say('journal:takenBack', counts)] };
}

/** By its id or the last part of it, as a person types it from the list. */
async function entryOf(session: Session, fileId: string, wanted: string): Promise<string> {
  const { entries } = await session.call('journal.list', { fileId, limit: MOST });
  const found = entries.filter((one) => one.id === wanted);
  const ending = wanted.length >= SHORT_ID ? entries.filter((one) => one.id.endsWith(wanted)) : [];
  const [entry] = found.length > 0 ? found : ending;
  if (entry !== undefined && (found.length > 0 || ending.length === 1)) return entry.id;
  throw new CommandFailed('cli.entry-unknown', say('cli:error.entry-unknown', { entry: wanted }));
}
