import type { CaseData, CaseEntity } from './case-data.ts';
import { MergedRecords, protectedRecord } from './merged-records.ts';
import { nearestOwners } from './nearest-owners.ts';

type Network = Pick<CaseData, 'entities' | 'links'>;

/**
 * One protected person, or one thing that would name them, under its stand-in of this package. All records of a merged
 * one have the same; `recordId` tells them apart where an item joins two of them.
 */
export interface Pseudonym {
  readonly entityId: string;
  readonly standInId: string;
  readonly recordId: string;
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
  const merged = new MergedRecords(data.entities);
  const open = new Set([...released].map((id) => merged.leadOf(id)));
  const found = new StandIns(merged);
  const numbers = new Map<string, number>();
  for (const group of merged.groups()) {
    const closed = protectedRecord(group);
    if (closed === undefined || open.has(merged.leadOf(closed.id))) continue;
    const kind = kindOf(closed);
    const number = (numbers.get(kind) ?? 0) + 1;
    numbers.set(kind, number);
    found.add(closed.id, `${STAND_IN_WORDS[kind]} ${number}`, true);
  }
  addOwnThings(data, merged, found);
  return found.all;
}

/** What is merged is one: hidden where the whole leads to protected people only, and where any record alone does. */
function addOwnThings(data: Network, merged: MergedRecords, found: StandIns): void {
  const people = new Map(found.all);
  for (const network of merged.isEmpty ? [data] : [merged.asShown(data), data]) {
    for (const [thing, owners] of nearestOwners(network, people)) {
      const hidden = [...owners].map((owner) => people.get(owner));
      const first = hidden[0];
      if (first === undefined || hidden.includes(undefined) || found.all.has(thing)) continue;
      found.add(thing, `${first.label} – ${found.count + 1}`, false);
    }
  }
}

class StandIns {
  readonly all = new Map<string, Pseudonym>();
  count = 0;
  readonly #merged: MergedRecords;

  constructor(merged: MergedRecords) {
    this.#merged = merged;
  }

  add(id: string, label: string, person: boolean): void {
    this.count += 1;
    const standInId = `protected-${this.count}`;
    const records = new Set([this.#merged.leadOf(id), ...this.#merged.recordsOf(id).map((one) => one.id)]);
    for (const [index, entityId] of [...records].entries()) {
      const recordId = index === 0 ? standInId : `${standInId}.${index + 1}`;
      this.all.set(entityId, { entityId, standInId, recordId, label, person });
    }
  }
}
