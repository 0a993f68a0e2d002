import type { EntitySummary, LinkSummary } from '../../contract/terms.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import type { EvidenceScope } from './evidence-scope.ts';
import { leadSql, membersOf } from './members.ts';

/** Those of a working set that no fact and no line speaks of which the filter by source and grade leaves. */
export function unstated(
  database: ReadableDatabase,
  evidence: EvidenceScope,
  seqs: readonly number[],
  set: { readonly entities: readonly EntitySummary[]; readonly links: readonly LinkSummary[] },
): string[] {
  const rows = database.all<{ id: string }>(
    `SELECT DISTINCT lead.id FROM json_each(?) m JOIN entity ON entity.seq = m.value
       JOIN entity lead ON lead.seq = ${leadSql('entity')}
     WHERE EXISTS (SELECT 1 FROM assertion a WHERE a.entity_seq = entity.seq AND ${evidence.factSql})`,
    JSON.stringify(membersOf(database).withMembers(seqs)),
    ...evidence.factValues,
  );
  const stated = new Set([...rows.map(({ id }) => id), ...set.links.flatMap(({ from, to }) => [from, to])]);
  return set.entities.map(({ id }) => id).filter((id) => !stated.has(id));
}
