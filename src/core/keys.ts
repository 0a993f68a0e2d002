/** The keys of a record as a non-empty tuple type, so that zod can build an enum from a table. */
export function keysOf<K extends string>(table: Readonly<Record<K, unknown>>): [K, ...K[]] {
  return Object.keys(table) as [K, ...K[]];
}
