import type { Command } from 'commander';
import { type Input, METHODS } from '../../contract/index.ts';
import { entityType } from '../../contract/terms.ts';
import type { EntityType } from '../../core/model/entity-types.ts';
import { entityId } from '../candidates.ts';
import { withChoices } from '../help.ts';
import { say } from '../messages.ts';
import { withVault } from '../session.ts';
import { numberOf, oneOf, someOf } from '../values.ts';
import { answerResult } from './answers.ts';
import { action } from './command.ts';

const CONNECTED = METHODS['ask.mostConnected'].input.shape;
const PATH = METHODS['ask.path'].input.shape;
const IDENTITIES = METHODS['ask.newIdentities'].input.shape;
const TOGETHER = METHODS['ask.together'].input.shape;
const MEASURES = CONNECTED.measure.options;
type Measure = Input<'ask.mostConnected'>['measure'];

const typeHelp = () => withChoices(say('cli:help.type'), entityType.options);

export function askCommands(program: Command): void {
  const ask = program.command('ask').description(say('cli:help.ask'));
  const limited = (name: string, help: string) =>
    ask
      .command(name)
      .description(help)
      .option('--limit <count>', say('cli:help.limit'), numberOf(CONNECTED.limit), 20);
  mostConnected(limited('most-connected', say('cli:help.mostConnected')));
  path(ask.command('path').description(say('cli:help.path')));
  action<{ limit: number; shared: number; type: EntityType }>(
    limited('new-identities', say('cli:help.newIdentities'))
      .option('--shared <count>', say('cli:help.shared'), numberOf(IDENTITIES.minimumShared), 3)
      .option('--type <type>', typeHelp(), oneOf(entityType.options), 'phone'),
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
    .option(
      '--measure <measure>',
      withChoices(say('cli:help.measure'), MEASURES),
      oneOf(MEASURES),
      'contacts',
    )
    .option('--type <type...>', typeHelp(), someOf(entityType.options));
  action<{ limit: number; measure: Measure; type?: EntityType[] }>(command, (options) =>
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
    .argument('<from>', say('cli:help.from'))
    .argument('<to>', say('cli:help.toEntity'))
    .option('--steps <count>', say('cli:help.steps'), numberOf(PATH.maximumSteps), 6);
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
    .option('--minutes <count>', say('cli:help.minutes'), numberOf(TOGETHER.minutes), 15)
    .option('--kilometres <count>', say('cli:help.kilometres'), numberOf(TOGETHER.kilometres), 1)
    .option('--times <count>', say('cli:help.times'), numberOf(TOGETHER.minimumTimes), 3)
    .option('--type <type...>', typeHelp(), someOf(entityType.options));
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
