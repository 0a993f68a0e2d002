import type { Input } from '../../contract/index.ts';
import type { Answer } from '../../contract/questions.ts';
import { isProtected, type PersonStatus } from '../../core/model/case-terms.ts';
import { blockingKeys, compareNames } from '../../core/names/index.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { column, coverage } from './ask-shared.ts';
import type { ShutterLabel } from './entities.ts';
import { ALL_MEMBERS_OPEN } from './entity-list.ts';

type Asked = Input<'ask.sameName'>;
interface Person {
  id: string;
  label: string;
  status: PersonStatus | null;
  minor: number;
}

const PLAUSIBLE = 0.7;

/** Pairs of people who may be one person written differently. Protected people are left out: their name is not shown. */
export function askSameName(
  database: ReadableDatabase,
  fileSeq: number,
  asked: Asked,
  _shutter: ShutterLabel,
  say: (key: string) => string,
): Answer {
  const people = database
    .all<Person>(
      `SELECT id, label, status, minor FROM entity WHERE file_seq = ? AND type = 'person' AND lead_seq IS NULL
         AND ${ALL_MEMBERS_OPEN} ORDER BY seq`,
      fileSeq,
    )
    .filter((person) => !isProtected(person.status, person.minor === 1));
  const rows = candidatePairs(people)
    .filter(([a, b]) => asked.entityId === undefined || a.id === asked.entityId || b.id === asked.entityId)
    .map(([a, b]) => ({ a, b, found: compareNames(a.label, b.label) }))
    .filter((pair) => pair.found.score >= PLAUSIBLE)
    .sort((x, y) => y.found.score - x.found.score)
    .slice(0, asked.limit)
    .map(({ a, b, found }) => ({
      entityId: a.id,
      first: a.label,
      otherId: b.id,
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

/** Only people who share a sound key are compared, each pair once. */
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
        if (a.id !== b.id) seen.set([a.id, b.id].sort().join('|'), [a, b]);
      }
    }
  }
  return [...seen.values()];
}
