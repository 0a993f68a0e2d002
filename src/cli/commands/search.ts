import type { Command } from 'commander';
import { METHODS } from '../../contract/index.ts';
import { say } from '../messages.ts';
import { table } from '../output.ts';
import { withVault } from '../session.ts';
import { numberOf } from '../values.ts';
import { action } from './command.ts';

export function searchCommand(program: Command): void {
  const command = program
    .command('search')
    .description(say('cli:help.search'))
    .argument('<text>', say('cli:help.text'))
    .option(
      '--limit <count>',
      say('cli:help.limit'),
      numberOf(METHODS['search.query'].input.shape.limit),
      50,
    );
  action<{ limit: number }>(command, (options, text = '') =>
    withVault(options, async (session) => {
      const { id: fileId } = await session.analysisFile();
      const { hits } = await session.call('search.query', { fileId, text, limit: options.limit });
      const rows = hits.map((hit) => [say(`types:entity.${hit.entity.type}`), hit.entity.label, hit.matched]);
      return {
        json: { hits },
        text:
          hits.length === 0
            ? [say('cli:search.nothing', { text })]
            : table([say('cli:search.type'), say('cli:search.label'), say('cli:search.matched')], rows),
      };
    }),
  );
}
