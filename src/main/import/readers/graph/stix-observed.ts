import { isObject, type Json, type JsonObject, objectsOf, textOf } from './json.ts';

/**
 * STIX 2.0 keeps observables inside what was observed and numbers them there. Each becomes an object beside it, under
 * an id of the whole bundle, and what was observed names it as version 2.1 does.
 */
export function withObserved(object: JsonObject): JsonObject[] {
  const { objects: inner, ...rest } = object;
  if (textOf(object.type) !== 'observed-data' || !isObject(inner)) return [object];
  const id = textOf(object.id);
  const ids = new Map(Object.keys(inner).map((number) => [number, `${id}#${number}`]));
  const observables = Object.entries(inner).flatMap(([number, one]) =>
    isObject(one) ? [{ ...renamed(one, ids), id: ids.get(number) ?? number }] : [],
  );
  return [{ ...rest, object_refs: [...ids.values()] }, ...observables];
}

function renamed(object: JsonObject, ids: ReadonlyMap<string, string>): JsonObject {
  const own = (value: Json): Json => (typeof value === 'string' ? (ids.get(value) ?? value) : value);
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => {
      if (!/_refs?$/.test(name)) return [name, value];
      return [name, Array.isArray(value) ? value.map(own) : own(value)];
    }),
  );
}

/** Objects of a bundle, or a list of them without one. */
export function stixObjects(json: Json): readonly Json[] {
  if (Array.isArray(json))
    return json.flatMap((one: Json) => (isBundle(one) ? [...stixObjects(one)] : [one]));
  return isObject(json) && Array.isArray(json.objects) ? json.objects : objectsOf([json]);
}

function isBundle(value: Json): boolean {
  return isObject(value) && textOf(value.type) === 'bundle';
}
