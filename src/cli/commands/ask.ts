import type { Command } from 'commander';
import { entityType } from '../../contract/terms.ts';
import { CommandFailed } from '../failure.ts';
import { say } from '../messages.ts';
import { type Session, withVault } from '../session.ts';
import { answerResult } from './answers.ts';
import { action, wholeNumber } from './command.ts';

const MEASURES = ['contacts', 'events', 'money-in', 'money-out', 'money-net'] as const;

export function askCommands(program: Command): void {
  const ask = program.command('ask').description(say('cli:help.ask'));
  const limited = (name: string, help: string) =>
    ask.command(name).description(help).option('--limit <count>', say('cli:help.limit'), wholeNumber, 20);
  mostConnected(limited('most-connected', say('cli:help.mostConnected')));
  path(ask.command('path').description(say('cli:help.path')));
  action<{ limit: number; shared: number; type: string }>(
    limited('new-identities', say('cli:help.newIdentities'))
      .option('--shared <count>', say('cli:help.shared'), wholeNumber, 3)
      .option('--type <type>', say('cli:help.type'), 'phone'),
    (options) =>
      withVault(options, async (session) => {
        const { id: fileId } = await session.analysisFile();
        const wanted = {
          fileId,
          minimumShared: options.shared,
          limit: options.limit,
          entityType: typeOf(options.type),
        };
        return answerResult(session, fileId, await session.call('ask.newIdentities', wanted));
      }),
  );
  together(limited('together', say('cli:help.together')));
  action<{ limit: number; of?: string }>(
    limited('same-name', say('cli:help.sameName')).option('--of <entity>', say('cli:help.of')),
    (options) =>
      withVault(options, async (session) => {
        const { id: fileId } = await session.analysisFile();
        const one = options.of === undefined ? {} : { entityId: await entityId(session, fileId, options.of) };
        return answerResult(
          session,
          fileId,
          await session.call('ask.sameName', { fileId, limit: options.limit, ...one }),
        );
      }),
  );
}

function mostConnected(command: Command): void {
  command
    .option('--measure <measure>', MEASURES.join(', '), 'contacts')
    .option('--type <type...>', say('cli:help.type'));
  action<{ limit: number; measure: string; type?: string[] }>(command, (options) =>
    withVault(options, async (session) => {
      const { id: fileId } = await session.analysisFile();
      const measure = MEASURES.find((one) => one === options.measure);
      if (measure === undefined)
        throw new CommandFailed('cli.measure', say('cli:error.measure', { measure: options.measure }));
      const types = options.type === undefined ? {} : { entityTypes: options.type.map(typeOf) };
      const answer = await session.call('ask.mostConnected', {
        fileId,
        measure,
        limit: options.limit,
        ...types,
      });
      return answerResult(session, fileId, answer);
    }),
  );
}

function path(command: Command): void {
  command
    .argument('<from>')
    .argument('<to>')
    .option('--steps <count>', say('cli:help.steps'), wholeNumber, 6);
  action<{ steps: number }>(command, (options, from = '', to = '') =>
    withVault(options, async (session) => {
      const { id: fileId } = await session.analysisFile();
      const ends = { from: await entityId(session, fileId, from), to: await entityId(session, fileId, to) };
      const answer = await session.call('ask.path', { fileId, ...ends, maximumSteps: options.steps });
      return answerResult(session, fileId, answer);
    }),
  );
}

function together(command: Command): void {
  command
    .option('--minutes <count>', say('cli:help.minutes'), wholeNumber, 15)
    .option('--kilometres <count>', say('cli:help.kilometres'), wholeNumber, 1)
    .option('--times <count>', say('cli:help.times'), wholeNumber, 3)
    .option('--type <type...>', say('cli:help.type'));
  action<{ limit: number; minutes: number; kilometres: number; times: number; type?: string[] }>(
    command,
    (options) =>
      withVault(options, async (session) => {
        const { id: fileId } = await session.analysisFile();
        const answer = await session.call('ask.together', {
          fileId,
          minutes: options.minutes,
          kilometres: options.kilometres,
          minimumTimes: options.times,
          limit: options.limit,
          ...(options.type === undefined ? {} : { entityTypes: options.type.map(typeOf) }),
        });
        return answerResult(session, fileId, answer);
      }),
  );
}

function typeOf(text: string) {
  const read = entityType.safeParse(text);
  if (read.success) return read.data;
  throw new CommandFailed('cli.entity-type', say('cli:error.entity-type', { type: text }));
}

/** An id, or the words of a name or number that find exactly one best entity. */
export async function entityId(session: Session, fileId: string, text: string): Promise<string> {
  const { rows } = await session.call('entity.list', {
    fileId,
    ids: [text],
    offset: 0,
    limit: 1,
    sort: 'label',
  });
  if (rows[0] !== undefined) return rows[0].id;
  const { hits } = await session.call('search.query', { fileId, text, limit: 2 });
  const [best] = hits;
  if (best !== undefined) return best.entity.id;
  throw new CommandFailed('cli.entity-unknown', say('cli:error.entity-unknown', { entity: text }));
}
