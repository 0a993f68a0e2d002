import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { type ListMapping, listMapping, listReport, matchReport } from '../../contract/lists.ts';
import { DEFAULT_THRESHOLD, type ListKind } from '../../core/watch/index.ts';
import { CommandFailed } from '../failure.ts';
import { say } from '../messages.ts';
import type { CommandResult } from '../output.ts';
import type { Session } from '../session.ts';
import { matchLines } from './match-lines.ts';

export interface ListAddOptions {
  name: string;
  owner: string;
  kind: ListKind;
  validFrom?: string;
  validTo?: string;
  mapping?: string;
  country?: string;
  threshold?: number;
}

const SHOWN = 20;
const loaded = z.object({
  listId: z.string(),
  versionId: z.string(),
  report: listReport,
  matchJobId: z.string(),
});

/** A new list; where one of this name and owner is there, its next version. */
export async function addList(
  session: Session,
  path: string,
  options: ListAddOptions,
): Promise<CommandResult> {
  const from = resolve(path);
  const { lists } = await session.call('list.all', {});
  const known = lists.find((one) => one.name === options.name && one.owner === options.owner);
  const { jobId } = await session.call('list.add', {
    path: from,
    mapping: await mappingFor(session, from, options),
    list: known === undefined ? termsOf(options) : { id: known.id },
    validFrom: options.validFrom ?? null,
    validTo: options.validTo ?? null,
  });
  const { matchJobId, ...made } = loaded.parse(await session.job(jobId));
  const match = matchReport.parse(await session.job(matchJobId));
  const rejected = await session.call('list.rejected', {
    versionId: made.versionId,
    offset: 0,
    limit: SHOWN,
  });
  const { entries, rows, rejected: count, remarks } = made.report;
  const number = (known?.versions[0]?.number ?? 0) + 1;
  return {
    json: { ...made, version: number, rejectedRows: rejected.rows, match },
    text: [
      say('cli:list.loaded', { name: options.name, number, entries, rows, rejected: count }),
      ...rejected.rows.map(({ line, message, value }) =>
        say('cli:list.rejectedRow', { line, message, value }),
      ),
      ...Object.entries(remarks).map(([code, times]) =>
        say('cli:list.remark', { count: times, remark: say(`lists:remark.${code}`) }),
      ),
      ...matchLines(match),
    ],
  };
}

function termsOf({ name, owner, kind, threshold = DEFAULT_THRESHOLD }: ListAddOptions) {
  const marking = { level: 'official_use' as const, handling: ['H1' as const] };
  return { name, owner, kind, threshold, marking, handlingText: '' };
}

async function mappingFor(session: Session, path: string, options: ListAddOptions): Promise<ListMapping> {
  const found =
    options.mapping === undefined
      ? (await session.call('list.inspect', { path })).mapping
      : mappingIn(resolve(options.mapping));
  return options.country === undefined ? found : { ...found, country: options.country };
}

/** Failure cli.list-mapping. */
function mappingIn(path: string): ListMapping {
  try {
    return listMapping.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    throw new CommandFailed('cli.list-mapping', say('cli:error.list-mapping', { path }));
  }
}
