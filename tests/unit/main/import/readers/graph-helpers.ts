import { type Bench, bench, importPath } from '../helpers.ts';

export interface Loaded {
  readonly bench: Bench;
  readonly report: Awaited<ReturnType<typeof importPath>>;
  /** "type label" of every entity. */
  readonly entities: string[];
  /** "label -type/strength-> label" of every link. */
  readonly links: string[];
  /** "type label -> label at" of every event. */
  readonly events: string[];
  /** "kind value of label". */
  readonly identifiers: string[];
  properties(label: string): Record<string, string>;
  linkProperties(from: string, to: string): Record<string, string>;
}

/** A file imported as it is suggested, and what is in the vault after it. */
export async function load(
  name: string,
  content: string | Uint8Array,
  into: Bench = bench(),
): Promise<Loaded> {
  const { database } = into;
  const report = await importPath(into, into.write(name, content));
  const texts = (sql: string): string[] => database.all<{ text: string }>(sql).map(({ text }) => text);
  const parsed = (sql: string, ...values: string[]): Record<string, string> =>
    JSON.parse(database.one<{ properties: string }>(sql, ...values)?.properties ?? '{}') as Record<
      string,
      string
    >;
  return {
    bench: into,
    report,
    entities: texts(`SELECT type || ' ' || label AS text FROM entity ORDER BY seq`),
    links: texts(
      `SELECT f.label || ' -' || link.type || '/' || strength || '-> ' || t.label AS text FROM link
       JOIN entity f ON f.seq = from_seq JOIN entity t ON t.seq = to_seq ORDER BY link.seq`,
    ),
    events: texts(
      `SELECT event.type || ' ' || coalesce(f.label, '') || ' -> ' || coalesce(t.label, '') || ' ' ||
       strftime('%Y-%m-%dT%H:%M:%SZ', event.start_at / 1000, 'unixepoch') || coalesce(' ' || amount_minor || ' ' || currency, '') AS text
       FROM event LEFT JOIN entity f ON f.seq = from_seq LEFT JOIN entity t ON t.seq = to_seq ORDER BY event.seq`,
    ),
    identifiers: texts(
      `SELECT kind || ' ' || value || ' of ' || label AS text FROM identifier JOIN entity ON entity.seq = entity_seq
       ORDER BY identifier.kind, identifier.value`,
    ),
    properties: (label) => parsed('SELECT properties FROM entity WHERE label = ?', label),
    linkProperties: (from, to) =>
      parsed(
        `SELECT link.properties FROM link JOIN entity f ON f.seq = from_seq JOIN entity t ON t.seq = to_seq
         WHERE f.label = ? AND t.label = ?`,
        from,
        to,
      ),
  };
}
