import type { Output } from '../../contract/index.ts';
import type { ReadableDatabase } from '../vault/database.ts';

type Places = Pick<Output<'entity.seenIn'>, 'charts' | 'sources' | 'packages'>;

/** Charts, sources and packages of a file in which these records stand. */
export function seenPlaces(database: ReadableDatabase, fileSeq: number, seqs: readonly number[]): Places {
  const records = JSON.stringify(seqs);
  return {
    charts: database.all(
      `SELECT id, name FROM chart WHERE file_seq = ? AND EXISTS (
         SELECT 1 FROM json_each(?) one CROSS JOIN chart_member m ON m.chart_seq = chart.seq AND m.entity_seq = one.value)
       ORDER BY name`,
      fileSeq,
      records,
    ),
    sources: database.all(SOURCES, records, records, records, records, fileSeq),
    packages: packagesWith(database, fileSeq, records),
  };
}

/** Of facts, of what lies on the lines, and of numbers an import brought; a source that two of them name stands once. */
const SOURCES = `WITH spoken(source_seq, batch_seq) AS (
    SELECT DISTINCT a.source_seq, a.batch_seq FROM json_each(?) one CROSS JOIN assertion a ON a.entity_seq = one.value
    UNION SELECT NULL, s.batch_seq FROM json_each(?) one CROSS JOIN link_summary s ON s.from_seq = one.value
    UNION SELECT NULL, s.batch_seq FROM json_each(?) one CROSS JOIN link_summary s ON s.to_seq = one.value
    UNION SELECT NULL, i.batch_seq FROM json_each(?) one CROSS JOIN identifier i ON i.entity_seq = one.value),
  found(source_seq, batch_seq) AS (
    SELECT coalesce(spoken.source_seq, batch.source_seq), spoken.batch_seq FROM spoken
    LEFT JOIN batch ON batch.seq = spoken.batch_seq)
  SELECT source.id, source.reference, source.title, max(batch.file_name) AS fileName FROM found
  JOIN source ON source.seq = found.source_seq LEFT JOIN batch ON batch.seq = found.batch_seq AND batch.kind = 'import'
  WHERE source.file_seq = ? GROUP BY source.seq ORDER BY source.reference`;

function packagesWith(database: ReadableDatabase, fileSeq: number, records: string): Places['packages'] {
  const rows = database.all<{ id: string; created: number; recipients: string | null; sha256: string }>(
    `SELECT id, created_at AS created, json_extract(manifest, '$.recipients') AS recipients, sha256 FROM package_out
     WHERE file_seq = ? AND EXISTS (SELECT 1 FROM json_each(?) one CROSS JOIN entity ON entity.seq = one.value
       CROSS JOIN package_item item ON item.package_seq = package_out.seq AND item.object_kind = 'entity' AND item.object_id = entity.id)
     ORDER BY created_at DESC`,
    fileSeq,
    records,
  );
  return rows.map((row) => ({ ...row, recipients: JSON.parse(row.recipients ?? '[]') as string[] }));
}
