/** The order of a person's language: Ä beside A, Є after Е, 2 before 10; nothing stands last. */
export function comparer(locale: string): (one: unknown, other: unknown) => number {
  const words = new Intl.Collator(locale, { numeric: true });
  return (one, other) => {
    if (one === other) return 0;
    if (one === null || one === undefined) return 1;
    if (other === null || other === undefined) return -1;
    if (typeof one === 'number' && typeof other === 'number') return one - other;
    return words.compare(String(one), String(other));
  };
}
