import type { Command } from 'commander';
import type { Sentence } from '../../contract/terms.ts';
import { CommandFailed, WrongCall } from '../failure.ts';
import { say } from '../messages.ts';
import { type CommandResult, table } from '../output.ts';
import { type Session, withVault } from '../session.ts';
import { wholeNumber } from '../values.ts';
import { action } from './command.ts';

const SHORT_ID = 8;
const MOST = 500;

interface ListOptions {
  limit: number;
  olderThan?: string;
  text?: string;
}
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
    .option('--limit <count>', say('cli:help.limit'), wholeNumber(1, MOST), 50)
    .option('--older-than <entry>', say('cli:help.olderThan'))
    .option('--text <words>', say('cli:help.journalText'));
  action<ListOptions>(list, (options) => withVault(options, (session) => listEntries(session, options)));
  const undo = journal
    .command('undo')
    .description(say('cli:help.journalUndo'))
    .argument('[entry]', say('cli:help.entry'))
    .option('--with-dependents', say('cli:help.withDependents'))
    .option('--keep', say('cli:help.keep'));
  action<UndoOptions>(undo, async (options, entry) => {
    if (options.withDependents === true && options.keep === true)
      throw new WrongCall('cli.usage', say('cli:error.together-or-keep'));
    return withVault(options, (session) => undoOne(session, entry, options));
  });
}

function sentenceOf({ key, params }: Sentence): string {
  return say(key, params);
}

async function listEntries(session: Session, options: ListOptions): Promise<CommandResult> {
  const { id: fileId } = await session.analysisFile();
  const { olderThan, text } = options;
  const { entries, older } = await session.call('journal.list', {
    fileId,
    limit: Math.min(Math.max(options.limit, 1), MOST),
    ...(olderThan === undefined ? {} : { before: await entryOf(session, fileId, olderThan) }),
    ...(text === undefined ? {} : { filter: { text } }),
  });
  const rows = entries.map((one) => [
    one.id,
    new Date(one.at).toISOString().slice(0, 16).replace('T', ' '),
    one.actor,
    say(`journal:state.${one.state}`),
    [sentenceOf(one.label), ...one.about].join(' · '),
    one.reason,
  ]);
  const head = ['entry', 'when', 'who', 'state', 'what', 'why'].map((name) => say(`cli:journal.${name}`));
  const more = older ? [say('cli:journal.older', { entry: entries.at(-1)?.id ?? '' })] : [];
  return { json: { entries, older }, text: [...table(head, rows), ...more] };
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
  const found = new Set<string>();
  for (let before: string | undefined; ; ) {
    const page = await session.call('journal.list', {
      fileId,
      limit: MOST,
      ...(before === undefined ? {} : { before }),
    });
    for (const { id } of page.entries) {
      if (id === wanted) return id;
      if (wanted.length >= SHORT_ID && id.endsWith(wanted)) found.add(id);
    }
    before = page.entries.at(-1)?.id;
    if (!page.older) break;
  }
  const [entry] = found;
  if (entry !== undefined && found.size === 1) return entry;
  throw new CommandFailed('cli.entry-unknown', say('cli:error.entry-unknown', { entry: wanted }));
}
