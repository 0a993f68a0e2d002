import { isProtected } from '../model/case-terms.ts';
import type { CaseData, CaseEntity } from './case-data.ts';

/** One protected person, or one thing that would name them, under its stand-in of this package. */
export interface Pseudonym {
  readonly entityId: string;
  readonly standInId: string;
  readonly label: string;
  readonly person: boolean;
}

/** Links by which a number, an address or a document names the person behind it. */
const NAMING_LINKS: readonly string[] = [
  'uses',
  'owns',
  'registered_to',
  'drives',
  'holds_document',
  'lives_at',
];

/** An informant is not even called one: that there is a source inside the group must not travel. */
function kindOf(entity: CaseEntity): string {
  if (entity.status === 'victim') return 'Victim';
  if (entity.status === 'witness') return 'Witness';
  return entity.status === 'informant' ? 'Protected person' : 'Minor';
}

/**
 * Stand-ins for victims, witnesses, informants and minors not released by name, and for what only they own or
 * use (their phone, their address): stable within the package, different from package to package.
 */
export function pseudonymsOf(data: CaseData, released: ReadonlySet<string>): Map<string, Pseudonym> {
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

function withOwnThings(data: CaseData, people: ReadonlyMap<string, Pseudonym>): Map<string, Pseudonym> {
  const owners = new Map<string, Set<string>>();
  const person = new Set(data.entities.filter((one) => one.type === 'person').map((one) => one.id));
  for (const link of data.links) {
    if (!NAMING_LINKS.includes(link.type)) continue;
    for (const [owner, thing] of [
      [link.from, link.to],
      [link.to, link.from],
    ] as const) {
      if (!person.has(owner) && !people.has(owner)) continue;
      if (person.has(thing) || people.has(thing)) continue;
      owners.set(thing, (owners.get(thing) ?? new Set()).add(owner));
    }
  }
  const all = new Map(people);
  for (const [thing, who] of owners) {
    const hidden = [...who].map((owner) => people.get(owner));
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
