import type { ImportSpecification } from '../../contract/import.ts';
import { type NormalisedIdentifier, normaliseIdentifier, readCountry } from '../../core/identifiers/index.ts';
import { ENTITY_TYPES, type EntityType } from '../../core/model/entity-types.ts';
import { readCoordinates } from '../../core/places/coordinates.ts';
import type { DateOrder } from '../../core/time/index.ts';
import { type EntityDraft, type IdentifierDraft, RowRejection } from './drafts.ts';
import { isCompanyName } from './legal-form.ts';
import { placeCheck } from './projected.ts';
import { BIRTH_PROPERTY, STATUS_PROPERTY, standingReader } from './standing.ts';
import { type Cells, type CompiledSource, compileSource } from './value-source.ts';

const CACHE_LIMIT = 200_000;
type EntityMapping = ImportSpecification['entities'][number];
export type EntityMapper = (cells: Cells) => EntityDraft | null;

/** Text cut out of a read buffer keeps the whole buffer alive; a copy of its own does not. */
function ownCopy(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le');
}

/**
 * How one entity of the specification is made from a row. An entity that is nothing but one identifier (a phone of a
 * call list) is made once per distinct raw value.
 */
export function entityMapper(
  mapping: EntityMapping,
  columns: ReadonlyMap<string, number>,
  specification: Pick<ImportSpecification, 'country' | 'dateOrder'>,
): EntityMapper {
  const [only] = mapping.identifiers;
  const isPlain =
    mapping.identifiers.length === 1 &&
    only !== undefined &&
    only.country === undefined &&
    mapping.label === undefined &&
    mapping.status === undefined &&
    mapping.typeFrom === undefined &&
    mapping.key === undefined &&
    mapping.text === undefined &&
    Object.keys(mapping.properties).length === 0;
  const make = fullMapper(mapping, columns, specification);
  if (!isPlain || only === undefined) return make;
  const source = compileSource(only.value, columns);
  const cache = new Map<string, EntityDraft | null>();
  return (cells) => {
    const raw = source.read(cells);
    const known = cache.get(raw);
    if (known !== undefined) return known;
    const draft = make(cells);
    if (cache.size >= CACHE_LIMIT) cache.clear();
    cache.set(ownCopy(raw), draft);
    return draft;
  };
}

function fullMapper(
  mapping: EntityMapping,
  columns: ReadonlyMap<string, number>,
  specification: Pick<ImportSpecification, 'country' | 'dateOrder'>,
): EntityMapper {
  const { country, dateOrder } = specification;
  const identifiers = mapping.identifiers.map((identifier) => ({
    kind: identifier.kind,
    value: compileSource(identifier.value, columns),
    country: identifier.country === undefined ? null : compileSource(identifier.country, columns),
  }));
  const label = mapping.label === undefined ? null : compileSource(mapping.label, columns);
  const properties = Object.entries(mapping.properties).map(
    ([name, source]) => [name, compileSource(source, columns)] as const,
  );
  const typeFrom = mapping.typeFrom === undefined ? null : compileSource(mapping.typeFrom, columns);
  const key = mapping.key === undefined ? null : compileSource(mapping.key, columns);
  const page = pageReader(mapping, columns);
  const column = identifiers[0]?.value.column ?? label?.column ?? null;
  const stand = standing(mapping, columns, dateOrder);
  const checkPlace = placeCheck(properties);
  return (cells) => {
    const found = identifiers.flatMap((one) => readIdentifier(one, cells, country));
    const text = ownCopy(label?.read(cells) ?? '');
    if (text !== '') requireValue(text, label?.column ?? null);
    if (found.length === 0 && text === '') {
      if (mapping.required) throw new RowRejection('entity-missing', column, '');
      return null;
    }
    const type = typeOf(mapping, text, typeFrom?.read(cells));
    if (type === 'place') checkPlace?.(cells);
    const known = withPosition(readProperties(properties, cells) ?? {}, type);
    return {
      name: mapping.name,
      type,
      label: text === '' ? (found[0]?.raw ?? '') : text,
      ...(key === null ? {} : { key: ownCopy(key.read(cells)) }),
      identifiers: found,
      ...page(cells),
      ...(type === 'person' ? stand(cells, known) : { properties: known, standing: null }),
      seq: 0,
    };
  };
}

