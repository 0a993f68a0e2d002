/** What a personal number says of its holder. */
export interface BirthInNumber {
  /** ISO date; null where the number names no real day. */
  readonly date: string | null;
  readonly sex: 'male' | 'female' | null;
}

const DAY = 86_400_000;

/** The day itself, or null where the month has no such day. */
function day(year: number, month: number, date: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, date));
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== date) return null;
  return at.toISOString().slice(0, 10);
}

const at = (value: string, from: number, to: number): number => Number(value.slice(from, to));
const oddIsMale = (digit: string): 'male' | 'female' => (Number(digit) % 2 === 1 ? 'male' : 'female');

/** RNOKPP: days since the end of 1899 in front, sex in the digit before the last. */
export function birthOfRnokpp(value: string): BirthInNumber {
  const date = new Date(Date.UTC(1899, 11, 31) + at(value, 0, 5) * DAY).toISOString().slice(0, 10);
  return { date, sex: oddIsMale(value.charAt(8)) };
}

/** UNZR of Ukraine: the date in full. */
export function birthOfUnzr(value: string): BirthInNumber {
  return { date: day(at(value, 0, 4), at(value, 4, 6), at(value, 6, 8)), sex: null };
}

/** CNP of Romania: 1/2 for the 1900s, 3/4 the 1800s, 5/6 the 2000s; 7 to 9 are foreigners of no stated century. */
export function birthOfCnp(value: string): BirthInNumber {
  const first = Number(value[0]);
  const century = first >= 7 ? 1900 : ([1900, 1800, 2000][Math.ceil(first / 2) - 1] ?? 1900);
  const date = day(century + at(value, 1, 3), at(value, 3, 5), at(value, 5, 7));
  return { date, sex: first === 9 ? null : oddIsMale(value.charAt(0)) };
}

/** Estonia and Lithuania: first digit 1/2 for the 1800s, 3/4 the 1900s, 5/6 the 2000s. */
export function birthOfBaltic(value: string): BirthInNumber {
  const first = Number(value[0]);
  if (first === 0 || first === 9) return { date: null, sex: null };
  const century = 1700 + 100 * Math.ceil(first / 2);
  return {
    date: day(century + at(value, 1, 3), at(value, 3, 5), at(value, 5, 7)),
    sex: oddIsMale(value.charAt(0)),
  };
}

/** Old personas kods of Latvia: day, month, year, then the century. New ones begin with 32 and tell nothing. */
export function birthOfLatvian(value: string): BirthInNumber {
  if (value.startsWith('32')) return { date: null, sex: null };
  const century = 1800 + 100 * at(value, 6, 7);
  return { date: day(century + at(value, 4, 6), at(value, 2, 4), at(value, 0, 2)), sex: null };
}

/** PESEL: the century is added to the month, 20 for each after the 1900s, 80 for the 1800s. */
export function birthOfPesel(value: string): BirthInNumber {
  const month = at(value, 2, 4);
  const century = month > 80 ? 1800 : 1900 + 100 * Math.floor(month / 20);
  return {
    date: day(century + at(value, 0, 2), month % 20, at(value, 4, 6)),
    sex: oddIsMale(value.charAt(9)),
  };
}

/** Rodné číslo: women have 50 more in the month; nine digits end with 1953. */
export function birthOfRodneCislo(value: string): BirthInNumber {
  const [short, month] = [at(value, 0, 2), at(value, 2, 4)];
  const isOld = value.length === 9;
  const year = isOld ? short + (short > 53 ? 1800 : 1900) : short + (short < 54 ? 2000 : 1900);
  return { date: day(year, (month % 50) % 20, at(value, 4, 6)), sex: month > 50 ? 'female' : 'male' };
}

/** Személyi azonosító of Hungary: 1/2 for the 1900s, 3/4 the 2000s. */
export function birthOfHungarian(value: string): BirthInNumber {
  const first = Number(value[0]);
  const century = first === 3 || first === 4 ? 2000 : 1900;
  return {
    date: day(century + at(value, 1, 3), at(value, 3, 5), at(value, 5, 7)),
    sex: oddIsMale(value.charAt(0)),
  };
}
