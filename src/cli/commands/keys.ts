import { resolve } from 'node:path';
import type { Command } from 'commander';
import { METHODS } from '../../contract/index.ts';
import { say } from '../messages.ts';
import { table } from '../output.ts';
import { withVault } from '../session.ts';
import { filled, numberOf } from '../values.ts';
import { action } from './command.ts';

const PAGE = METHODS['audit.list'].input.shape;

export function keyCommands(program: Command): void {
  action(program.command('keys').description(say('cli:help.keys')), (options) =>
    withVault(options, async ({ call }) => {
      const keys = await call('exchange.keys', {});
      return {
        json: keys,
        text: [
          say('cli:keys.recipient', { key: keys.recipient }),
          say('cli:keys.signer', { key: keys.signer }),
        ],
      };
    }),
  );
  const audit = program.command('audit');
  const write = audit.command('export').description(say('cli:help.auditExport'));
  action<{ out: string }>(write.requiredOption('--out <file>', say('cli:help.auditOut'), filled), (options) =>
    withVault(options, async ({ call }) => {
      const written = await call('audit.export', { path: resolve(options.out) });
      return { json: written, text: [say('audit:exported', { ...written })] };
    }),
  );
  audit
    .description(say('cli:help.audit'))
    .option('--limit <count>', say('cli:help.limit'), numberOf(PAGE.limit), 100)
    .option('--offset <count>', say('cli:help.offset'), numberOf(PAGE.offset), 0);
  action<{ limit: number; offset: number }>(audit, (options) =>
    withVault(options, async ({ call }) => {
      const found = await call('audit.list', { offset: options.offset, limit: options.limit });
      const rows = found.rows.map((row) => [
        String(row.seq),
        new Date(row.at).toISOString(),
        row.actor,
        row.action,
        row.object,
        row.hash.slice(0, 12),
      ]);
      return { json: found, text: table(['#', 'UTC', ...auditHeader()], rows) };
    }),
  );
}

function auditHeader(): string[] {
  return [say('cli:audit.actor'), say('cli:audit.action'), say('cli:audit.object'), say('cli:audit.hash')];
}
