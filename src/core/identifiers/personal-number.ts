import { validate as isikukood } from 'stdnum/lib/cjs/ee/ik.js';
import { validate as asmensKodas } from 'stdnum/lib/cjs/lt/asmens.js';
import { validate as pesel } from 'stdnum/lib/cjs/pl/pesel.js';
import { validate as rodneCislo } from 'stdnum/lib/cjs/sk/rc.js';
import { validate as rnokpp } from 'stdnum/lib/cjs/ua/rntrc.js';
import {
  birthOfBaltic,
  birthOfCnp,
  birthOfHungarian,
  birthOfLatvian,
  birthOfPesel,
  birthOfRnokpp,
  birthOfRodneCislo,
  birthOfUnzr,
} from './birth-in-number.ts';
import { passesWeights, weightedSum } from './checks.ts';
import { compact, countryKey, type IdentifierKind, splitCountry } from './identifier.ts';
import { explainScheme, findScheme, type NumberScheme, type Verdict } from './national-number.ts';
import { stdnumVerdict } from './stdnum-verdict.ts';

const passing = (passes: boolean): Verdict => (passes ? 'right' : 'wrong');

/** Numbers of persons. What the library lacks or gets wrong is judged here: UNZR, IDNP, CNP, LV since 2017, HU, GE. */
const SCHEMES: readonly NumberScheme[] = [
  {
    country: 'UA',
    name: 'РНОКПП',
    shape: /^\d{10}$/,
    rule: 'mod 11',
    judge: stdnumVerdict(rnokpp),
    born: birthOfRnokpp,
  },
  {
    country: 'UA',
    name: 'УНЗР',
    shape: /^(18|19|20)\d{11}$/,
    rule: '7-3-1, mod 10',
    judge: judgeUnzr,
    born: birthOfUnzr,
    isLenient: true,
  },
  { country: 'MD', name: 'IDNP', shape: /^[02]\d{12}$/, rule: '7-3-1, mod 10', judge: judgeIdnp },
  {
    country: 'RO',
    name: 'CNP',
    shape: /^[1-9]\d{12}$/,
    rule: 'mod 11',
    judge: judgeCnp,
    born: birthOfCnp,
    isDecisive: true,
  },
  {
    country: 'PL',
    name: 'PESEL',
    shape: /^\d{11}$/,
    rule: '1-3-7-9, mod 10',
    judge: stdnumVerdict(pesel),
    born: birthOfPesel,
  },
  {
    country: 'EE',
    name: 'isikukood',
    shape: /^[1-8]\d{10}$/,
    rule: 'mod 11',
    judge: judgeIsikukood,
    born: birthOfBaltic,
  },
  {
    country: 'LT',
    name: 'asmens kodas',
    shape: /^[1-9]\d{10}$/,
    rule: 'mod 11',
    judge: stdnumVerdict(asmensKodas),
    born: birthOfBaltic,
  },
  {
    country: 'LV',
    name: 'personas kods',
    shape: /^[0-3]\d{10}$/,
    rule: 'mod 11',
    judge: judgeLatvian,
    born: birthOfLatvian,
    isLenient: true,
  },
  {
    country: 'SK',
    name: 'rodné číslo',
    shape: /^\d{9,10}$/,
    rule: 'mod 11',
    judge: judgeRodneCislo,
    born: birthOfRodneCislo,
  },
  {
    country: 'HU',
    name: 'személyi azonosító',
    shape: /^[1-8]\d{10}$/,
    rule: 'mod 11',
    judge: judgeHungarian,
    born: birthOfHungarian,
  },
  { country: 'GE', name: 'პირადი ნომერი', shape: /^\d{11}$/, rule: '', judge: () => 'unchecked' },
];

/** Six countries give eleven digits, two of them by the same rule: such a number is told apart by its country. */
const SHARED_LENGTH = 11;
const SHARED_KEY = /^([A-Z]{2}(-[A-Z]{2})?|\?\?):\d{11}$/;

export const personalNumber: IdentifierKind = {
  kind: 'personal-number',
  normalise(raw, options) {
    const isKey = SHARED_KEY.test(raw);
    const { country, text } = isKey ? splitCountry(raw, options.country) : { ...options, text: raw };
    const digits = compact(text);
    const found = findScheme(SCHEMES, digits, country);
    const judgement = explainScheme(found, digits, country);
    if (digits.length !== SHARED_LENGTH || !/^\d+$/.test(digits)) return judgement;
    const isCertain = found !== null && found.rivals.length === 0;
    return { ...judgement, value: countryKey(isCertain ? found.scheme.country : country, digits) };
  },
};

function judgeUnzr(value: string): Verdict {
  if (birthOfUnzr(value).date === null) return 'impossible';
  return passing(passesLast(value));
}

/** Weights 7 3 1 repeating over all but the last digit, mod 10. */
function passesLast(value: string): boolean {
  const weights = [...value].map((_, at) => (at === value.length - 1 ? 9 : ([7, 3, 1][at % 3] ?? 0)));
  return passesWeights(value, weights);
}

function judgeIdnp(value: string): Verdict {
  return passing(passesLast(value));
}

/** Counties; 70 is what all new registrations have. */
const isCounty = (code: string): boolean => /^(0[1-9]|[1-3]\d|4[0-8]|51|52|70)$/.test(code);

function judgeCnp(value: string): Verdict {
  if (birthOfCnp(value).date === null || !isCounty(value.slice(7, 9))) return 'impossible';
  const rest = weightedSum(value, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
  return passing((rest === 10 ? 1 : rest) === Number(value[12]));
}

/** The library does not look at the day of birth. */
function judgeIsikukood(value: string): Verdict {
  return birthOfBaltic(value).date === null ? 'impossible' : stdnumVerdict(isikukood)(value);
}

/** The library takes numbers that begin with 32 for an impossible day. */
function judgeLatvian(value: string): Verdict {
  if (!value.startsWith('32') && birthOfLatvian(value).date === null) return 'impossible';
  const sum = 1 + weightedSum(value, [10, 5, 8, 4, 2, 1, 6, 3, 7, 9]);
  return passing((sum % 11) % 10 === Number(value[10]));
}

/** Nine digits have no check digit. */
function judgeRodneCislo(value: string): Verdict {
  const verdict = stdnumVerdict(rodneCislo)(value);
  return value.length === 9 && verdict === 'right' ? 'unchecked' : verdict;
}

/** Weights 1 … 10, for births since 1997 the other way round. */
function judgeHungarian(value: string): Verdict {
  const { date } = birthOfHungarian(value);
  if (date === null) return 'impossible';
  const rising = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  const weights = date < '1997' ? rising : rising.toReversed();
  return passing(weightedSum(value, weights) % 11 === Number(value[10]));
}
