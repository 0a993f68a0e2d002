import { isProtected } from '../model/case-terms.ts';
import type { CaseData, CaseEntity } from './case-data.ts';
import { nearestOwners } from './nearest-owners.ts';

type Network = Pick<CaseData, 'entities' | 'links'>;

/** One protected person, or one thing that would name them, under its stand-in of this package. */
export interface Pseudonym {
  readonly entityId: string;
  readonly standInId: string;
  readonly label: string;
  readonly person: boolean;
}

/** An informant is not even called one: that there is a source inside the group must not travel. */
function kindOf(entity: CaseEntity): string {
  if (entity.status === 'victim') return 'Victim';
  if (entity.status === 'witness') return 'Witness';
  return entity.status === 'informant' ? 'Protected person' : 'Minor';
}

/**
 * Stand-ins for victims, witnesses, informants and minors not released by name, and for what only they own or
 * use (their phone, the handset it was used in, their address): stable within the package, different from package
 * to package.
 */
export function pseudonymsOf(data: Network, released: ReadonlySet<string>): Map<string, Pseudonym> {
  const found = new Map<string, Pseudonym>();
  const numbers = new Map<string, number>();
  for (const entity of data.entities) {
    if (!isProtected(entity.status, entity.minor) || released.has(entity.id)) continue;
    const kind = kindOf(entity);
    const number = (numbers.get(kind) ?? 0) + 1;
    numbers.set(kind, number);
    found.set(entity.id, {
      entityId: entity.id,
      standInId: `protected-${found.size + 1}`,
      label: `${kind} ${number}`,
      person: true,
    });
  }
  return withOwnThings(data, found);
}

function withOwnThings(data: Network, people: ReadonlyMap<string, Pseudonym>): Map<string, Pseudonym> {
  const all = new Map(people);
  for (const [thing, owners] of nearestOwners(data, people)) {
    const hidden = [...owners].map((owner) => people.get(owner));
    const first = hidden[0];
    if (first === undefined || hidden.includes(undefined)) continue;
    const ordinal = all.size + 1;
    all.set(thing, {
      entityId: thing,
      standInId: `protected-${ordinal}`,
      label: `${first.label} – ${ordinal}`,
      person: false,
    });
  }
  return all;
}
