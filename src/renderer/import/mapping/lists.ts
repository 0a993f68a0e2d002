/** Changes of lists that leave the list itself as it was. */
export function changeAt<T>(list: readonly T[], at: number, change: (one: T) => T): T[] {
  return list.map((one, index) => (index === at ? change(one) : one));
}

export function removeAt<T>(list: readonly T[], at: number): T[] {
  return list.filter((_, index) => index !== at);
}

/** The wished name, with a number behind it where it is taken. `__proto__` is no key an object can hold. */
export function freeName(taken: readonly string[], wish: string): string {
  const isFree = (name: string): boolean => name !== '__proto__' && !taken.includes(name);
  let name = wish;
  for (let copy = 2; !isFree(name); copy += 1) name = `${wish} ${copy}`;
  return name;
}
