import { foldName } from '../../core/names/index.ts';
import { asksOfContent } from '../../core/search/index.ts';
import { asksContent, type SearchTerm } from '../../core/search/query.ts';
import { checked } from './checks.ts';
import { type Conditions, contentConditions } from './conditions.ts';
import { knownTexts, wordFolder } from './facts.ts';
import { soundsLike } from './likeness.ts';
import type { Candidate, Look, Sql } from './look.ts';
import { type Standing, shutterOfRecords } from './protection.ts';
import { type Way, waysOf } from './ways.ts';

/** So many records one way may bring before they are put in order; what a search shows is far less. */
const MOST_OF_A_WAY = 500;
/** By sounds fewer, because each is compared. */
const MOST_BY_SOUND = 200;

/** From these a search starts, the narrowest first. */
const DRIVERS: readonly SearchTerm['kind'][] = [
  'identifier',
  'number',
  'phrase',
  'words',
  'word-pattern',
  'property',
  'born',
];

/** What a search starts from; null where it only narrows. */
export function driverOf({ query }: Look): SearchTerm | null {
  const held = query.terms.filter((term) => !term.excluded && asksContent(term));
  return [...held].sort((one, two) => DRIVERS.indexOf(one.kind) - DRIVERS.indexOf(two.kind))[0] ?? null;
}

/** Records that fit, the best first, each record once; what is merged is shown once later. */
export function findRecords(look: Look, scope: Conditions, text: string): Candidate[] {
  const driver = driverOf(look);
  const others = look.query.terms.filter((term) => term !== driver);
  const conditions = [...scope.sql, ...others.flatMap((term) => contentConditions(term, look.modes))];
  const found = new Map<number, Candidate>();
  const leads = new Set<number>();
  for (const way of driver === null
    ? scopeWays(look, scope)
    : waysOf(look, driver, text.slice(driver.start, driver.end))) {
    if (leads.size >= look.limit) break;
    for (const one of ordered(driver, along(look, way, conditions, driver))) {
      if (leads.size >= look.limit) break;
      if (!found.has(one.seq)) found.set(one.seq, one);
      leads.add(look.members.leadOf(one.seq));
    }
  }
  return [...found.values()];
}

type Row = Standing & { readonly label: string };

function along(look: Look, way: Way, conditions: readonly Sql[], driver: SearchTerm | null): Candidate[] {
  const most = way.why === 'phonetic' ? MOST_BY_SOUND : MOST_OF_A_WAY;
  const rows = look.database.all<Row>(
    `SELECT e.seq, e.label, e.status, e.minor FROM ${way.from} WHERE ${way.where.sql} AND e.file_seq = ?
     ${conditions.map(({ sql }) => `AND ${sql}`).join(' ')} LIMIT ${most}`,
    ...way.where.values,
    look.fileSeq,
    ...conditions.flatMap(({ values }) => values),
  );
  const open = asksOfContent(look.query)
    ? rows.filter(not(shutterOfRecords(look.database, look.members, look.opened)))
    : rows;
  const alike = way.why === 'phonetic' && driver?.kind === 'words' ? named(look, open, driver.words) : open;
  const candidates = alike.map(({ seq, label }) => ({ seq, label, why: way.why }));
  return checked(look, candidates, way.why === 'exact' || way.why === 'words' ? driver : null);
}

const not =
  <T>(test: (one: T) => boolean) =>
  (one: T): boolean =>
    !test(one);

/** Those of which one name sounds as the words asked for. */
function named(look: Look, rows: readonly Row[], words: readonly string[]): readonly Row[] {
  const isLike = soundsLike(words, look.modes);
  const known = knownTexts(
    look.database,
    rows.map(({ seq }) => seq),
  );
  const names = (seq: number): string[] =>
    (known.get(seq) ?? [])
      .filter(({ field }) => field === 'name' || field === 'alias')
      .map(({ value }) => value);
  return rows.filter(({ seq }) => names(seq).some(isLike));
}

/** Names that hold the words as they are come first, then the shorter ones. */
function ordered(driver: SearchTerm | null, candidates: readonly Candidate[]): Candidate[] {
  const words = driver !== null && 'words' in driver ? driver.words.map(foldName) : [];
  const fold = wordFolder();
  const rank = ({ label }: Candidate): number => {
    const own = new Set(fold(label));
    return words.filter((word) => own.has(word)).length;
  };
  const ranked = candidates.map((one) => ({ one, rank: rank(one) }));
  ranked.sort(
    (a, b) =>
      b.rank - a.rank || a.one.label.length - b.one.label.length || (a.one.label < b.one.label ? -1 : 1),
  );
  return ranked.map(({ one }) => one);
}

/** Where nothing is asked of the content, the narrowest of the rest: the type, the circle, the source. */
function scopeWays(look: Look, scope: Conditions): Way[] {
  const held = look.query.terms.filter(({ excluded }) => !excluded);
  const all = (from: string, sql: string, ...values: Sql['values']): Way[] => [
    { why: 'filter', from, where: { sql, values } },
  ];
  if (scope.records !== null) {
    return all('json_each(?) m CROSS JOIN entity e ON e.seq = m.value', '1', JSON.stringify(scope.records));
  }
  const status = held.find((term) => term.kind === 'status')?.status;
  if (status !== undefined && status !== 'minor' && status !== 'none') {
    return all('entity e INDEXED BY entity_by_status', 'e.status IS NOT NULL');
  }
  if (status !== undefined) {
    return all(
      'entity e INDEXED BY entity_by_file_type',
      "e.file_seq = ? AND e.type = 'person'",
      look.fileSeq,
    );
  }
  const types = held.flatMap((term) => (term.kind === 'type' ? term.entities : []));
  if (types.length > 0) {
    const wanted = JSON.stringify([...new Set(types)]);
    return all(
      'json_each(?) m CROSS JOIN entity e INDEXED BY entity_by_file_type ON e.file_seq = ? AND e.type = m.value',
      '1',
      wanted,
      look.fileSeq,
    );
  }
  if (scope.eventSources !== null) {
    return all(
      `(SELECT DISTINCT a.entity_seq AS seq FROM json_each(?) m CROSS JOIN assertion a INDEXED BY assertion_by_source ON a.source_seq = m.value
        WHERE a.entity_seq IS NOT NULL) s CROSS JOIN entity e ON e.seq = s.seq`,
      '1',
      scope.eventSources,
    );
  }
  return [];
}
