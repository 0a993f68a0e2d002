import { IDENTIFIER_KINDS } from '../identifiers/kinds.ts';
import { PERSON_STATUSES } from '../model/case-terms.ts';
import { ENTITY_TYPE_NAMES, type EntityType } from '../model/entity-types.ts';
import { EVENT_TYPE_NAMES, type EventType } from '../model/link-types.ts';
import { PROPERTY_NAMES } from '../model/properties.ts';
import { foldLatin } from '../names/transliterate.ts';
import { FIELD_WORDS, IDENTIFIER_WORDS, PROPERTY_WORDS } from './field-words.ts';
import { STATUS_WORDS, TYPE_WORDS } from './value-words.ts';

export type FieldName = keyof typeof FIELD_WORDS;

export type Field =
  | { readonly kind: 'field'; readonly name: FieldName }
  | { readonly kind: 'identifier'; readonly name: string }
  | { readonly kind: 'property'; readonly name: string };

/** Words are compared without capitals, marks, dashes and apostrophes. */
export function wordKey(word: string): string {
  return foldLatin(word).replace(/ /g, '');
}

function table<T>(rows: Iterable<readonly [T, string]>): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const [value, words] of rows) {
    for (const word of words.split(' ')) if (!found.has(wordKey(word))) found.set(wordKey(word), value);
  }
  return found;
}

function* fieldRows(): Generator<readonly [Field, string]> {
  for (const [name, words] of Object.entries(FIELD_WORDS)) {
    yield [{ kind: 'field', name: name as FieldName }, `${name} ${words}`];
  }
  for (const name of IDENTIFIER_KINDS) {
    yield [{ kind: 'identifier', name }, `${name} ${IDENTIFIER_WORDS[name] ?? ''}`.trim()];
  }
  for (const name of PROPERTY_NAMES) {
    yield [{ kind: 'property', name }, `${name} ${PROPERTY_WORDS[name] ?? ''}`.trim()];
  }
}

const FIELDS = table(fieldRows());
const STATUSES = table(
  [...PERSON_STATUSES, 'minor', 'none'].map((name) => [name, `${name} ${STATUS_WORDS[name] ?? ''}`] as const),
);
const TYPES = table(
  [...new Set([...ENTITY_TYPE_NAMES, ...EVENT_TYPE_NAMES])].map(
    (name) => [name as string, `${name} ${TYPE_WORDS[name] ?? ''}`] as const,
  ),
);

/** What a word before a colon means; a word nobody knows is a property as its source called it. */
export function fieldOf(word: string): Field {
  return FIELDS.get(wordKey(word)) ?? { kind: 'property', name: word };
}

/** True where a word before a colon is a field of the language, not the beginning of an address or a name in a chat. */
export function isField(word: string): boolean {
  return FIELDS.has(wordKey(word));
}

export function statusOf(word: string): string | null {
  return STATUSES.get(wordKey(word)) ?? null;
}

export function typesOf(word: string): { entities: EntityType[]; events: EventType[] } | null {
  const name = TYPES.get(wordKey(word));
  if (name === undefined) return null;
  return {
    entities: ENTITY_TYPE_NAMES.filter((one) => one === name),
    events: EVENT_TYPE_NAMES.filter((one) => one === name),
  };
}
