import { isNumbered } from '../model/entity-types.ts';
import type { CaseData } from './case-data.ts';

/** Links by which a number, an address or a document names the person behind it. */
const NAMING_LINKS: readonly string[] = [
  'uses',
  'owns',
  'registered_to',
  'drives',
  'holds_document',
  'lives_at',
];

/**
 * Who stands behind each thing: the people a naming link joins it to, or, where none does, those behind the numbered
 * things it is joined to (victim → phone → handset → second SIM). Nearer people outweigh farther ones, so a victim's
 * phone stays the victim's although its handset was once a suspect's. A company, a place or a case is reached only
 * directly: it is not given away by a phone it paid for, and hiding it would hide the crime.
 */
export function nearestOwners(
  data: Pick<CaseData, 'entities' | 'links'>,
  people: ReadonlyMap<string, unknown>,
): Map<string, ReadonlySet<string>> {
  const types = new Map(data.entities.map((entity) => [entity.id, entity.type]));
  const isPerson = (id: string): boolean => types.get(id) === 'person' || people.has(id);
  const joined = namingNeighbours(data);
  const owners = new Map<string, ReadonlySet<string>>();
  let layer: string[] = [...joined.keys()].filter(isPerson);
  const behind = (id: string): ReadonlySet<string> =>
    isPerson(id) ? new Set([id]) : (owners.get(id) ?? new Set());
  for (let first = true; layer.length > 0; first = false) {
    const found = new Map<string, Set<string>>();
    for (const one of layer) {
      for (const other of joined.get(one) ?? []) {
        if (isPerson(other) || owners.has(other)) continue;
        if (!first && !isNumbered(types.get(other))) continue;
        const who = found.get(other) ?? new Set();
        for (const owner of behind(one)) who.add(owner);
        found.set(other, who);
      }
    }
    for (const [thing, who] of found) owners.set(thing, who);
    layer = [...found.keys()].filter((thing) => isNumbered(types.get(thing)));
  }
  return owners;
}

function namingNeighbours(data: Pick<CaseData, 'links'>): Map<string, Set<string>> {
  const joined = new Map<string, Set<string>>();
  const join = (one: string, other: string): void => {
    joined.set(one, (joined.get(one) ?? new Set()).add(other));
  };
  for (const link of data.links) {
    if (!NAMING_LINKS.includes(link.type)) continue;
    join(link.from, link.to);
    join(link.to, link.from);
  }
  return joined;
}
