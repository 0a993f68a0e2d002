import type { EventMapping, ImportSpecification, ValueSource } from '../../contract/import.ts';
import { readEventWord } from '../../core/model/event-words.ts';
import { EVENT_TYPES, type EventType } from '../../core/model/link-types.ts';
import { readCoordinates } from '../../core/places/coordinates.ts';
import { readDuration, type TimeReading, timeReader } from '../../core/time/index.ts';
import { type EntityDraft, type EventDraft, RowRejection } from './drafts.ts';
import { readProperties } from './map-entities.ts';
import { moneyReader } from './map-money.ts';
import { projectedCheck } from './projected.ts';
import { type Cells, type CompiledSource, compileSource } from './value-source.ts';

export type EventMapper = (cells: Cells, entities: readonly (EntityDraft | null)[]) => EventDraft | null;

/**
 * How one event of the specification is made from a row. What is there and cannot be read rejects the row: an
 * unreadable time is never "now", an unreadable amount never 0. A position of nobody and nowhere is no event, nor is a
 * payment of nobody, nothing and no time: that row names a party.
 */
export function eventMapper(
  mapping: EventMapping,
  columns: ReadonlyMap<string, number>,
  specification: ImportSpecification,
): EventMapper {
  const compile = (source: ValueSource | null): CompiledSource | null =>
    source === null ? null : compileSource(source, columns);
  const readTime = timeReader(specification.dateOrder, specification.timeZone);
  const start = compile(mapping.start);
  const end = compile(mapping.end);
  const duration = compile(mapping.durationSeconds);
  const money = moneyReader(mapping, compile(mapping.amount), compile(mapping.currency), specification);
  const place = compile(mapping.place);
  const position = positionReader(compile(mapping.latitude), compile(mapping.longitude));
  const isIncoming = directionReader(mapping, columns);
  const properties = Object.entries(mapping.properties).map(
    ([name, source]) => [name, compileSource(source, columns)] as const,
  );
  const typeOf = typeReader(mapping, compile);
  const source = endOf(specification, mapping.from, mapping.fromElse);
  const target = endOf(specification, mapping.to, mapping.toElse);
  const stated = [mapping.start, mapping.amount].map(compile);
  const isEmpty = (cells: Cells): boolean => stated.every((source) => (source?.read(cells) ?? '') === '');
  return (cells, entities) => {
    const type = typeOf(cells);
    if (type === null) return null;
    const swapped = isIncoming(cells);
    const from = (swapped ? target : source)(entities);
    const to = (swapped ? source : target)(entities);
    const [latitude, longitude] = position(cells);
    if (isNowhere(type, from, latitude)) return null;
    if (type === 'payment' && from === null && to === null && isEmpty(cells)) return null;
    const { amountMinor, currency, exact } = money(cells);
    const said = properties.length === 0 ? null : readProperties(properties, cells);
    return {
      type,
      from,
      to,
      ...beginning(start, cells, readTime, { ...mapping, type }),
      end: end === null ? null : optionalTime(end, cells, readTime),
      durationSeconds: duration === null ? null : readSeconds(duration, cells),
      amountMinor,
      currency,
      place: place === null ? null : place.read(cells) || null,
      latitude,
      longitude,
      properties: exact === null ? said : { ...said, amount: exact },
    };
  };
}

/** The type of the event of a row; null where the row is to have none. */
function typeReader(
  { type, typeFrom, kindFrom }: EventMapping,
  compile: (source: ValueSource | null) => CompiledSource | null,
): (cells: Cells) => EventType | null {
  const named = compile(typeFrom ?? null);
  const worded = compile(kindFrom ?? null);
  return (cells) => {
    const stated = named === null ? type : named.read(cells);
    if (!isEventType(stated)) return null;
    return worded === null ? stated : (readEventWord(worded.read(cells)) ?? stated);
  };
}

function isEventType(text: string): text is EventType {
  return Object.hasOwn(EVENT_TYPES, text);
}

function isNowhere(type: EventType, from: EntityDraft | null, latitude: number | null): boolean {
  return type === 'position' && from === null && latitude === null;
}

type FindEnd = (entities: readonly (EntityDraft | null)[]) => EntityDraft | null;

function endOf(specification: ImportSpecification, name: string | null, other: string | undefined): FindEnd {
  const [first, second] = [name, other].map((one) =>
    specification.entities.findIndex((entity) => entity.name === one),
  );
  return (entities) => entities[first ?? -1] ?? entities[second ?? -1] ?? null;
}

export type ReadTime = (text: string) => TimeReading | null;

function requiredTime(source: CompiledSource, cells: Cells, readTime: ReadTime): TimeReading {
  const text = source.read(cells);
  if (text === '') throw new RowRejection('time-missing', source.column, '');
  const reading = readTime(text);
  if (reading === null) throw new RowRejection('time-unreadable', source.column, text);
  return reading;
}

function beginning(
  source: CompiledSource | null,
  cells: Cells,
  readTime: ReadTime,
  mapping: EventMapping,
): Pick<EventDraft, 'start' | 'startText' | 'precision'> {
  const found = source === null ? null : startTime(source, cells, readTime, mapping);
  if (found === null || source === null) return { start: null, startText: '', precision: 'second' };
  return { start: found.at, startText: source.read(cells), precision: found.precision };
}

/** A point of a track may have no time and is still a position; of other events only those that may lack one. */
function startTime(
  source: CompiledSource,
  cells: Cells,
  readTime: ReadTime,
  { type, startOptional = false }: EventMapping,
): TimeReading | null {
  if ((type === 'position' || startOptional) && source.read(cells) === '') return null;
  return requiredTime(source, cells, readTime);
}

export function optionalTime(source: CompiledSource, cells: Cells, readTime: ReadTime): number | null {
  return source.read(cells) === '' ? null : requiredTime(source, cells, readTime).at;
}

function readSeconds(source: CompiledSource, cells: Cells): number | null {
  const text = source.read(cells);
  if (text === '') return null;
  const seconds = readDuration(text);
  if (seconds === null) throw new RowRejection('duration-unreadable', source.column, text);
  return seconds;
}

function positionReader(
  latitude: CompiledSource | null,
  longitude: CompiledSource | null,
): (cells: Cells) => [number | null, number | null] {
  if (latitude === null || longitude === null) return () => [null, null];
  const refuseMetres = projectedCheck(latitude, longitude);
  return (cells) => {
    const north = latitude.read(cells);
    const east = longitude.read(cells);
    if (north === '' && east === '') return [null, null];
    refuseMetres(north, east);
    const found = readCoordinates(north, east);
    if (typeof found === 'object') return [found.latitude, found.longitude];
    const isNorth = typeof readCoordinates(north, '0') === 'string';
    const [source, text] = isNorth ? [latitude, north] : [longitude, east];
    throw new RowRejection(`coordinate-${found}`, source.column, text);
  };
}

function directionReader(
  mapping: EventMapping,
  columns: ReadonlyMap<string, number>,
): (cells: Cells) => boolean {
  if (mapping.direction === null) return () => false;
  const source = compileSource(mapping.direction.value, columns);
  const words = new Set(mapping.direction.incoming.map((word) => word.trim().toLowerCase()));
  return (cells) => words.has(source.read(cells).toLowerCase());
}
