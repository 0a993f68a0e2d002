import type { EntitySummary } from '../contract/terms.ts';
import { CommandFailed, WrongCall } from './failure.ts';
import { say } from './messages.ts';
import type { Session } from './session.ts';

/** More namesakes than this are not read off a terminal. */
const SHOWN = 20;

/** The entity of an id, of an identifier only one has, or of a name only one has; of several nobody is guessed. */
export async function entityId(session: Session, fileId: string, text: string): Promise<string> {
  const byId = { fileId, ids: [text], offset: 0, limit: 1, sort: 'label' as const };
  const [known] = (await session.call('entity.list', byId)).rows;
  if (known !== undefined) return known.id;
  const { hits } = await session.call('search.query', { fileId, text, limit: SHOWN + 1 });
  if (hits.length === 0)
    throw new CommandFailed('cli.entity-unknown', say('cli:error.entity-unknown', { entity: text }));
  const wanted = text.trim().toLocaleLowerCase();
  const numbered = hits.filter(({ why }) => why === 'exact');
  const isWanted = (name: string): boolean => name.toLocaleLowerCase() === wanted;
  // A merged record is also known by the name of each member, which is what was found.
  const called = hits.filter(
    ({ entity, matched, why }) =>
      isWanted(entity.label) || (entity.members !== undefined && why !== 'part' && isWanted(matched)),
  );
  const fitting = [numbered, called, hits].find((some) => some.length > 0) ?? [];
  const [only, second] = fitting;
  if (only !== undefined && second === undefined) return only.entity.id;
  throw await ambiguous(
    session,
    text,
    fitting.map(({ entity }) => entity),
  );
}

/** What tells namesakes apart: the id to name one by, what the file says they are, and their identifiers. */
async function ambiguous(
  session: Session,
  text: string,
  fitting: readonly EntitySummary[],
): Promise<WrongCall> {
  const candidates = [];
  for (const { id, type, label, status, minor } of fitting.slice(0, SHOWN)) {
    const { facts } = await session.call('entity.get', { entityId: id });
    const identifiers = facts
      .filter(({ check }) => check !== null)
      .map(({ property, value }) => ({ property, value }));
    candidates.push({ id, type, label, status, minor, identifiers });
  }
  const lines = candidates.map((one) => `\n  ${one.id}  ${described(one)}`).join('');
  const isCut = fitting.length > SHOWN;
  const sentence = say(isCut ? 'cli:error.entity-ambiguous-cut' : 'cli:error.entity-ambiguous', {
    entity: text,
  });
  return new WrongCall('cli.entity-ambiguous', sentence + lines, { candidates, complete: !isCut });
}

type Candidate = Pick<EntitySummary, 'type' | 'label' | 'status' | 'minor'> & {
  readonly identifiers: readonly { readonly value: string }[];
};

function described({ label, type, status, minor, identifiers }: Candidate): string {
  const words = [
    say(`types:entity.${type}`),
    ...(status === null ? [] : [say(`types:status.${status}`)]),
    ...(minor ? [say('cli:minor')] : []),
    ...new Set(identifiers.map(({ value }) => value)),
  ];
  return `${label} (${words.join(', ')})`;
}
