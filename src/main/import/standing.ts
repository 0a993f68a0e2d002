import type { PersonStatus } from '../../core/model/case-terms.ts';
import { isUnderAge, readStatusWord } from '../../core/model/status-words.ts';
import { type DateOrder, timeReader } from '../../core/time/index.ts';
import type { Standing } from './drafts.ts';

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
    const reading = readStatusWord(status);
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

/** Whether the words or the date of birth show a minor. */
export function isMinor({ minor, born }: Pick<Standing, 'minor' | 'born'>, today: number): boolean {
  return minor || (born !== null && isUnderAge(born, today));
}

/** What imports make of a person. */
export interface Status {
  readonly status: PersonStatus | null;
  readonly minor: boolean;
}
