import iconv from 'iconv-lite';

/** Comma or semicolon separated text, quoted where needed (RFC 4180), CRLF as operators' systems write it. */
export function delimited(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  delimiter: string,
): string {
  const field = (value: string) =>
    value.includes(delimiter) || value.includes('"') || value.includes('\n')
      ? `"${value.replaceAll('"', '""')}"`
      : value;
  return `${[header, ...rows].map((row) => row.map(field).join(delimiter)).join('\r\n')}\r\n`;
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
export const windows1251 = (text: string): Uint8Array => new Uint8Array(iconv.encode(text, 'win1251'));
export const json = (value: unknown): Uint8Array => utf8(`${JSON.stringify(value, null, 2)}\n`);

const SUMMER_FROM = Date.UTC(2026, 2, 29, 1);
const HOUR = 3_600_000;

/** Wall clock of Kyiv and Chișinău for an instant of early 2026: UTC+2, UTC+3 from 29 March. */
export function local(instant: number): Date {
  return new Date(instant + (instant >= SUMMER_FROM ? 3 : 2) * HOUR);
}
const two = (value: number) => String(value).padStart(2, '0');
export function dottedDate(instant: number): string {
  const wall = local(instant);
  return `${two(wall.getUTCDate())}.${two(wall.getUTCMonth() + 1)}.${wall.getUTCFullYear()}`;
}
export function clock(instant: number): string {
  return local(instant).toISOString().slice(11, 19);
}
export function localMinute(instant: number): string {
  return local(instant).toISOString().slice(0, 16).replace('T', ' ');
}
export function utcSecond(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}
