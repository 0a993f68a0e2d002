/** One more or one less of the ticked types; null (no filter) when everything is ticked again. */
export function toggled<T>(chosen: readonly T[] | null, all: readonly T[], one: T): T[] | null {
  const now = chosen === null ? [...all] : [...chosen];
  const next = now.includes(one) ? now.filter((item) => item !== one) : [...now, one];
  return all.every((item) => next.includes(item)) ? null : next;
}

/** How often each value occurs, most frequent first. */
export function counted<T>(values: Iterable<T>): (readonly [T, number])[] {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1]);
}
