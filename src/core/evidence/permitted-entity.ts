import { isNumbered, isOwnNumber } from '../model/entity-types.ts';
import type { CaseEntity, CaseFact, CaseIdentifier, Properties } from './case-data.ts';

/** What may be known of one entity: facts that may go, facts that may not, and whether its origin may be named. */
export interface Grounds {
  readonly permitted: readonly CaseFact[];
  readonly withheld: readonly CaseFact[];
  /** Of the import that made it: true, false, or null when a person made it. */
  readonly origin: boolean | null;
  /** A permitted event or link names it. */
  readonly mentioned: boolean;
}

/**
 * The entity as the permitted sources alone know it, or null when none of them does. A label, property or
 * identifier that only a withheld source gave is left out, even where the vault shows it as the current value.
 */
export function permittedEntity(
  entity: CaseEntity,
  grounds: Grounds,
  sourcePermitted: (sourceId: string) => boolean,
): CaseEntity | null {
  const nothingWithheld = grounds.withheld.length === 0 && grounds.origin !== false;
  const unsourced = grounds.origin === null && grounds.permitted.length === 0 && nothingWithheld;
  const known = grounds.permitted.length > 0 || grounds.origin === true || unsourced;
  if (nothingWithheld && known) {
    return {
      ...entity,
      identifiers: entity.identifiers.filter((one) => permittedIdentifier(one, sourcePermitted)),
    };
  }
  const said = new Set(grounds.permitted.map((fact) => fact.value).filter((value) => value !== ''));
  // A permitted call record names its number whole; it says nothing about what others call a person or company.
  const isItsNumber = (one: CaseIdentifier) => isNumbered(entity.type) && isOwnNumber(entity.type, one.kind);
  const identifiers = entity.identifiers.filter((one) =>
    one.sourceId === null ? said.has(one.value) || said.has(one.raw) : sourcePermitted(one.sourceId),
  );
  const own = entity.identifiers.filter(isItsNumber);
  if (!known && !(grounds.mentioned && isNumbered(entity.type))) return null;
  const label = permittedLabel(entity, grounds, said, [...identifiers, ...own]);
  if (label === null) return null;
  const place = grounds.origin === true;
  return {
    ...entity,
    label,
    properties: saidProperties(entity.properties, grounds.permitted),
    identifiers,
    sourceId: place ? entity.sourceId : null,
    latitude: place ? entity.latitude : null,
    longitude: place ? entity.longitude : null,
  };
}

function permittedIdentifier(one: CaseIdentifier, sourcePermitted: (sourceId: string) => boolean): boolean {
  return one.sourceId === null || sourcePermitted(one.sourceId);
}

function permittedLabel(
  entity: CaseEntity,
  grounds: Grounds,
  said: ReadonlySet<string>,
  identifiers: readonly CaseIdentifier[],
): string | null {
  if (said.has(entity.label)) return entity.label;
  const onlyWithheldSaysIt = grounds.withheld.some((fact) => fact.value === entity.label);
  if (grounds.origin === true && !onlyWithheldSaysIt) return entity.label;
  const naming = grounds.permitted.find(
    ({ property }) => property !== null && (property === 'name' || isOwnNumber(entity.type, property)),
  );
  if (naming !== undefined) return naming.value;
  return identifiers.find((one) => isOwnNumber(entity.type, one.kind))?.value ?? null;
}

function saidProperties(properties: Properties, permitted: readonly CaseFact[]): Properties {
  const kept: Properties = {};
  for (const [name, value] of Object.entries(properties)) {
    if (permitted.some((fact) => fact.property === name && fact.value === String(value))) kept[name] = value;
  }
  return kept;
}
