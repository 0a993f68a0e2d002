import type { Command } from 'commander';
import { type Input, METHODS, type Output } from '../../contract/index.ts';
import { type MatchDecision, matchDecision, matchState } from '../../contract/matching.ts';
import { entityId } from '../candidates.ts';
import { withChoices } from '../help.ts';
import { say } from '../messages.ts';
import { type CommandResult, table } from '../output.ts';
import { type Session, withVault } from '../session.ts';
import { numberOf, oneOf } from '../values.ts';
import { action } from './command.ts';

interface ListOptions {
  limit: number;
  state: Input<'matching.list'>['state'];
}
interface DecideOptions {
  reason?: string;
}

/** `match find`, `match list`, `match decide LEFT RIGHT DECISION`: pairs of records that may be one. */
export function matchCommands(program: Command): void {
  const match = program.command('match').description(say('cli:help.match'));
  const find = match
    .command('find')
    .description(say('cli:help.matchFind'))
    .option('--of <entity>', say('cli:help.matchOf'));
  action<{ of?: string }>(find, (options) => withVault(options, (session) => findPairs(session, options.of)));
  const list = match
    .command('list')
    .description(say('cli:help.matchList'))
    .option(
      '--state <state>',
      withChoices(say('cli:help.matchState'), matchState.options),
      oneOf(matchState.options),
      'open',
    )
    .option(
      '--limit <count>',
      say('cli:help.limit'),
      numberOf(METHODS['matching.list'].input.shape.limit),
      50,
    );
  action<ListOptions>(list, (options) => withVault(options, (session) => listPairs(session, options)));
  const decide = match
    .command('decide')
    .description(say('cli:help.matchDecide'))
    .argument('<left>', say('cli:help.matchLead'))
    .argument('<right>', say('cli:help.matchOther'))
    .argument(
      '<decision>',
      withChoices(say('cli:help.matchDecision'), matchDecision.options),
      oneOf(matchDecision.options),
    )
    .option('--reason <text>', say('cli:help.matchReason'));
  action<DecideOptions>(decide, (options, left = '', right = '', decision = '') =>
    withVault(options, (session) => decidePair(session, left, right, decision as MatchDecision, options)),
  );
}

async function findPairs(session: Session, of: string | undefined): Promise<CommandResult> {
  const { id: fileId } = await session.analysisFile();
  const one = of === undefined ? {} : { entityId: await entityId(session, fileId, of) };
  const { jobId } = await session.call('matching.find', { fileId, ...one });
  const { looked, pairs } = (await session.job(jobId)) as { looked: number; pairs: number };
  return { json: { looked, pairs }, text: [say('cli:match.found', { looked, pairs })] };
}

async function listPairs(session: Session, { limit, state }: ListOptions): Promise<CommandResult> {
  const { id: fileId } = await session.analysisFile();
  const { total, rows } = await session.call('matching.list', { fileId, state, offset: 0, limit });
  const pairs = [];
  for (const row of rows) pairs.push({ ...row, ...(await said(session, row)) });
  const header = [
    say('cli:match.score'),
    say('cli:match.left'),
    say('cli:match.right'),
    say('cli:match.why'),
  ];
  const lines = pairs.map(({ score, left, right, reasons }) => [
    score.toFixed(2),
    left.label,
    right.label,
    reasons.join('; '),
  ]);
  return {
    json: { total, pairs },
    text: total === 0 ? [say(`matching:none.${state}`)] : table(header, lines),
  };
}

async function said(session: Session, { left, right }: Output<'matching.list'>['rows'][number]) {
  const pair = await session.call('matching.pair', { leftId: left.id, rightId: right.id });
  return {
    reasons: pair.reasons.map(({ key, params, speaksFor }) => `${speaksFor ? '+' : '−'} ${say(key, params)}`),
    news: pair.news.map(({ key, params }) => say(key, params)),
    decided: pair.decided,
  };
}

async function decidePair(
  session: Session,
  left: string,
  right: string,
  decision: MatchDecision,
  { reason }: DecideOptions,
): Promise<CommandResult> {
  const { id: fileId } = await session.analysisFile();
  const leftId = await entityId(session, fileId, left);
  const rightId = await entityId(session, fileId, right);
  const wish = { leftId, rightId, decision, leadId: leftId, ...(reason === undefined ? {} : { reason }) };
  const done = await session.call('matching.decide', wish);
  return { json: { ...done, decision }, text: [say(`cli:match.decided.${decision}`)] };
}
