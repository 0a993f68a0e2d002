/**
 * A decision holds for entry and entity as they were. Confirmed stays while the entry is the same, whatever more is
 * learnt of the entity. `h`, `w` and `l` are hit, entry and list in the query around.
 */
export function stateSql(h: string, w: string, l: string): string {
  const of = `d.entity_id = ${h}.entity_id AND d.list_id = ${l}.id AND d.entry_key = ${w}.entry_key`;
  const newest = 'ORDER BY d.decided_at DESC, d.seq DESC LIMIT 1';
  return `coalesce(
    (SELECT d.state FROM watch_decision d WHERE ${of} AND d.entry_print = ${h}.entry_print AND d.entity_print = ${h}.entity_print ${newest}),
    (SELECT CASE WHEN d.state = 'confirmed' AND d.entry_print = ${h}.entry_print THEN 'confirmed' END FROM watch_decision d WHERE ${of} ${newest}),
    'open')`;
}

export function confirmedSql(h: string, w: string, l: string): string {
  return `${stateSql(h, w, l)} = 'confirmed'`;
}

/** For an open hit: which side a person decided on is another one now; null where nobody decided. */
export function againSql(h: string, w: string, l: string): string {
  return `(SELECT CASE WHEN d.entry_print <> ${h}.entry_print AND d.entity_print <> ${h}.entity_print THEN 'both'
      WHEN d.entry_print <> ${h}.entry_print THEN 'entry' WHEN d.entity_print <> ${h}.entity_print THEN 'entity' END
    FROM watch_decision d WHERE d.entity_id = ${h}.entity_id AND d.list_id = ${l}.id AND d.entry_key = ${w}.entry_key
    ORDER BY d.decided_at DESC, d.seq DESC LIMIT 1)`;
}
