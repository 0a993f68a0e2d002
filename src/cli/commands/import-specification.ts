import { existsSync, readFileSync } from 'node:fs';
import { type ImportSpecification, importSpecification } from '../../contract/import.ts';
import { isTimeZone } from '../../core/time/index.ts';
import { CommandFailed } from '../failure.ts';
import { say } from '../messages.ts';
import type { Session } from '../session.ts';

interface Wishes {
  readonly spec?: string;
  readonly tz?: string;
  readonly country?: string;
}

/** How a file is read: the named specification or the one suggested for it, with what the call says otherwise. */
export async function specificationFor(
  session: Session,
  path: string,
  fileId: string,
  { spec, tz, country }: Wishes,
): Promise<ImportSpecification> {
  const found = spec === undefined ? await suggestion(session, path, fileId, tz) : await named(session, spec);
  return {
    ...found,
    ...(tz === undefined ? {} : { timeZone: tz }),
    ...(country === undefined ? {} : { country }),
  };
}

/** The batch of this analysis file that already holds the same bytes. */
export async function duplicateOf(session: Session, path: string, fileId: string): Promise<string | null> {
  return (await session.call('import.inspect', { path, fileId })).duplicateOf;
}

async function suggestion(
  session: Session,
  path: string,
  fileId: string,
  timeZone: string | undefined,
): Promise<ImportSpecification> {
  const zone = timeZone === undefined ? {} : { timeZone };
  const { suggested } = await session.call('import.inspect', { path, fileId, ...zone });
  if (suggested.entities.length === 0)
    throw new CommandFailed('cli.no-suggestion', say('cli:error.no-suggestion', { path }));
  return suggested;
}

/** A JSON file with one specification, or the name or id of one saved in the vault. */
async function named(session: Session, wanted: string): Promise<ImportSpecification> {
  if (existsSync(wanted)) {
    const read = importSpecification.safeParse(jsonOf(wanted));
    if (read.success && isTimeZone(read.data.timeZone)) return read.data;
    throw new CommandFailed('cli.bad-specification', say('cli:error.bad-specification', { path: wanted }));
  }
  const { specifications } = await session.call('specification.list', {});
  const found = specifications.find((one) => one.name === wanted || one.id === wanted);
  if (found !== undefined) return found;
  throw new CommandFailed('cli.no-specification', say('cli:error.no-specification', { name: wanted }));
}

function jsonOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}
