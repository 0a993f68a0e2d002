import type { Command } from 'commander';
import { METHODS, type Output } from '../../contract/index.ts';
import { ALL_MODES, NAME_MODES, type NameModes } from '../../core/search/index.ts';
import { withChoices } from '../help.ts';
import { say } from '../messages.ts';
import { table } from '../output.ts';
import { withVault } from '../session.ts';
import { numberOf, oneOf } from '../values.ts';
import { action } from './command.ts';

type Answer = Output<'search.query'>;
type Mode = (typeof CHOICES)[number];

const CHOICES = ['exact', ...NAME_MODES, 'all'] as const;

interface Options {
  readonly limit: number;
  readonly mode?: NameModes;
}

/** The language of the search box; names are compared as the person last set it, or by the modes given. */
export function searchCommand(program: Command): void {
  const command = program
    .command('search')
    .description(say('cli:help.search'))
    .argument('<text>', say('cli:help.text'))
    .option('--mode <modes>', withChoices(say('cli:help.mode'), CHOICES), modesOf)
    .option(
      '--limit <count>',
      say('cli:help.limit'),
      numberOf(METHODS['search.query'].input.shape.limit),
      50,
    );
  action<Options>(command, ({ limit, mode, ...options }, text = '') =>
    withVault(options, async (session) => {
      const { id: fileId } = await session.analysisFile();
      const asked = { fileId, text, limit, ...(mode === undefined ? {} : { modes: mode }) };
      const answer = await session.call('search.query', asked);
      return { json: grouped(answer), text: lines(answer, text) };
    }),
  );
}

/** "transliterated,givenNames": these and no others. */
function modesOf(text: string): NameModes {
  const chosen = text.split(',').map((one) => oneOf<Mode>(CHOICES)(one.trim()));
  if (chosen.includes('all')) return ALL_MODES;
  return Object.fromEntries(NAME_MODES.map((mode) => [mode, chosen.includes(mode)])) as unknown as NameModes;
}

/** `hits` in the order of their strength, `groups` the same by type, in the order their first stands in. */
function grouped({ hits, events, problems, more }: Answer): Readonly<Record<string, unknown>> {
  const types = [...new Set(hits.map(({ entity }) => entity.type))];
  const groups = types.map((type) => ({ type, hits: hits.filter(({ entity }) => entity.type === type) }));
  return { hits, groups, events, problems, more };
}

function lines(answer: Answer, text: string): string[] {
  const told = answer.problems.map(({ code, start, end, text: part }) =>
    say('cli:search.problem', {
      from: start + 1,
      to: end,
      problem: say(`search:problem.${code}`, { text: part }),
    }),
  );
  const found = [...entityLines(answer), ...eventLines(answer)];
  return [...told, ...(found.length === 0 ? [say('cli:search.nothing', { text })] : found)];
}

function entityLines({ hits }: Answer): string[] {
  if (hits.length === 0) return [];
  const types = [...new Set(hits.map(({ entity }) => entity.type))];
  const rows = types
    .flatMap((type) => hits.filter(({ entity }) => entity.type === type))
    .map(({ entity, matched, found, why }) => [
      say(`types:entity.${entity.type}`),
      entity.label,
      found?.snippet ?? matched,
      say(`search:why.${why}`),
    ]);
  const head = ['type', 'label', 'matched', 'why'].map((name) => say(`cli:search.${name}`));
  return table(head, rows);
}

function eventLines({ events }: Answer): string[] {
  if (events.length === 0) return [];
  const rows = events.map(({ type, startText, start, fromLabel, toLabel, place, snippet }) => [
    say(`types:event.${type}`),
    startText !== '' ? startText : start === null ? '' : new Date(start).toISOString(),
    [fromLabel, toLabel].filter((label) => label !== null).join(' → '),
    snippet ?? place ?? '',
  ]);
  const head = ['event', 'when', 'who', 'matched'].map((name) => say(`cli:search.${name}`));
  return ['', ...table(head, rows)];
}
