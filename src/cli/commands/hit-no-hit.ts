import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { NAME_AND_BIRTH } from '../../core/hit-no-hit/index.ts';
import { CommandFailed } from '../failure.ts';
import { say } from '../messages.ts';
import { type CommandResult, table } from '../output.ts';
import { wholeFile } from '../secret.ts';
import { type Session, withVault } from '../session.ts';
import { filled } from '../values.ts';
import { action } from './command.ts';

interface ExportOptions {
  secretFile: string;
  partner: string[];
  bureau: string;
  contact: string;
  reference?: string;
  out: string;
  overwrite?: boolean;
}

/** `hitnohit export`, `hitnohit match FILE`: with the words of the meeting's secret from a file. */
export function hitNoHitCommands(program: Command): void {
  const group = program.command('hitnohit').description(say('cli:help.hitNoHit'));
  const out = group
    .command('export')
    .description(say('cli:help.hitExport'))
    .requiredOption('--secret-file <file>', say('cli:help.hitSecret'), filled)
    .requiredOption('--partner <country...>', say('cli:help.hitPartner'))
    .requiredOption('--bureau <name>', say('cli:help.hitBureau'), filled)
    .requiredOption('--contact <text>', say('cli:help.hitContact'), filled)
    .option('--reference <text>', say('cli:help.hitReference'), filled)
    .requiredOption('--out <file>', say('cli:help.hitOut'), filled)
    .option('--overwrite', say('cli:help.overwrite'));
  action<ExportOptions>(out, (options) =>
    withVault(options, (session) => inMeeting(session, options.secretFile, () => write(session, options))),
  );
  const match = group
    .command('match')
    .description(say('cli:help.hitMatch'))
    .argument('<file>', say('cli:help.hitFile'), filled)
    .requiredOption('--secret-file <file>', say('cli:help.hitSecret'), filled);
  action<{ secretFile: string }>(match, (options, path = '') =>
    withVault(options, (session) =>
      inMeeting(session, options.secretFile, () => compare(session, resolve(path))),
    ),
  );
}

/** The secret lives as long as the command. */
async function inMeeting(
  session: Session,
  secretFile: string,
  work: () => Promise<CommandResult>,
): Promise<CommandResult> {
  await session.call('hitNoHit.join', { words: wholeFile(secretFile) });
  try {
    return await work();
  } finally {
    await session.call('hitNoHit.end', {});
  }
}

async function write(session: Session, options: ExportOptions): Promise<CommandResult> {
  const path = resolve(options.out);
  if (options.overwrite !== true && existsSync(path))
    throw new CommandFailed('cli.out-exists', say('cli:error.out-exists', { path }));
  const file = await session.analysisFile();
  const { bureau: name, contact, reference = file.reference } = options;
  const done = await session.call('hitNoHit.export', {
    fileId: file.id,
    entityIds: null,
    chartId: null,
    partners: options.partner,
    bureau: { name, contact, reference },
    path,
  });
  const { preview } = done;
  const held = preview.withheld.map(({ reason, count }) =>
    say('exchange:withheld', { count, reason: say(`package:reason.${reason}`) }),
  );
  return {
    json: done,
    text: [
      say('hitnohit:out.saved', { path: done.path, sha256: done.sha256 }),
      ...preview.keys.map(({ kind, count }) => `${kindWords(kind)}: ${count}`),
      ...held,
      say('hitnohit:out.protected', { count: preview.protected }),
    ],
    warnings: [{ code: 'cli.hit-guess', message: say('hitnohit:warning.guess') }],
  };
}

async function compare(session: Session, path: string): Promise<CommandResult> {
  const { id: fileId } = await session.analysisFile();
  const result = await session.call('hitNoHit.match', { fileId, path });
  const { partner, hits, compared } = result;
  const rows = hits.map(({ entity, what }) => [
    say(`types:entity.${entity.type}`),
    entity.label,
    entity.protected
      ? say('hitnohit:in.shut')
      : what.map(({ kind, value }) => `${kindWords(kind)} ${value}`).join('; '),
  ]);
  const head = [say('cli:search.type'), say('cli:search.label'), say('cli:search.matched')];
  const day = partner.created.slice(0, 10);
  return {
    json: { ...result },
    text: [
      say('hitnohit:in.partner', { ...partner, day }),
      `${say('hitnohit:in.hits', { count: hits.length })} ${say('hitnohit:in.compared', { count: compared })}`,
      ...(rows.length === 0 ? [] : table(head, rows)),
    ],
    warnings: result.namesCompared ? [] : [{ code: 'cli.hit-names', message: say('hitnohit:in.noNames') }],
  };
}

function kindWords(kind: string): string {
  return kind === NAME_AND_BIRTH ? say('hitnohit:nameAndBirth') : say(`types:identifier.${kind}`);
}
