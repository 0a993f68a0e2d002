import { EDGES } from './ftm-schemata.ts';
import { type FtmEntity, firstOf, valuesOf } from './ftm-things.ts';
import { isObject, type Json, type JsonObject, listOf, textOf } from './json.ts';

/**
 * An entity and those that stand inside its properties, each as one of its own. What the inner one says of the outer
 * one goes before what the outer one says, so that no line is drawn twice; a line of one end belongs to the outer one.
 * Inner entities that stood elsewhere already are not taken again.
 */
export function withNested(outer: FtmEntity, seen: Set<string>): FtmEntity[] {
  const inner: FtmEntity[] = [];
  const own: Record<string, Json> = {};
  for (const [name, value] of Object.entries(outer.properties)) {
    const kept = (Array.isArray(value) ? listOf(value) : [value]).filter((one) => {
      const child = childOf(one, outer.line);
      if (child === null) return true;
      const whole = withOuterEnd(child, outer.id);
      if (!seen.has(child.id)) {
        seen.add(child.id);
        inner.push(...withNested(whole, seen));
      }
      return EDGES[child.schema] === undefined && !names(whole, outer.id);
    });
    if (kept.length > 0) own[name] = kept;
  }
  return [{ ...outer, properties: own }, ...inner];
}

function childOf(value: Json, line: number): FtmEntity | null {
  if (!isObject(value) || !isObject(value.properties)) return null;
  const [id, schema] = [textOf(value.id), textOf(value.schema)];
  return id === '' || schema === '' ? null : { line, id, schema, item: value, properties: value.properties };
}

function names({ properties }: FtmEntity, id: string): boolean {
  return Object.keys(properties).some((name) => valuesOf(properties, name).includes(id));
}

function withOuterEnd(child: FtmEntity, outer: string): FtmEntity {
  const edge = EDGES[child.schema];
  if (edge === undefined || names(child, outer)) return child;
  const missing = [edge.from, edge.to].find((end) => firstOf(child.properties, end) === '');
  if (missing === undefined) return child;
  const properties: JsonObject = { ...child.properties, [missing]: [outer] };
  return { ...child, properties };
}
