import type { Command } from 'commander';
import type { LabelledPair, Measurement, ScoredPair } from '../../core/names/index.ts';
import { compareNames, measureNames, nameVerdict, PLAUSIBLE_NAME } from '../../core/names/index.ts';
import { WrongCall } from '../failure.ts';
import { withChoices } from '../help.ts';
import { say } from '../messages.ts';
import { NAME_KINDS, type NameOptions, wishOf, wordLines } from '../name-wish.ts';
import { type CommandResult, table } from '../output.ts';
import { type PairColumns, type PairOfFile, readPairs, type UnreadableRow } from '../pairs.ts';
import { filled, fraction, oneOf } from '../values.ts';
import { action } from './command.ts';

/** Comparing names needs no vault: the answer is the same whoever asks. */
export function namesCommands(program: Command): void {
  const group = program.command('names').description(say('cli:help.names'));
  const compare = group
    .command('compare')
    .description(say('cli:help.namesCompare'))
    .argument('<name>', say('cli:help.nameOne'), filled)
    .argument('<other>', say('cli:help.nameOther'), filled);
  action<NameOptions>(wished(compare), async (options, left = '', right = '') =>
    compared(options, left, right),
  );
  const bench = group
    .command('bench')
    .description(say('cli:help.namesBench'))
    .argument('<pairs>', say('cli:help.pairs'), filled)
    .option('--columns <names>', say('cli:help.pairColumns'), columnsOf, DEFAULT_COLUMNS)
    .option('--threshold <number>', say('cli:help.threshold'), fraction, PLAUSIBLE_NAME);
  action<BenchOptions>(wished(bench), (options, path = '') => benched(options, path));
}

type BenchOptions = NameOptions & { columns: PairColumns; threshold: number };

const DEFAULT_COLUMNS: PairColumns = ['name1', 'name2', 'is_match'];

function wished(command: Command): Command {
  return command
    .option('--kind <kind>', withChoices(say('cli:help.nameKind'), NAME_KINDS), oneOf(NAME_KINDS))
    .option('--exact', say('cli:help.exact'))
    .option('--no-diacritics', say('cli:help.noDiacritics'))
    .option('--no-transliterated', say('cli:help.noTransliterated'))
    .option('--no-phonetic', say('cli:help.noPhonetic'))
    .option('--no-given-names', say('cli:help.noGivenNames'));
}

function columnsOf(text: string): PairColumns {
  const [left, right, label, ...rest] = text.split(',').map((name) => name.trim());
  if (left && right && label && rest.length === 0) return [left, right, label];
  throw new WrongCall('cli.usage', say('cli:error.pair-columns', { value: text }));
}

function compared(options: NameOptions, left: string, right: string): CommandResult {
  const wish = wishOf(options);
  const { score, reasons, words } = compareNames(left, right, wish);
  const verdict = nameVerdict(score);
  return {
    json: { left, right, ...wish, score, verdict, reasons, words },
    text: [
      say('cli:names.score', { score: score.toFixed(3), verdict: say(`cli:names.verdict.${verdict}`) }),
      ...reasons.map((reason) => `- ${say(`questions:reason.${reason}`)}`),
      ...wordLines(words),
    ],
  };
}

async function benched(options: BenchOptions, path: string): Promise<CommandResult> {
  const wish = wishOf(options);
  const { pairs, unreadable } = await readPairs(path, options.columns);
  const scored = pairs.map((pair) => ({ pair, score: compareNames(pair.left, pair.right, wish).score }));
  const { wrong, ...measured } = measureNames(scored, options.threshold);
  return {
    json: { path, ...wish, ...measured, wrong: wrong.map(wrongPair), unreadable },
    text: [...figures(measured), ...wrongLines(wrong)],
    warnings: unreadable.map(unreadableRow),
  };
}

function figures(measured: Omit<Measurement<LabelledPair>, 'wrong'>): string[] {
  const { pairs, matches, threshold, found, wronglyFound, missed, rightlyLeft } = measured;
  return [
    say('cli:names.pairs', { pairs, matches, others: pairs - matches, threshold }),
    say('cli:names.counts', { found, wronglyFound, missed, rightlyLeft }),
    say('cli:names.shares', {
      precision: shareOf(measured.precision),
      recall: shareOf(measured.recall),
      f1: shareOf(measured.f1),
    }),
  ];
}

function shareOf(share: number | null): string {
  return share === null ? '–' : share.toFixed(4);
}

function wrongPair({ pair, score }: ScoredPair<PairOfFile>): Record<string, unknown> {
  const { line, left, right, isMatch } = pair;
  return { line, name1: left, name2: right, isMatch, score };
}

function wrongLines(wrong: readonly ScoredPair<PairOfFile>[]): string[] {
  if (wrong.length === 0) return [say('cli:names.noneWrong')];
  const header = ['line', 'score', 'wrong', 'one', 'other'].map((name) => say(`cli:names.column.${name}`));
  const rows = wrong.map(({ pair, score }) => [
    String(pair.line),
    score.toFixed(3),
    say(pair.isMatch ? 'cli:names.missedPair' : 'cli:names.foundPair'),
    pair.left,
    pair.right,
  ]);
  return ['', ...table(header, rows)];
}

function unreadableRow({ line, label }: UnreadableRow): { code: string; message: string } {
  const message =
    label === null
      ? say('cli:names.unreadableRow', { line })
      : say('cli:names.unreadableLabel', { line, label });
  return { code: 'cli.pair-unreadable', message };
}
