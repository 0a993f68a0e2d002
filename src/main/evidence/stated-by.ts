import type { Input, Output } from '../../contract/index.ts';
import type { Grade } from '../../contract/terms.ts';
import { gradeSet } from '../../core/evidence/grading.ts';
import type { Context } from '../engine/context.ts';
import { fileSeq } from '../store/analysis-files.ts';
import { entitySeqs } from '../store/entities.ts';
import { eventScope } from '../store/events.ts';
import { membersOf } from '../store/members.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { gradeOf, type StatedRow, sourcesBySeq } from './stated.ts';

type Row = Omit<StatedRow, 'key'> & { readonly count: number };

const COUNTED = `a.source_seq, a.grading_scheme, a.source_grade, a.information_grade, count(*) AS count`;
const GROUPED = 'GROUP BY a.source_seq, a.grading_scheme, a.source_grade, a.information_grade';

function ofEntity(database: ReadableDatabase, file: number, entityId: string): Row[] {
  const group = membersOf(database).withMembers(entitySeqs(database, file, [entityId]));
  return database.all<Row>(
    `SELECT ${COUNTED} FROM json_each(?) m CROSS JOIN assertion a ON a.entity_seq = m.value ${GROUPED}`,
    JSON.stringify(group),
  );
}

function ofLine(database: ReadableDatabase, file: number, linkKey: string): Row[] {
  const [from = '', to = '', type = ''] = linkKey.split('|');
  const members = membersOf(database);
  const ends = (id: string): string => JSON.stringify(members.withMembers(entitySeqs(database, file, [id])));
  const links = database.all<Row>(
    `SELECT ${COUNTED} FROM link JOIN assertion a ON a.link_seq = link.seq
     WHERE link.from_seq IN (SELECT value FROM json_each(?)) AND link.to_seq IN (SELECT value FROM json_each(?)) AND link.type = ? ${GROUPED}`,
    ends(from),
    ends(to),
    type,
  );
  const events = eventScope(database, file, { linkKey });
  return [
    ...links,
    ...database.all<Row>(
      `SELECT event.source_seq, NULL AS grading_scheme, NULL AS source_grade, NULL AS information_grade, count(*) AS count
       ${events.sql} GROUP BY event.source_seq`,
      ...events.values,
    ),
  ];
}

/** Which source says this, with the grades it has there; in the order of the register. */
export function statedBy(
  context: Context,
  { fileId, entityId, linkKey }: Input<'evidence.statedBy'>,
): Output<'evidence.statedBy'> {
  const database = context.database();
  const file = fileSeq(database, fileId);
  const rows = [
    ...(entityId === undefined ? [] : ofEntity(database, file, entityId)),
    ...(linkKey === undefined ? [] : ofLine(database, file, linkKey)),
  ];
  const sources = sourcesBySeq(database, file);
  const found = new Map<number, { grades: Grade[]; count: number }>();
  for (const row of rows) {
    const source = sources.get(row.source_seq);
    if (source === undefined) continue;
    const entry = found.get(row.source_seq) ?? { grades: [], count: 0 };
    found.set(row.source_seq, entry);
    entry.grades.push(gradeOf(row, source));
    entry.count += row.count;
  }
  return {
    sources: [...found]
      .flatMap(([seq, { grades, count }]) => {
        const source = sources.get(seq);
        if (source === undefined) return [];
        const { id, reference, title } = source;
        return [{ sourceId: id, reference, title, grades: gradeSet(grades) as Grade[], count }];
      })
      .sort((one, other) => (one.reference < other.reference ? -1 : 1)),
  };
}
