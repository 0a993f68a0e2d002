import type { Command } from 'commander';
import { ENTITY_TYPE_NAMES, type EntityType } from '../../core/model/entity-types.ts';
import { CommandFailed, WrongCall } from '../failure.ts';
import { say } from '../messages.ts';
import { type Session, withVault } from '../session.ts';
import { answerResult } from './answers.ts';
import { action, oneOf, someOf, wholeNumber } from './command.ts';

/** More namesakes than this are not read off a terminal. */
const CANDIDATES = 8;
const MEASURES = ['contacts', 'events', 'money-in', 'money-out', 'money-net'] as const;

export function askCommands(program: Command): void {
  const ask = program.command('ask').description(say('cli:help.ask'));
  const limited = (name: string, help: string) =>
    ask.command(name).description(help).option('--limit <count>', say('cli:help.limit'), wholeNumber, 20);
  mostConnected(limited('most-connected', say('cli:help.mostConnected')));
  path(ask.command('path').description(say('cli:help.path')));
  action<{ limit: number; shared: number; type: EntityType }>(
    limited('new-identities', say('cli:help.newIdentities'))
      .option('--shared <count>', say('cli:help.shared'), wholeNumber, 3)
      .option('--type <type>', say('cli:help.type'), oneOf(ENTITY_TYPE_NAMES), 'phone'),
    (options) =>
      withVault(options, async (session) => {
        const { id: fileId } = await session.analysisFile();
        const wanted = {
          fileId,
          minimumShared: options.shared,
          limit: options.limit,
          entityType: options.type,
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
    .option('--measure <measure>', MEASURES.join(', '), oneOf(MEASURES), 'contacts')
    .option('--type <type...>', say('cli:help.type'), someOf(ENTITY_TYPE_NAMES));
  action<{ limit: number; measure: (typeof MEASURES)[number]; type?: EntityType[] }>(command, (options) =>
    withVault(options, async (session) => {
      const { id: fileId } = await session.analysisFile();
      const { measure } = options;
      const types = options.type === undefined ? {} : { entityTypes: options.type };
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
    .option('--type <type...>', say('cli:help.type'), someOf(ENTITY_TYPE_NAMES));
  action<{ limit: number; minutes: number; kilometres: number; times: number; type?: EntityType[] }>(
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
          ...(options.type === undefined ? {} : { entityTypes: options.type }),
        });
        return answerResult(session, fileId, answer);
      }),
  );
}

/** An id, or the words of a name or number that only one entity has; several are named and nobody is guessed. */
export async function entityId(session: Session, fileId: string, text: string): Promise<string> {
  const { rows } = await session.call('entity.list', {
    fileId,
    ids: [text],
    offset: 0,
    limit: 1,
    sort: 'label',
  });
  if (rows[0] !== undefined) return rows[0].id;
  const { hits } = await session.call('search.query', { fileId, text, limit: CANDIDATES });
  const [best, second] = hits;
  if (best === undefined)
    throw new CommandFailed('cli.entity-unknown', say('cli:error.entity-unknown', { entity: text }));
  const wanted = text.trim().toLocaleLowerCase();
  const isWanted = (name: string): boolean => name.toLocaleLowerCase() === wanted;
  // A merged record is also known by the name of each member, which is what was found.
  const exact = hits.filter(
    ({ entity, matched, why }) =>
      isWanted(entity.label) || (entity.members !== undefined && why !== 'part' && isWanted(matched)),
  );
  if (second === undefined || exact.length === 1) return (exact[0] ?? best).entity.id;
  const candidates = (exact.length > 1 ? exact : hits)
    .map(({ entity }) => `${entity.label} (${entity.type}, ${entity.id})`)
    .join('; ');
  throw new WrongCall(
    'cli.entity-ambiguous',
    say('cli:error.entity-ambiguous', { entity: text, candidates }),
  );
}
