import type { ImportSpecification, ValueSource } from '../../../contract/import.ts';
import { changeAt, freeName } from './lists.ts';
import { NOTHING } from './value-edit.ts';

/** What has properties: an entity or an event. */
export interface Owner {
  readonly part: 'entity' | 'event';
  readonly at: number;
}
type Properties = Record<string, ValueSource>;

export function propertiesOf(spec: ImportSpecification, { part, at }: Owner): Readonly<Properties> {
  return (part === 'entity' ? spec.entities : spec.events)[at]?.properties ?? {};
}

/** A new property; its name gets a number where it is taken. */
export function addProperty(
  spec: ImportSpecification,
  owner: Owner,
  name: string,
  column?: string,
): ImportSpecification {
  const value = column === undefined ? NOTHING : { columns: [column] };
  return changed(spec, owner, (properties) => ({
    ...properties,
    [freeName(Object.keys(properties), name)]: value,
  }));
}

/** Keeps its place among the others. A name that is taken gets a number: two properties of one name would be one. */
export function renameProperty(
  spec: ImportSpecification,
  owner: Owner,
  from: string,
  to: string,
): ImportSpecification {
  return changed(spec, owner, (properties) => {
    const others = Object.keys(properties).filter((name) => name !== from);
    const name = freeName(others, to);
    return Object.fromEntries(
      Object.entries(properties).map(([one, value]) => [one === from ? name : one, value]),
    );
  });
}

function changed(
  spec: ImportSpecification,
  { part, at }: Owner,
  change: (properties: Properties) => Properties,
): ImportSpecification {
  if (part === 'entity') {
    const entities = changeAt(spec.entities, at, (one) => ({ ...one, properties: change(one.properties) }));
    return { ...spec, entities };
  }
  const events = changeAt(spec.events, at, (one) => ({ ...one, properties: change(one.properties) }));
  return { ...spec, events };
}
