import type { EventMapping, ImportSpecification } from '../../../contract/import.ts';
import { namesOf } from './edit-entities.ts';
import { patternProblem } from './pattern.ts';
import { type Place, placeKey, placesOf, readPlace } from './place.ts';
import { isNothing } from './value-edit.ts';

export type ProblemCode =
  | 'no-entity'
  | 'name-missing'
  | 'name-taken'
  | 'entity-empty'
  | 'value-missing'
  | 'column-missing'
  | 'bad-pattern'
  | 'slow-pattern'
  | 'end-missing'
  | 'end-gone'
  | 'ends-same'
  | 'words-missing'
  | 'coordinate-alone'
  | 'currency-alone'
  | 'currency-missing'
  | 'filter-empty';

/** What is wrong with a mapping, and where: `at` is the key of a place, of an entity, link or event or a
 * part of it, or of them all. */
export interface Problem {
  readonly at: string;
  readonly code: ProblemCode;
  readonly params: Readonly<Record<string, string>>;
}

const STOPS_PREVIEW: readonly ProblemCode[] = ['bad-pattern', 'slow-pattern', 'column-missing'];

/** Everything that would make the import fail, lose something silently, or bring nothing; empty = it can start. */
export function problemsOf(spec: ImportSpecification, columns: readonly string[]): Problem[] {
  const known = new Set(columns);
  return [
    ...(spec.entities.length === 0 ? [problem('entity', 'no-entity')] : []),
    ...spec.entities.flatMap((_, at) => entityProblems(spec, at)),
    ...spec.links.flatMap((link, at) => linkProblems(link, `link.${at}`, namesOf(spec))),
    ...spec.events.flatMap((event, at) => eventProblems(event, `event.${at}`, namesOf(spec))),
    ...placesOf(spec).flatMap((place) => placeProblems(spec, place, known)),
    ...filterProblems(spec, known),
  ];
}

/** Problems of a row of the mapping and everything inside it. */
export function problemsUnder(problems: readonly Problem[], key: string): Problem[] {
  return problems.filter(({ at }) => at === key || at.startsWith(`${key}.`));
}

/** Whether the engine can be asked what the rows would become. */
export function canPreview(problems: readonly Problem[]): boolean {
  return !problems.some(({ code }) => STOPS_PREVIEW.includes(code));
}

function problem(at: string, code: ProblemCode, params: Readonly<Record<string, string>> = {}): Problem {
  return { at, code, params };
}

function entityProblems(spec: ImportSpecification, at: number): Problem[] {
  const entity = spec.entities[at];
  if (entity === undefined) return [];
  const key = `entity.${at}`;
  const { name } = entity;
  const isNameless = name.trim() === '';
  const isTaken = !isNameless && namesOf(spec).indexOf(name) < at;
  const isEmpty = entity.identifiers.length === 0 && entity.label === undefined;
  return [
    ...(isNameless ? [problem(`${key}.name`, 'name-missing')] : []),
    ...(isTaken ? [problem(`${key}.name`, 'name-taken', { name })] : []),
    ...(isEmpty ? [problem(key, 'entity-empty')] : []),
  ];
}

function linkProblems(
  link: { readonly from: string; readonly to: string },
  key: string,
  names: readonly string[],
): Problem[] {
  const ends = (['from', 'to'] as const).flatMap((end) => {
    const name = link[end];
    if (name === '') return [problem(`${key}.${end}`, 'end-missing')];
    return names.includes(name) ? [] : [problem(`${key}.${end}`, 'end-gone', { name })];
  });
  const isLoop = link.from === link.to && link.from !== '';
  return [...ends, ...(isLoop ? [problem(`${key}.to`, 'ends-same')] : [])];
}

function eventProblems(event: EventMapping, key: string, names: readonly string[]): Problem[] {
  const { from, to, direction, latitude, longitude, amount, currency } = event;
  const gone = (['from', 'to'] as const).flatMap((end) => {
    const name = event[end];
    return name === null || names.includes(name) ? [] : [problem(`${key}.${end}`, 'end-gone', { name })];
  });
  const isWordless = direction !== null && direction.incoming.length === 0;
  return [
    ...gone,
    ...(from !== null && from === to ? [problem(`${key}.to`, 'ends-same')] : []),
    ...(isWordless ? [problem(`${key}.incoming`, 'words-missing')] : []),
    ...(latitude !== null && longitude === null ? [problem(`${key}.latitude`, 'coordinate-alone')] : []),
    ...(latitude === null && longitude !== null ? [problem(`${key}.longitude`, 'coordinate-alone')] : []),
    ...(amount === null && currency !== null ? [problem(`${key}.currency`, 'currency-alone')] : []),
    ...(amount !== null && currency === null ? [problem(`${key}.amount`, 'currency-missing')] : []),
  ];
}

/** An empty text to contain or match would fit every row; only an empty cell can be meant. */
function filterProblems({ rowFilter }: ImportSpecification, known: ReadonlySet<string>): Problem[] {
  if (rowFilter === undefined) return [];
  const { column, test, text } = rowFilter;
  const pattern = test === 'matches' ? patternProblem(text) : null;
  return [
    ...(known.has(column) ? [] : [problem('filter', 'column-missing', { column })]),
    ...(text === '' && test !== 'equals' ? [problem('filter', 'filter-empty')] : []),
    ...(pattern === null ? [] : [problem('filter', pattern)]),
  ];
}

function placeProblems(spec: ImportSpecification, place: Place, known: ReadonlySet<string>): Problem[] {
  const value = readPlace(spec, place);
  if (value === null) return [];
  const key = placeKey(place);
  const isNameless = place.field === 'property' && place.name.trim() === '';
  const pattern = patternProblem(value.extract ?? '');
  return [
    ...(isNameless ? [problem(key, 'name-missing')] : []),
    ...(isNothing(value) ? [problem(key, 'value-missing')] : []),
    ...value.columns
      .filter((column) => !known.has(column))
      .map((column) => problem(key, 'column-missing', { column })),
    ...(pattern === null ? [] : [problem(key, pattern)]),
  ];
}
