import type { HitPreview, HitSelection } from '../../../contract/hit-no-hit.ts';
import type { CaseEntity, CaseFact } from '../../../core/evidence/case-data.ts';
import { disclose } from '../../../core/evidence/disclosure.ts';
import {
  type ComparedRecord,
  type ComparisonKey,
  comparisonKeys,
  HIT_KINDS,
} from '../../../core/hit-no-hit/index.ts';
import type { ReadableDatabase } from '../../vault/database.ts';
import { collect } from '../collect.ts';

const NAMES: readonly (string | null)[] = ['name', 'alias'];

export interface Leaving extends HitPreview {
  readonly all: readonly ComparisonKey[];
}

/**
 * What may be compared with these partners: of entities as a package for them would show them, so that what must not
 * go there does not go as a hash either. Protected people and their things stay, whoever asks.
 */
export async function leavingKeys(
  database: ReadableDatabase,
  { partners, ...selection }: HitSelection,
  breathe: () => Promise<void>,
): Promise<Leaving> {
  const wish = { ...selection, recipients: partners, period: null, purpose: '', released: [] };
  const { data, surroundings, permissions } = await collect(database, wish, breathe);
  await breathe();
  const left = disclose(data, { recipients: partners, permissions, released: [], surroundings });
  const factsOf = Map.groupBy(left.data.facts, (fact) => fact.aboutId);
  const found = new Map<string, ComparisonKey>();
  let entities = 0;
  let incomparable = 0;
  for (const entity of left.data.entities) {
    if (entity.pseudonym) continue;
    const own = comparisonKeys(recordOf(entity, factsOf.get(entity.id) ?? []));
    incomparable += own.left;
    if (own.keys.length > 0) entities += 1;
    for (const key of own.keys) found.set(`${key.kind} ${key.text}`, key);
  }
  const all = [...found.values()];
  return {
    all,
    entities,
    keys: countsOf(all),
    withheld: [...left.withheld],
    protected: left.pseudonymised.length,
    left: incomparable,
  };
}

function recordOf(entity: CaseEntity, facts: readonly CaseFact[]): ComparedRecord {
  const records = [entity, ...(entity.members ?? [])];
  const said = (wanted: (property: string | null) => boolean): string[] =>
    facts.filter((fact) => wanted(fact.property)).map((fact) => fact.value);
  const born = records.flatMap(({ properties }) => properties.birthDate ?? []).map(String);
  return {
    numbers: records.flatMap((one) => one.identifiers),
    names: [...records.map((one) => one.label), ...said((property) => NAMES.includes(property))],
    birthDates: entity.type === 'person' ? [...born, ...said((property) => property === 'birthDate')] : [],
  };
}

function countsOf(keys: readonly ComparisonKey[]): HitPreview['keys'] {
  const byKind = Map.groupBy(keys, (one) => one.kind);
  return HIT_KINDS.flatMap((kind) => {
    const count = byKind.get(kind)?.length ?? 0;
    return count === 0 ? [] : [{ kind, count }];
  });
}
