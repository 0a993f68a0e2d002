import type { ImportSpecification, ValueSource } from '../../contract/import.ts';
import { LINK_TYPES, type LinkType, STRENGTHS, type Strength } from '../../core/model/link-types.ts';
import { timeReader } from '../../core/time/index.ts';
import type { EntityDraft, LinkDetails, LinkDraft } from './drafts.ts';
import { readProperties } from './map-entities.ts';
import { optionalTime } from './map-events.ts';
import { type Cells, type CompiledSource, compileSource } from './value-source.ts';

type LinkMapping = ImportSpecification['links'][number];
type LinkMapper = (entities: readonly (EntityDraft | null)[], cells: Cells) => LinkDraft[];

/** The links of a row between those of its entities that it has. */
export function linkMapper(
  specification: ImportSpecification,
  columns: ReadonlyMap<string, number>,
): LinkMapper {
  const at = (name: string): number => specification.entities.findIndex((entity) => entity.name === name);
  const pairs = specification.links.map((link) => ({
    type: link.type,
    strength: link.strength,
    fromAt: at(link.from),
    toAt: at(link.to),
    typeFrom: compiled(link.typeFrom, columns),
    strengthFrom: compiled(link.strengthFrom, columns),
    details: detailsReader(link, columns, specification),
  }));
  return (entities, cells) => {
    const made: LinkDraft[] = [];
    for (const { fromAt, toAt, type, strength, typeFrom, strengthFrom, details } of pairs) {
      const from = entities[fromAt];
      const to = entities[toAt];
      if (!from || !to) continue;
      made.push({
        from,
        to,
        type: typeFrom === null ? type : typeOf(typeFrom.read(cells), type),
        strength: strengthFrom === null ? strength : strengthOf(strengthFrom.read(cells), strength),
        details: details === null ? null : details(cells),
      });
    }
    return made;
  };
}

function compiled(
  source: ValueSource | undefined,
  columns: ReadonlyMap<string, number>,
): CompiledSource | null {
  return source === undefined ? null : compileSource(source, columns);
}

function detailsReader(
  link: LinkMapping,
  columns: ReadonlyMap<string, number>,
  { dateOrder, timeZone }: Pick<ImportSpecification, 'dateOrder' | 'timeZone'>,
): ((cells: Cells) => LinkDetails) | null {
  const start = compiled(link.start, columns);
  const end = compiled(link.end, columns);
  if (start === null && end === null && link.properties === undefined) return null;
  const properties = Object.entries(link.properties ?? {}).map(
    ([name, source]) => [name, compileSource(source, columns)] as const,
  );
  const readTime = timeReader(dateOrder, timeZone);
  return (cells) => ({
    start: start === null ? null : optionalTime(start, cells, readTime),
    end: end === null ? null : optionalTime(end, cells, readTime),
    properties: readProperties(properties, cells) ?? {},
  });
}

function typeOf(stated: string, otherwise: LinkType): LinkType {
  return Object.hasOwn(LINK_TYPES, stated) ? (stated as LinkType) : otherwise;
}

function strengthOf(stated: string, otherwise: Strength): Strength {
  return STRENGTHS.find((one) => one === stated) ?? otherwise;
}
