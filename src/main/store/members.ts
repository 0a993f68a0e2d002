import type { ReadableDatabase } from '../vault/database.ts';

/**
 * Merged records: rows stay with the member they were written for, and everything that reads shows them under the
 * lead. This is the one place that knows who is shown under whom. A vault without merges answers from an empty index.
 */
export interface Members {
  readonly isEmpty: boolean;
  /** The record this one is shown as: its lead, or itself. */
  leadOf(seq: number): number;
  /** These records with all that are shown as the same ones, each once. */
  withMembers(seqs: readonly number[]): number[];
  /** Everything shown under these, not themselves. */
  under(lead: number): readonly number[];
}

/** Read from the partial index alone, whatever the vault holds. */
export const MERGED = 'SELECT seq, lead_seq FROM entity INDEXED BY entity_by_lead WHERE lead_seq IS NOT NULL';

export function membersOf(database: ReadableDatabase): Members {
  const lead = new Map<number, number>();
  const under = new Map<number, number[]>();
  for (const row of database.all<{ seq: number; lead_seq: number }>(MERGED)) {
    lead.set(row.seq, row.lead_seq);
    const list = under.get(row.lead_seq);
    if (list === undefined) under.set(row.lead_seq, [row.seq]);
    else list.push(row.seq);
  }
  const leadOf = (seq: number): number => lead.get(seq) ?? seq;
  return {
    isEmpty: lead.size === 0,
    leadOf,
    under: (seq) => under.get(seq) ?? [],
    withMembers(seqs) {
      if (lead.size === 0) return [...seqs];
      const leads = new Set(seqs.map(leadOf));
      return [...leads].flatMap((seq) => [seq, ...(under.get(seq) ?? [])]);
    },
  };
}

/** SQL for the record an entity is shown as. */
export function leadSql(table: string): string {
  return `coalesce(${table}.lead_seq, ${table}.seq)`;
}

/** What each of these ids is shown under; a chart or a link key kept from before a merge still names its members. */
export function shownIds(database: ReadableDatabase, ids: readonly string[]): ReadonlyMap<string, string> {
  const rows = database.all<{ id: string; shown: string }>(
    `SELECT e.id, lead.id AS shown FROM entity e JOIN entity lead ON lead.seq = ${leadSql('e')}
     WHERE e.id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  );
  return new Map(rows.map((row) => [row.id, row.shown]));
}
