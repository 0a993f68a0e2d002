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

/** What a stand-in may be called. The data of a package hold the English words, a screen its reader's own. */
export const STAND_IN_WORDS = {
  victim: 'Victim',
  witness: 'Witness',
  person: 'Protected person',
  minor: 'Minor',
} as const;
export type StandInKind = keyof typeof STAND_IN_WORDS;

/** An informant is not even called one: that there is a source inside the group must not travel. */
function kindOf({ status }: CaseEntity): StandInKind {
  if (status === 'victim' || status === 'witness') return status;
  return status === 'informant' ? 'person' : 'minor';
}

/** The label of a stand-in ("Victim 2 – 7") with `say`'s words for the English ones. */
export function standInLabel(label: string, say: (kind: StandInKind) => string): string {
  const kinds = Object.entries(STAND_IN_WORDS) as [StandInKind, string][];
  const [, word, rest] = /^(\D+)( \d+(?: – \d+)?)$/u.exec(label) ?? [];
  const kind = kinds.find(([, one]) => one === word)?.[0];
  return kind === undefined || rest === undefined ? label : say(kind) + rest;
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
      label: `${STAND_IN_WORDS[kind]} ${number}`,
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
