import type { Command } from 'commander';
import type { Input, Output } from '../../contract/index.ts';
import { CHECK_OUTCOMES, CHECK_SYSTEMS, CONFIRMATION_ANSWERS, isPositive } from '../../core/checks/index.ts';
import { entityId } from '../candidates.ts';
import { withChoices } from '../help.ts';
import { say } from '../messages.ts';
import { type CommandResult, table } from '../output.ts';
import { type Session, withVault } from '../session.ts';
import { day, filled, moment, oneOf } from '../values.ts';
import { action } from './command.ts';

type Check = Output<'check.list'>['checks'][number];
type Fields = Input<'check.add'>;

interface AddOptions {
  database: Fields['system'];
  name?: string;
  value?: string;
  result: Fields['result'];
  at?: number;
  operator?: string;
  record?: string;
  owner?: string;
  asked?: string;
  due?: string;
  received?: string;
  answer?: NonNullable<Fields['answer']>;
  note?: string;
}

/** `check add ENTITY`, `check list [ENTITY]`: without an entity the confirmations the file waits for. */
export function checkCommands(program: Command): void {
  const group = program.command('check').description(say('cli:help.check'));
  const add = group
    .command('add')
    .description(say('cli:help.checkAdd'))
    .argument('<entity>', say('cli:help.checkEntity'))
    .requiredOption(
      '--database <database>',
      withChoices(say('cli:help.checkDatabase'), CHECK_SYSTEMS),
      oneOf(CHECK_SYSTEMS),
    )
    .requiredOption(
      '--result <result>',
      withChoices(say('cli:help.checkResult'), CHECK_OUTCOMES),
      oneOf(CHECK_OUTCOMES),
    )
    .option('--name <text>', say('cli:help.checkName'), filled)
    .option('--value <text>', say('cli:help.checkValue'), filled)
    .option('--at <time>', say('cli:help.checkAt'), moment)
    .option('--operator <name>', say('cli:help.checkOperator'), filled)
    .option('--record <reference>', say('cli:help.checkRecord'), filled)
    .option('--owner <ncb>', say('cli:help.checkOwner'), filled)
    .option('--asked <day>', say('cli:help.checkAsked'), day)
    .option('--due <day>', say('cli:help.checkDue'), day)
    .option('--received <day>', say('cli:help.checkReceived'), day)
    .option(
      '--answer <answer>',
      withChoices(say('cli:help.checkAnswer'), CONFIRMATION_ANSWERS),
      oneOf(CONFIRMATION_ANSWERS),
    )
    .option('--note <text>', say('cli:help.checkNote'), filled);
  action<AddOptions>(add, (options, entity = '') =>
    withVault(options, (session) => addCheck(session, entity, options)),
  );
  const list = group
    .command('list')
    .description(say('cli:help.checkList'))
    .argument('[entity]', say('cli:help.checkEntity'))
    .option('--reason <text>', say('cli:help.checkReason'), filled);
  action<{ reason?: string }>(list, (options, entity) =>
    withVault(options, (session) =>
      entity === undefined ? listOpen(session) : listOf(session, entity, options.reason),
    ),
  );
}

async function addCheck(session: Session, entity: string, options: AddOptions): Promise<CommandResult> {
  const { id: fileId } = await session.analysisFile();
  const { at, operator } = options;
  const added = await session.call('check.add', {
    entityId: await entityId(session, fileId, entity),
    system: options.database,
    systemName: options.name ?? '',
    value: options.value ?? '',
    result: options.result,
    recordReference: options.record ?? '',
    ownerNcb: options.owner ?? '',
    asked: options.asked ?? null,
    due: options.due ?? null,
    received: options.received ?? null,
    answer: options.answer ?? null,
    handlingText: '',
    note: options.note ?? '',
    ...(at === undefined ? {} : { at }),
    ...(operator === undefined ? {} : { operator }),
  });
  return {
    json: added,
    text: [say('cli:check.added', { id: added.checkId })],
    warnings: isPositive(options.result) ? [{ code: 'cli.check-lead', message: say('checks:lead') }] : [],
  };
}

/** The day where the program runs; deadlines are days of an office. */
function today(): string {
  return new Intl.DateTimeFormat('sv-SE').format(Date.now());
}

async function listOf(session: Session, entity: string, reason: string | undefined): Promise<CommandResult> {
  const { id: fileId } = await session.analysisFile();
  const found = await session.call('check.list', {
    entityId: await entityId(session, fileId, entity),
    today: today(),
    ...(reason === undefined ? {} : { reason }),
  });
  if (found.shut) return { json: { ...found }, text: [say('cli:check.shut')], problem: true };
  return {
    json: { checks: found.checks },
    text: found.checks.length === 0 ? [say('checks:none')] : table(headings(), found.checks.map(cellsOf)),
  };
}

async function listOpen(session: Session): Promise<CommandResult> {
  const { id: fileId } = await session.analysisFile();
  const { rows, overdue } = await session.call('check.open', { fileId, today: today() });
  const cells = rows.map(({ entity, due, check }) =>
    check === null
      ? [entity.label, due ?? '', say('checks:open.shut')]
      : [entity.label, due ?? say('checks:open.noDue'), ...cellsOf(check)],
  );
  const head = [say('checks:open.entity'), say('checks:open.due'), ...headings()];
  return {
    json: { open: rows, overdue },
    text:
      rows.length === 0
        ? [say('checks:open.none')]
        : [...table(head, cells), say('checks:open.overdue', { count: overdue })],
  };
}

function headings(): string[] {
  const open = ['database', 'result', 'reference', 'owner', 'asked'].map((name) =>
    say(`checks:open.${name}`),
  );
  return ['ID', say('checks:form.at'), ...open, say('checks:form.value')];
}

function cellsOf(check: Check): string[] {
  const { id, at, system, systemName, result, recordReference, ownerNcb, asked, value } = check;
  return [
    id,
    new Date(at).toISOString().slice(0, 16).replace('T', ' '),
    systemName === '' ? say(`checks:system.${system}`) : systemName,
    say(`checks:result.${result}`),
    recordReference,
    ownerNcb,
    asked ?? '',
    value,
  ];
}
