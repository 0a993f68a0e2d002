import type { PersonStatus } from '../../core/model/case-terms.ts';
import { type DateOrder, timeReader } from '../../core/time/index.ts';
import type { Standing } from './drafts.ts';
import { readStatus } from './status-words.ts';

const OF_AGE = 18;

/** The name under which a source's words for the status stay with the person. */
export const STATUS_PROPERTY = 'status';
export const BIRTH_PROPERTY = 'birthDate';

/** How status and date of birth of one file are read. */
export type StandingReader = (status: string, birthDate: string) => Standing | null;

/** A date in an order the file does not have elsewhere is still tried: who is a minor must not be missed for it. */
export function standingReader(order: DateOrder): StandingReader {
  const orders = [...new Set<DateOrder>([order, 'dmy', 'mdy'])];
  const readers = orders.map((one) => timeReader(one, 'UTC'));
  return (status, birthDate) => {
    if (status === '' && birthDate === '') return null;
    const reading = readStatus(status);
    const born = birthDate === '' ? null : firstReading(readers, birthDate);
    return {
      status: reading.status,
      minor: reading.minor,
      born,
      unknownWord: status === '' || reading.understood ? null : status,
    };
  };
}

function firstReading(readers: readonly ReturnType<typeof timeReader>[], text: string): number | null {
  for (const read of readers) {
    const found = read(text);
    if (found !== null) return found.at;
  }
  return null;
}

/**
 * Whether the words or the date of birth show a minor. Of a year or month alone its first day counts, so only who
 * is a minor for certain is one. A date to come is a mistake and shows nothing.
 */
export function isMinor({ minor, born }: Pick<Standing, 'minor' | 'born'>, today: number): boolean {
  if (minor) return true;
  if (born === null || born > today) return false;
  const birthday = new Date(born);
  birthday.setUTCFullYear(birthday.getUTCFullYear() + OF_AGE);
  return birthday.getTime() > today;
}

/** What imports make of a person. */
export interface Status {
  readonly status: PersonStatus | null;
  readonly minor: boolean;
}
