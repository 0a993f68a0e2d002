/** The vault's name as people see it. */
export function shownName(path: string): string {
  return (path.split(/[\\/]/).at(-1) ?? '').replace(/\.vault$/, '');
}

const UNIT = 1024;
const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB'] as const;

/** Three figures are enough to tell one size from another. */
export function formatBytes(bytes: number, locale: string): string {
  let value = bytes;
  let at = 0;
  while (value >= UNIT && at < UNITS.length - 1) {
    value /= UNIT;
    at += 1;
  }
  const digits = value < 100 ? { maximumSignificantDigits: 3 } : { maximumFractionDigits: 0 };
  const format = new Intl.NumberFormat(locale, digits);
  return `${format.format(value)} ${UNITS[at]}`;
}
