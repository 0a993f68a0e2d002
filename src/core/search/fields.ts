import { readDays } from './days.ts';
import { readNear } from './near.ts';
import { numberKey } from './pattern.ts';
import type { Piece } from './pieces.ts';
import type { ProblemCode, Wanted } from './query.ts';
import { type FieldName, fieldOf, statusOf, typesOf } from './words.ts';

/** The thing a field asks for, or why it cannot be read. */
export type FieldReading = Wanted | ProblemCode;

const READERS: Readonly<Record<FieldName, (text: string, kilometres: number | null) => FieldReading>> = {
  type: readTypes,
  source: (text) => ({ kind: 'source', text }),
  grade: readGrade,
  status: (text) => {
    const status = statusOf(text);
    return status === null ? 'status-unknown' : { kind: 'status', status };
  },
  from: (text) => {
    const days = readDays(text);
    return days === null ? 'date-unreadable' : { kind: 'date', from: days.from, to: null };
  },
  to: (text) => {
    const days = readDays(text);
    return days === null ? 'date-unreadable' : { kind: 'date', from: null, to: days.to };
  },
  date: (text) => {
    const days = readDays(text);
    return days === null ? 'date-unreadable' : { kind: 'date', ...days };
  },
  born: (text) => {
    const days = readDays(text);
    return days === null ? 'date-unreadable' : { kind: 'born', ...days };
  },
  near: (text, kilometres) => {
    const near = readNear(text, kilometres);
    return near === null ? 'near-unreadable' : { kind: 'near', ...near };
  },
};

export function readField({ field, text }: Piece, kilometres: number | null): FieldReading {
  const meant = fieldOf(field ?? '');
  if (text === '') return 'value-missing';
  if (meant.kind === 'field') return READERS[meant.name](text, kilometres);
  if (meant.kind === 'property') return { kind: 'property', property: meant.name, value: text };
  return { kind: 'identifier', identifier: meant.name, value: text, key: numberKey(text) };
}

/** Several types with a comma between them. */
function readTypes(text: string): FieldReading {
  const found = text
    .split(',')
    .filter((part) => part.trim() !== '')
    .map(typesOf);
  const known = found.filter((one) => one !== null);
  if (known.length === 0 || known.length < found.length) return 'type-unknown';
  return {
    kind: 'type',
    entities: [...new Set(known.flatMap(({ entities }) => entities))],
    events: [...new Set(known.flatMap(({ events }) => events))],
  };
}

/** "B2", "b", "1B": as it was given, in whatever scheme. */
function readGrade(text: string): FieldReading {
  const [, source, information] = /^([A-Z]|[1-6])([A-E]|[1-6])?$/.exec(text.toUpperCase()) ?? [];
  return source === undefined
    ? 'grade-unreadable'
    : { kind: 'grade', source, information: information ?? null };
}
