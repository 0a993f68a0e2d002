import type { ImportSpecification } from '../../contract/import.ts';
import { type NormalisedIdentifier, normaliseIdentifier } from '../../core/identifiers/index.ts';
import { readStatusWord } from '../../core/model/status-words.ts';
import { timeReader } from '../../core/time/index.ts';
import { type EntityDraft, type IdentifierDraft, RowRejection } from './drafts.ts';
import { isCompanyName } from './legal-form.ts';
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
  specification: Pick<ImportSpecification, 'country' | 'dateOrder' | 'timeZone'>,
): EntityMapper {
  const [only] = mapping.identifiers;
  const isPlain =
    mapping.identifiers.length === 1 &&
    only !== undefined &&
    only.country === undefined &&
    mapping.label === undefined &&
    mapping.status === undefined &&
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
  specification: Pick<ImportSpecification, 'country' | 'dateOrder' | 'timeZone'>,
): EntityMapper {
  const { country } = specification;
  const identifiers = mapping.identifiers.map((identifier) => ({
    kind: identifier.kind,
    value: compileSource(identifier.value, columns),
    country: identifier.country === undefined ? null : compileSource(identifier.country, columns),
  }));
  const label = mapping.label === undefined ? null : compileSource(mapping.label, columns);
  const properties = Object.entries(mapping.properties).map(
    ([name, source]) => [name, compileSource(source, columns)] as const,
  );
  const standing = standingReader(mapping, columns, specification);
  const column = identifiers[0]?.value.column ?? label?.column ?? null;
  return (cells) => {
    const found = identifiers.flatMap((one) => readIdentifier(one, cells, country));
    const text = ownCopy(label?.read(cells) ?? '');
    if (found.length === 0 && text === '') {
      if (mapping.required) throw new RowRejection('entity-missing', column, '');
      return null;
    }
    const said = readProperties(properties, cells) ?? {};
    const type = mapping.byLegalForm === true && isCompanyName(text) ? 'organisation' : mapping.type;
    return {
      name: mapping.name,
      type,
      label: text === '' ? (found[0]?.raw ?? '') : text,
      identifiers: found,
      properties: said,
      standing: type === 'person' ? standing(cells, said) : null,
      seq: 0,
    };
  };
}

type Standing = EntityDraft['standing'];

/** A person's status from the mapped word, and under age from the birth date: protected before anybody looks. */
function standingReader(
  mapping: EntityMapping,
  columns: ReadonlyMap<string, number>,
  { dateOrder }: Pick<ImportSpecification, 'dateOrder'>,
): (cells: Cells, properties: Readonly<Record<string, string>>) => Standing {
  if (mapping.type !== 'person') return () => null;
  const word = mapping.status === undefined ? null : compileSource(mapping.status, columns);
  const readBirth = timeReader(dateOrder, 'UTC');
  return (cells, { birthDate = '' }) => {
    const text = ownCopy(word?.read(cells) ?? '');
    const reading = readStatusWord(text);
    const born = birthDate === '' ? null : (readBirth(birthDate)?.at ?? null);
    if (text === '' && born === null) return null;
    return {
      status: reading?.status ?? null,
      minor: reading?.minor ?? false,
      unknownWord: text !== '' && reading === null ? text : null,
      born,
    };
  };
}

function readIdentifier(
  one: { kind: string; value: CompiledSource; country: CompiledSource | null },
  cells: Cells,
  country: string,
): IdentifierDraft[] {
  const raw = ownCopy(one.value.read(cells));
  if (raw === '') return [];
  const stated = one.country?.read(cells).toUpperCase() ?? '';
  const options = { country: /^[A-Z]{2}$/.test(stated) ? stated : country };
  const read = normaliseIdentifier(one.kind, raw, options);
  const isLocalAccount = one.kind === 'iban' && read.check === 'format-unknown';
  if (!isLocalAccount) return [identifierDraft(one.kind, raw, read)];
  return [identifierDraft('account', raw, normaliseIdentifier('account', raw, options))];
}

function identifierDraft(kind: string, raw: string, { value, check }: NormalisedIdentifier): IdentifierDraft {
  return { kind, value, raw, check };
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
