import type { Grade } from '../../contract/terms.ts';
import { GRADING_SCHEME_NAMES, GRADING_SCHEMES, isGrade } from '../../core/evidence/grading.ts';
import { foldName } from '../../core/names/index.ts';
import type { NameModes } from '../../core/search/modes.ts';
import type { SearchProblem, SearchTerm } from '../../core/search/query.ts';
import { evidenceScope } from '../store/evidence-scope.ts';
import type { Look, Sql } from './look.ts';
import { anyWay, phrase, sounds } from './match.ts';
import { eventsThere, recordsThere, type Surroundings, whenSql } from './surroundings.ts';

export interface Conditions {
  /** Each on the record `e`. */
  readonly sql: readonly Sql[];
  /** Sources whose events pass, as JSON; null = all. */
  readonly eventSources: string | null;
  /** Events in the circles asked for; null where none is. */
  readonly events: readonly number[] | null;
  /** Records that are there or took part there. */
  readonly records: readonly number[] | null;
  readonly problems: readonly SearchProblem[];
}

type Of<K extends SearchTerm['kind']> = Extract<SearchTerm, { kind: K }>;

/** Everything but the content asked for, and the content that is to be left out. */
export function scopeConditions(look: Look, around: Surroundings): Conditions {
  const problems: SearchProblem[] = [];
  const events = eventsThere(look, around);
  const records = events === null ? null : recordsThere(look, around, events);
  const evidence = evidenceSql(look, problems);
  const own = look.query.terms.flatMap((term) => scopeSql(term));
  const there =
    records === null
      ? []
      : [{ sql: 'e.seq IN (SELECT value FROM json_each(?))', values: [JSON.stringify(records)] }];
  const when = events === null && around.period !== null ? [takesPart(whenSql(around, 'v.start_at'))] : [];
  return {
    sql: [...own, ...there, ...when, ...evidence.sql],
    eventSources: evidence.eventSources,
    events,
    records,
    problems,
  };
}

function scopeSql(term: SearchTerm): Sql[] {
  const put = (sql: string, ...values: Sql['values']): Sql[] => [
    { sql: term.excluded ? `NOT (${sql})` : sql, values },
  ];
  if (term.kind === 'type') {
    if (term.excluded && term.entities.length === 0) return [];
    return put('e.type IN (SELECT value FROM json_each(?))', JSON.stringify(term.entities));
  }
  if (term.kind !== 'status') return [];
  if (term.status === 'minor') return put('e.minor = 1');
  if (term.status === 'none') return put("e.type = 'person' AND e.status IS NULL AND e.minor = 0");
  return term.excluded ? put('e.status IS ?', term.status) : put('e.status = ?', term.status);
}

/** Took part in an event of the period. */
function takesPart(when: Sql): Sql {
  return {
    sql: `(EXISTS (SELECT 1 FROM event v INDEXED BY event_by_from WHERE v.from_seq = e.seq${when.sql})
      OR EXISTS (SELECT 1 FROM event v INDEXED BY event_by_to WHERE v.to_seq = e.seq${when.sql})
      OR EXISTS (SELECT 1 FROM event_participant p JOIN event v ON v.seq = p.event_seq WHERE p.entity_seq = e.seq${when.sql}))`,
    values: [...when.values, ...when.values, ...when.values],
  };
}

/** Sources by reference or words of their title, grades as they were given. */
function evidenceSql(
  look: Look,
  problems: SearchProblem[],
): { readonly sql: Sql[]; readonly eventSources: string | null } {
  const sources = look.query.terms.filter((term): term is Of<'source'> => term.kind === 'source');
  const grades = look.query.terms.filter((term): term is Of<'grade'> => term.kind === 'grade');
  const scopes = [
    ...sources.map((term) => ({ term, filter: { sources: sourceIds(look, term, problems) } })),
    ...grades.map((term) => ({ term, filter: { grades: gradesOf(term) } })),
  ].map(({ term, filter }) => ({ term, scope: evidenceScope(look.database, look.fileSeq, filter) }));
  const held = scopes.filter(({ scope }) => scope !== null);
  const positive = held
    .filter(({ term }) => !term.excluded)
    .map(({ scope }) => JSON.parse(scope?.eventSources ?? '[]') as number[]);
  return {
    sql: held.map(({ term, scope }) => ({
      sql: `${term.excluded ? 'NOT ' : ''}EXISTS (SELECT 1 FROM assertion a WHERE a.entity_seq = e.seq AND ${scope?.factSql ?? '1'})`,
      values: scope?.factValues ?? [],
    })),
    eventSources:
      positive.length === 0
        ? null
        : JSON.stringify(positive.reduce((kept, next) => kept.filter((seq) => next.includes(seq)))),
  };
}

function sourceIds(look: Look, term: Of<'source'>, problems: SearchProblem[]): string[] {
  const wanted = foldName(term.text);
  const all = look.database.all<{ id: string; reference: string; title: string; originator: string }>(
    'SELECT id, reference, title, originator FROM source WHERE file_seq = ?',
    look.fileSeq,
  );
  const exact = all.filter(({ reference }) => foldName(reference) === wanted);
  const found =
    exact.length > 0
      ? exact
      : all.filter((one) => foldName(`${one.reference} ${one.title} ${one.originator}`).includes(wanted));
  if (found.length === 0) {
    problems.push({ code: 'source-unknown', start: term.start, end: term.end, text: term.text });
  }
  return found.map(({ id }) => id);
}

function gradesOf({ source, information }: Of<'grade'>): Grade[] {
  return GRADING_SCHEME_NAMES.flatMap((scheme) =>
    GRADING_SCHEMES[scheme].information
      .filter((one) => information === null || one === information)
      .map((one) => ({ scheme, source, information: one })),
  ).filter(isGrade);
}

/** What is asked besides what the search starts from, or is to be left out, as far as an index can say it. */
export function contentConditions(term: SearchTerm, modes: NameModes): Sql[] {
  if (term.excluded && !modes.diacritics) return [];
  const put = (match: string): Sql => {
    if (match === '') return { sql: '1', values: [] };
    const sql = 'e.seq IN (SELECT rowid FROM entity_text WHERE entity_text MATCH ?)';
    return { sql, values: [match] };
  };
  if (term.kind === 'phrase') return negated([put(phrase(term.words, modes))], term.excluded);
  if (term.kind !== 'words') return [];
  const parts = term.words.map((word): Sql => {
    const own = put(anyWay(word, modes));
    const keys = modes.phonetic && !term.excluded ? sounds([word], modes.givenNames) : '';
    if (keys === '') return own;
    return {
      sql: `(${own.sql} OR e.seq IN (SELECT rowid FROM name_sound WHERE name_sound MATCH ?))`,
      values: [...own.values, keys],
    };
  });
  return negated(parts, term.excluded);
}

function negated(parts: readonly Sql[], excluded: boolean): Sql[] {
  if (!excluded) return [...parts];
  return [
    {
      sql: `NOT (${parts.map(({ sql }) => sql).join(' AND ')})`,
      values: parts.flatMap(({ values }) => values),
    },
  ];
}
