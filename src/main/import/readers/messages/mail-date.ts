import { monthOfName } from '../../../../core/time/month-names.ts';

/** Names of zones that mail of old programs still has, in hours from UTC. */
const ZONES: Readonly<Record<string, string>> = {
  z: '+00:00',
  ut: '+00:00',
  utc: '+00:00',
  gmt: '+00:00',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
  cet: '+01:00',
  cest: '+02:00',
  eet: '+02:00',
  eest: '+03:00',
  msk: '+03:00',
};

const MAIL =
  /(\d{1,2})[\s-]+(\p{L}{3,})\.?[\s-]+(\d{2,4})[\s,]+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([+-]\d{4}|[+-]\d{2}:\d{2}|\p{L}{1,5})?/u;
const UNIX =
  /(\p{L}{3})\s+(\d{1,2})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s+(?:(\p{L}{3,4})\s+)?(\d{4})(?:\s+([+-]\d{4}))?/u;
const ISO = /^\s*(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)\s*(Z|[+-]\d{2}:?\d{2})?/;

const LONGEST_DATE = 300;

/** Date and clock of the sender as ISO 8601 with his distance from UTC, where he states it; empty where unreadable. */
export function readMailDate(stated: string): string {
  const text = stated.slice(0, LONGEST_DATE);
  const iso = ISO.exec(text);
  if (iso !== null) return `${iso[1]}T${iso[2]}${zoneOf(iso[3])}`;
  const mail = MAIL.exec(text);
  if (mail !== null) {
    const [, day = '', month = '', year = '', hour = '', minute = '', second = '00', zone] = mail;
    return stamp({ year, month, day, hour, minute, second, zone });
  }
  const [whole, month = '', day = '', hour = '', minute = '', second = '00', name, year = '', zone] =
    UNIX.exec(text) ?? [];
  return whole === undefined ? '' : stamp({ year, month, day, hour, minute, second, zone: zone ?? name });
}

interface Parts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
  readonly second: string;
  readonly zone: string | undefined;
}

function stamp({ year, month, day, hour, minute, second, zone }: Parts): string {
  const number = monthOfName(month);
  if (number === null || Number(hour) > 23 || Number(minute) > 59) return '';
  const date = `${fullYear(year)}-${pad(number)}-${pad(Number(day))}`;
  if (!isDay(date)) return '';
  const seconds = Math.min(59, Number(second));
  return `${date}T${pad(Number(hour))}:${minute}:${pad(seconds)}${zoneOf(zone)}`;
}

function isDay(date: string): boolean {
  const at = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
}

const pad = (part: number): string => String(part).padStart(2, '0');

function fullYear(year: string): string {
  if (year.length > 2) return String(year.length === 3 ? 1900 + Number(year) : Number(year)).padStart(4, '0');
  return String(Number(year) < 50 ? 2000 + Number(year) : 1900 + Number(year));
}

/** A zone of no known name is left out: the time is then read as of the source. */
function zoneOf(zone: string | undefined): string {
  if (zone === undefined) return '';
  const [, hours, minutes] = /^([+-]\d{2}):?(\d{2})$/.exec(zone) ?? [];
  return hours === undefined ? (ZONES[zone.toLowerCase()] ?? '') : `${hours}:${minutes}`;
}
