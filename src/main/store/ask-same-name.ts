import type { Input } from '../../contract/index.ts';
import type { Answer } from '../../contract/questions.ts';
import { blockingKeys, compareNames, PLAUSIBLE_NAME } from '../../core/names/index.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { column, coverage } from './ask-shared.ts';
import type { ShutterLabel } from './entities.ts';
import { ALL_OPEN } from './entity-list.ts';
import { shownIds } from './members.ts';

type Asked = Input<'ask.sameName'>;
/** One name of a person: a merged record has those of all its members. */
interface Person {
  id: string;
  lead: string;
  label: string;
}

/** Pairs of people who may be one person written differently. Protected people are left out: their name is not shown. */
export function askSameName(
  database: ReadableDatabase,
  fileSeq: number,
  asked: Asked,
  _shutter: ShutterLabel,
  say: (key: string) => string,
): Answer {
  const people = openPeople(database, fileSeq);
  const wanted =
    asked.entityId === undefined ? null : shownIds(database, [asked.entityId]).get(asked.entityId);
  const rows = bestOfEach(
    candidatePairs(people)
      .filter(([a, b]) => wanted === null || a.lead === wanted || b.lead === wanted)
      .map(([a, b]) => ({ a, b, found: compareNames(a.label, b.label) }))
      .filter((pair) => pair.found.score >= PLAUSIBLE_NAME)
      .sort((x, y) => y.found.score - x.found.score),
  )
    .slice(0, asked.limit)
    .map(({ a, b, found }) => ({
      entityId: a.lead,
      first: a.label,
      otherId: b.lead,
      second: b.label,
      score: Math.round(found.score * 100) / 100,
      reasons: found.reasons.map((reason) => say(`questions:reason.${reason}`)).join(', '),
    }));
  const [best] = rows;
  return {
    question: 'ask.sameName',
    sentence:
      best === undefined
        ? { key: 'questions:answer.noSameName', params: {} }
        : {
            key: 'questions:answer.sameName',
            params: { first: best.first, second: best.second, score: best.score },
          },
    columns: [
      column('first', 'entity'),
      column('second', 'entity'),
      column('score', 'number'),
      column('reasons', 'text'),
    ],
    rows,
    highlight: { entityIds: [...new Set(rows.flatMap((row) => [row.entityId, row.otherId]))], linkKeys: [] },
    caveats: [...coverage(database, fileSeq), { key: 'questions:caveat.sameName', params: {} }],
    parameters: { ...asked },
  };
}

function openPeople(database: ReadableDatabase, fileSeq: number): Person[] {
  return database.all<Person>(
    `WITH shown AS (SELECT seq, id FROM entity WHERE file_seq = ? AND type = 'person' AND lead_seq IS NULL
       AND ${ALL_OPEN})
     SELECT shown.id, shown.id AS lead, label, shown.seq AS position FROM shown JOIN entity ON entity.seq = shown.seq
     UNION ALL SELECT m.id, shown.id, m.label, shown.seq FROM entity m INDEXED BY entity_by_lead JOIN shown ON shown.seq = m.lead_seq
       WHERE m.lead_seq IS NOT NULL
     ORDER BY position`,
    fileSeq,
  );
}

/** The best pair of names for each two people, best first. */
function bestOfEach<T extends { readonly a: Person; readonly b: Person }>(pairs: readonly T[]): T[] {
  const seen = new Set<string>();
  return pairs.filter(({ a, b }) => {
    const key = [a.lead, b.lead].sort().join('|');
    return !seen.has(key) && seen.add(key);
  });
}

/** Only people who share a sound key are compared, each pair once; never two names of one merged record. */
function candidatePairs(people: readonly Person[]): [Person, Person][] {
  const byKey = new Map<string, Person[]>();
  for (const person of people) {
    for (const key of new Set(blockingKeys(person.label)))
      byKey.set(key, [...(byKey.get(key) ?? []), person]);
  }
  const seen = new Map<string, [Person, Person]>();
  for (const block of byKey.values()) {
    for (const [i, a] of block.entries()) {
      for (const b of block.slice(i + 1)) {
        if (a.lead !== b.lead) seen.set([a.id, b.id].sort().join('|'), [a, b]);
      }
    }
  }
  return [...seen.values()];
}
