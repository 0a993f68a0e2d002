import type { ImportSpecification, ValueSource } from '../../../contract/import.ts';
import { ENTITY_TYPES, type EntityType } from '../../../core/model/entity-types.ts';
import { changeAt, freeName, removeAt } from './lists.ts';
import type { EntityMapping } from './place.ts';
import { isNothing, NOTHING } from './value-edit.ts';

type Column = { readonly name: string; readonly examples: readonly string[] };

/** Known by their names first: a list has names of people and firms more often than their numbers. */
const NAMED_FIRST: readonly EntityType[] = ['person', 'organisation'];

/** A new entity; `name` gets a number where it is taken. Its column, if one is given, identifies or names it. */
export function addEntity(
  spec: ImportSpecification,
  type: EntityType,
  name: string,
  column?: Column,
): ImportSpecification {
  const value = column === undefined ? NOTHING : { columns: [column.name] };
  const hasDigits = column?.examples.some((example) => /\d/.test(example)) === true;
  const entity: EntityMapping = {
    name: freeName(namesOf(spec), name),
    type,
    ...beginning(type, value, hasDigits),
    properties: {},
    required: false,
  };
  return { ...spec, entities: [...spec.entities, entity] };
}

/** What a new entity is known by: the identifier of its type, or a label where it has none or is named first. */
function beginning(
  type: EntityType,
  value: ValueSource,
  isNumber: boolean,
): Pick<EntityMapping, 'identifiers' | 'label'> {
  const kind = ENTITY_TYPES[type].identifier;
  const isNamed = kind === null || (NAMED_FIRST.includes(type) && !isNumber);
  return isNamed ? { identifiers: [], label: value } : { identifiers: [{ kind, value }] };
}

/** Links and events that name it stay and are shown as broken: a person decides what becomes of them. */
export function removeEntity(spec: ImportSpecification, at: number): ImportSpecification {
  return { ...spec, entities: removeAt(spec.entities, at) };
}

/** What nothing feeds yet follows the type. */
export function changeType(spec: ImportSpecification, at: number, type: EntityType): ImportSpecification {
  return changed(spec, at, ({ label, ...entity }) => {
    const identifiers = entity.identifiers.filter(({ value }) => !isNothing(value));
    if (identifiers.length === 0 && isNothing(label)) {
      return { ...entity, type, ...beginning(type, NOTHING, false) };
    }
    return { ...entity, type, identifiers, ...(label === undefined ? {} : { label }) };
  });
}

export function changeRequired(
  spec: ImportSpecification,
  at: number,
  required: boolean,
): ImportSpecification {
  return changed(spec, at, (entity) => ({ ...entity, required }));
}

export function changeByLegalForm(
  spec: ImportSpecification,
  at: number,
  byLegalForm: boolean,
): ImportSpecification {
  return changed(spec, at, (entity) => ({ ...entity, byLegalForm }));
}

/**
 * Links and events follow the new name. They do not where the new name is taken, or where they mean another entity of
 * the old name: two would become one, and no later renaming could part them.
 */
export function renameEntity(spec: ImportSpecification, at: number, name: string): ImportSpecification {
  const before = spec.entities[at]?.name;
  if (before === undefined || before === name) return spec;
  const renamed = changed(spec, at, (entity) => ({ ...entity, name }));
  if (namesOf(spec).includes(name) || namesOf(spec).indexOf(before) !== at) return renamed;
  const follow = <T extends string | null>(end: T): T | string => (end === before ? name : end);
  return {
    ...renamed,
    links: spec.links.map((link) => ({ ...link, from: follow(link.from), to: follow(link.to) })),
    events: spec.events.map((event) => ({
      ...event,
      from: follow(event.from),
      to: follow(event.to),
      ...(event.fromElse === undefined ? {} : { fromElse: follow(event.fromElse) }),
      ...(event.toElse === undefined ? {} : { toElse: follow(event.toElse) }),
    })),
  };
}

export function addIdentifier(spec: ImportSpecification, at: number, kind: string): ImportSpecification {
  return changed(spec, at, (entity) => ({
    ...entity,
    identifiers: [...entity.identifiers, { kind, value: NOTHING }],
  }));
}

export function changeKind(
  spec: ImportSpecification,
  at: number,
  index: number,
  kind: string,
): ImportSpecification {
  return changed(spec, at, (entity) => ({
    ...entity,
    identifiers: changeAt(entity.identifiers, index, (identifier) => ({ ...identifier, kind })),
  }));
}

export function removeIdentifier(spec: ImportSpecification, at: number, index: number): ImportSpecification {
  return changed(spec, at, (entity) => ({ ...entity, identifiers: removeAt(entity.identifiers, index) }));
}

export function namesOf(spec: ImportSpecification): string[] {
  return spec.entities.map(({ name }) => name);
}

function changed(
  spec: ImportSpecification,
  at: number,
  change: (entity: EntityMapping) => EntityMapping,
): ImportSpecification {
  return { ...spec, entities: changeAt(spec.entities, at, change) };
}
