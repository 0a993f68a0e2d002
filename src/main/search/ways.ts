import { bareKey, fixedParts, hasGaps } from '../../core/search/index.ts';
import type { NameModes } from '../../core/search/modes.ts';
import type { SearchTerm } from '../../core/search/query.ts';
import type { Look, Sql, Why } from './look.ts';
import { begunInLatin, begunWords, givenNames, phrase, sounds, wholeWords } from './match.ts';
import { formsOf } from './number-keys.ts';

/** One way to the records that may fit, best first: FROM with `entity e` in it, and its condition. */
export interface Way {
  readonly why: Why;
  readonly from: string;
  readonly where: Sql;
}

const TRIGRAM = 3;
/** The youngest and the oldest of a range of births may lie so many years apart to be found by the words of the dates. */
const MOST_YEARS = 30;

function byWords(why: Why, match: string): Way[] {
  if (match === '') return [];
  return [
    {
      why,
      from: 'entity_text CROSS JOIN entity e ON e.seq = entity_text.rowid',
      where: { sql: 'entity_text MATCH ?', values: [match] },
    },
  ];
}

function bySounds(words: readonly string[], modes: NameModes): Way[] {
  const match = sounds(words, modes.givenNames);
  if (match === '') return [];
  return [
    {
      why: 'phonetic',
      from: 'name_sound CROSS JOIN entity e ON e.seq = name_sound.rowid',
      where: { sql: 'name_sound MATCH ?', values: [match] },
    },
  ];
}

/** The ways a term of content leads to records; none for one that only narrows. */
export function waysOf(look: Look, term: SearchTerm, typed: string): Way[] {
  const { modes } = look;
  switch (term.kind) {
    case 'words':
      return [
        ...exactNumbers([typed.trim()]),
        ...byWords('words', wholeWords(term.words)),
        ...byWords('words', begunWords(term.words)),
        ...(modes.transliterated ? byWords('transliterated', begunInLatin(term.words)) : []),
        ...(modes.givenNames ? byWords('given-name', givenNames(term.words)) : []),
        ...(modes.phonetic ? bySounds(term.words, modes) : []),
      ];
    case 'phrase':
      return byWords('words', phrase(term.words, modes));
    case 'word-pattern':
      return patternWays(look, term.pattern);
    case 'number':
      return numberWays(look, term, typed);
    case 'identifier':
      return identifierWays(term, typed);
    case 'property':
      return byWords('fact', begunWords(term.value.split(/\s+/)));
    case 'born':
      return byWords('fact', yearsOf(term.from, term.to));
    default:
      return [];
  }
}

function patternWays({ modes }: Look, pattern: string): Way[] {
  const beginning = /^[^?*]*/.exec(pattern)?.[0] ?? '';
  const latin = modes.transliterated ? byWords('pattern', begunInLatin([beginning])) : [];
  return [...byWords('pattern', begunWords([beginning])), ...latin];
}

function yearsOf(from: string | null, to: string | null): string {
  const first = Number((from ?? to ?? '').slice(0, 4));
  const last = Number((to ?? from ?? '').slice(0, 4));
  if (from === null || to === null || last - first > MOST_YEARS) return '';
  const years = Array.from({ length: last - first + 1 }, (_, at) => `"${first + at}"`);
  return `facts : (${years.join(' OR ')})`;
}

/** Every kind of number there is, each by one step in the index. */
const KINDS = `(WITH RECURSIVE kinds(kind) AS (SELECT min(kind) FROM identifier
  UNION ALL SELECT (SELECT min(kind) FROM identifier WHERE kind > kinds.kind) FROM kinds WHERE kind IS NOT NULL)
  SELECT kind FROM kinds WHERE kind IS NOT NULL)`;

function exactNumbers(forms: readonly string[], kind?: string): Way[] {
  const wanted = JSON.stringify(forms);
  const kinds = kind === undefined ? KINDS : '(SELECT ? AS kind)';
  return [
    {
      why: 'exact',
      from: `${kinds} k CROSS JOIN identifier i ON i.kind = k.kind AND i.value IN (SELECT value FROM json_each(?))
        CROSS JOIN entity e ON e.seq = i.entity_seq`,
      where: { sql: '1', values: kind === undefined ? [wanted] : [kind, wanted] },
    },
  ];
}

type NumberTerm = Extract<SearchTerm, { kind: 'number' }>;
type IdentifierTerm = Extract<SearchTerm, { kind: 'identifier' }>;

function numberWays({ modes }: Look, term: NumberTerm, typed: string): Way[] {
  if (hasGaps(term.key)) return gapWays(term.key);
  const latin = modes.transliterated ? byWords('transliterated', begunInLatin(term.words)) : [];
  return [
    ...exactNumbers(formsOf(term, typed)),
    ...written(typed),
    ...partWays(bareKey(term.key)),
    ...byWords('words', begunWords(term.words)),
    ...latin,
  ];
}

/** Numbers whose source wrote them so. */
function written(typed: string): Way[] {
  const words = typed.replaceAll('"', ' ').trim();
  return byWords('words', words === '' ? '' : `identifiers : "${words}"`);
}

function partWays(part: string): Way[] {
  if (part.length < TRIGRAM) return [];
  return [byPart('part', [part])];
}

function byPart(why: Why, parts: readonly string[]): Way {
  return {
    why,
    from: 'identifier_part CROSS JOIN entity e ON e.seq = identifier_part.rowid',
    where: { sql: 'identifier_part MATCH ?', values: [parts.map((part) => `"${part}"`).join(' AND ')] },
  };
}

/** By the beginning, which the index of numbers is sorted by; else by what stands between the gaps. */
function gapWays(key: string): Way[] {
  const beginning = /^[^?*]*/.exec(key)?.[0] ?? '';
  const parts = fixedParts(key.replace(/\+/g, '')).filter((part) => part.length >= TRIGRAM);
  if (parts.length > 0) return [byPart('pattern', parts)];
  return beginning.length < TRIGRAM ? [] : [byBeginning(beginning)];
}

function byBeginning(beginning: string): Way {
  return {
    why: 'pattern',
    from: `${KINDS} k CROSS JOIN identifier i ON i.kind = k.kind AND i.value >= ? AND i.value < ? CROSS JOIN entity e ON e.seq = i.entity_seq`,
    where: { sql: '1', values: [beginning, `${beginning}\u{10FFFF}`] },
  };
}

/** Of one kind all numbers can be looked through; a country may stand before them. */
function identifierWays(term: IdentifierTerm, typed: string): Way[] {
  if (!hasGaps(term.key)) {
    const exact = exactNumbers(formsOf(term, typed), term.identifier);
    return [...exact, ...partWays(bareKey(term.key))];
  }
  const glob = term.key.replace(/[^\p{L}\p{N}+?*@:_]/gu, '');
  return [
    {
      why: 'pattern',
      from: 'identifier i CROSS JOIN entity e ON e.seq = i.entity_seq',
      where: {
        sql: 'i.kind = ? AND (i.value GLOB ? OR i.value GLOB ?)',
        values: [term.identifier, glob, `*:${glob}`],
      },
    },
  ];
}