/**
 * Degrees of a place however they were written, the writing kept beside them. Throws where they cannot be read: a place
 * is never put where nobody said it is.
 */
function withPosition(known: Record<string, string>, type: EntityType): Record<string, string> {
  const { latitude: north = '', longitude: east = '' } = known;
  if (type !== 'place' || north === '' || east === '') return known;
  const found = readCoordinates(north, east);
  if (typeof found === 'string') throw new RowRejection(`coordinate-${found}`, null, `${north} ${east}`);
  const [latitude, longitude] = [String(found.latitude), String(found.longitude)];
  if (north.replace(',', '.') === latitude && east.replace(',', '.') === longitude) return known;
  const written = north === east ? north : `${north} ${east}`;
  return { ...known, latitude, longitude, coordinates: written };
}

function pageReader(
  { text }: EntityMapping,
  columns: ReadonlyMap<string, number>,
): (cells: Cells) => Pick<EntityDraft, 'page'> {
  if (text === undefined) return () => ({});
  const value = compileSource(text.value, columns);
  const page = compileSource(text.page, columns);
  return (cells) => ({
    page: { number: Math.trunc(Number(page.read(cells))) || 0, text: value.read(cells) },
  });
}

function typeOf(mapping: EntityMapping, label: string, stated: string | undefined): EntityType {
  if (stated !== undefined && isEntityType(stated)) return stated;
  return mapping.byLegalForm === true && isCompanyName(label) ? 'organisation' : mapping.type;
}

function isEntityType(text: string): text is EntityType {
  return Object.hasOwn(ENTITY_TYPES, text);
}

type Stand = (cells: Cells, known: Record<string, string>) => Pick<EntityDraft, 'properties' | 'standing'>;

/** Of a person only. The words of the source for the status stay as a property beside what the program makes of them. */
function standing(mapping: EntityMapping, columns: ReadonlyMap<string, number>, order: DateOrder): Stand {
  const source = mapping.status === undefined ? null : compileSource(mapping.status, columns);
  const read = standingReader(order);
  return (cells, known) => {
    const words = source?.read(cells) ?? '';
    const properties = words === '' ? known : { ...known, [STATUS_PROPERTY]: words };
    return { properties, standing: read(words, known[BIRTH_PROPERTY] ?? '') };
  };
}

function readIdentifier(
  one: { kind: string; value: CompiledSource; country: CompiledSource | null },
  cells: Cells,
  country: string,
): IdentifierDraft[] {
  const raw = ownCopy(one.value.read(cells));
  if (raw === '') return [];
  requireWhole(raw, one.value.column);
  const stated = readCountry(one.country?.read(cells) ?? '');
  const options = { country: stated ?? country, isAssumed: stated === null };
  const { value, check } = normaliseIdentifier(one.kind, raw, options);
  const isLocal = one.kind === 'iban' && check === 'format-unknown';
  if (!isLocal) return [{ kind: one.kind, value, raw, check }];
  return [{ kind: 'account', raw, ...pick(normaliseIdentifier('account', raw, options)) }];
}

const CELL_ERROR = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)$/;

/** What a spreadsheet shows where it has no value names nobody. */
function requireValue(text: string, column: string | null): void {
  if (text.startsWith('#') && CELL_ERROR.test(text)) throw new RowRejection('cell-error', column, text);
}

/** A number a spreadsheet shortened to `3.57E+14` is another number than the one that was meant. */
function requireWhole(raw: string, column: string | null): void {
  requireValue(raw, column);
  if (/^\d([.,]\d+)?E\+?\d{1,2}$/i.test(raw)) throw new RowRejection('digits-lost', column, raw);
}

function pick({ value, check }: NormalisedIdentifier): Pick<IdentifierDraft, 'value' | 'check'> {
  return { value, check };
}

/** The properties a row has a value for; null where it has none. */
export function readProperties(
  properties: readonly (readonly [string, CompiledSource])[],
  cells: Cells,
): Record<string, string> | null {
  let found: Record<string, string> | null = null;
  for (const [name, source] of properties) {
    const value = source.read(cells);
    if (value === '') continue;
    found ??= {};
    found[name] = value;
  }
  return found;
}
