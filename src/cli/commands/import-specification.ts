import { existsSync, readFileSync } from 'node:fs';
import type { ImportSpecification } from '../../contract/import.ts';
import { CommandFailed } from '../failure.ts';
import { say } from '../messages.ts';
import type { Session } from '../session.ts';

interface Wishes {
  readonly spec?: string;
  readonly tz?: string;
  readonly country?: string;
  readonly part?: string;
}

/** How a file is read: the named specification or the one suggested for it, with what the call says otherwise. */
export async function specificationFor(
  session: Session,
  path: string,
  fileId: string,
  { spec, tz, country, part }: Wishes,
): Promise<ImportSpecification> {
  const found =
    spec === undefined ? await suggestion(session, path, fileId, tz, part) : await named(session, spec);
  return {
    ...found,
    ...(tz === undefined ? {} : { timeZone: tz }),
    ...(country === undefined ? {} : { country }),
    ...(part === undefined ? {} : { part }),
  };
}

/** The batch of this analysis file that already holds the same bytes. */
export async function duplicateOf(
  session: Session,
  path: string,
  fileId: string,
  part: string | undefined,
): Promise<string | null> {
  const reading = part === undefined ? {} : { reading: { part } };
  return (await session.call('import.inspect', { path, fileId, ...reading })).duplicateOf;
}

async function suggestion(
  session: Session,
  path: string,
  fileId: string,
  timeZone: string | undefined,
  part: string | undefined,
): Promise<ImportSpecification> {
  const reading = part === undefined ? {} : { reading: { part } };
  const zone = timeZone === undefined ? {} : { timeZone };
  const { suggested } = await session.call('import.inspect', { path, fileId, ...zone, ...reading });
  if (suggested.entities.length === 0)
    throw new CommandFailed('cli.no-suggestion', say('cli:error.no-suggestion', { path }));
  return suggested;
}

/** A JSON file with one specification, or the name or id of one saved in the vault. */
async function named(session: Session, wanted: string): Promise<ImportSpecification> {
  if (existsSync(wanted)) {
    const { specificationIn } = await import('../../main/import/specification-file.ts');
    const read = specificationIn(textOf(wanted));
    if (read !== null) return read;
    throw new CommandFailed('cli.bad-specification', say('cli:error.bad-specification', { path: wanted }));
  }
  const { specifications } = await session.call('specification.list', {});
  const found = specifications.find((one) => one.name === wanted || one.id === wanted);
  if (found !== undefined) return found;
  throw new CommandFailed('cli.no-specification', say('cli:error.no-specification', { name: wanted }));
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error) return '';
    throw error;
  }
}

/**
 * Every file with the sheets or sections of it that are to be imported: the one that was named, else all that are
 * shown and hold rows. A file that cannot be looked at is tried as a whole and says why it cannot.
 */
export async function chosenParts(
  session: Session,
  paths: readonly string[],
  fileId: string,
  { part, spec }: Wishes,
): Promise<{ path: string; part: string | null }[]> {
  const found: { path: string; part: string | null }[] = [];
  for (const path of paths) {
    const parts = part === undefined && spec === undefined ? await partsOf(session, path, fileId) : [];
    found.push(
      ...(parts.length === 0 ? [{ path, part: part ?? null }] : parts.map((one) => ({ path, part: one }))),
    );
  }
  return found;
}

async function partsOf(session: Session, path: string, fileId: string): Promise<string[]> {
  try {
    const { parts } = await session.call('import.inspect', { path, fileId });
    return parts.length < 2
      ? []
      : parts.filter(({ hidden, rows }) => !hidden && rows !== 0).map(({ name }) => name);
  } catch (error) {
    if (error instanceof CommandFailed) return [];
    throw error;
  }
}
