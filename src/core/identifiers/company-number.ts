import { validate as unp } from 'stdnum/lib/cjs/by/unp.js';
import { validate as ico } from 'stdnum/lib/cjs/cz/ico.js';
import { validate as registrikood } from 'stdnum/lib/cjs/ee/registrikood.js';
import { validate as adoszam } from 'stdnum/lib/cjs/hu/anum.js';
import { validate as latvian } from 'stdnum/lib/cjs/lv/pvn.js';
import { validate as idno } from 'stdnum/lib/cjs/md/idno.js';
import { validate as nip } from 'stdnum/lib/cjs/pl/nip.js';
import { validate as regon } from 'stdnum/lib/cjs/pl/regon.js';
import { validate as cui } from 'stdnum/lib/cjs/ro/cui.js';
import { validate as dic } from 'stdnum/lib/cjs/sk/dph.js';
import { validate as edrpou } from 'stdnum/lib/cjs/ua/edrpou.js';
import { weightedSum } from './checks.ts';
import { compact, type IdentifierKind } from './identifier.ts';
import { foldLookAlikes } from './look-alikes.ts';
import { explainScheme, findScheme, type NumberScheme, type Verdict } from './national-number.ts';
import { stdnumVerdict } from './stdnum-verdict.ts';

function scheme(
  country: string,
  name: string,
  shape: RegExp,
  rule: string,
  judge: NumberScheme['judge'],
): NumberScheme {
  return { country, name, shape, rule, judge };
}

/** Numbers of companies. The order decides which of several without a stated country is named first. */
const SCHEMES: readonly NumberScheme[] = [
  scheme('UA', 'ЄДРПОУ', /^\d{8}$/, 'mod 11', stdnumVerdict(edrpou)),
  scheme('MD', 'IDNO', /^1\d{12}$/, '7-3-1, mod 10', stdnumVerdict(idno)),
  scheme('RO', 'CUI', /^\d{2,10}$/, 'mod 11', stdnumVerdict(cui)),
  scheme('PL', 'NIP', /^\d{10}$/, 'mod 11', stdnumVerdict(nip)),
  scheme('PL', 'REGON', /^(\d{9}|\d{14})$/, 'mod 11', stdnumVerdict(regon)),
  scheme('HU', 'adószám', /^\d{8}(\d{3})?$/, '9-7-3-1, mod 10', (value) =>
    stdnumVerdict(adoszam)(value.slice(0, 8)),
  ),
  scheme('SK', 'IČO', /^\d{8}$/, 'mod 11', stdnumVerdict(ico)),
  scheme('SK', 'IČ DPH', /^\d{10}$/, 'mod 11', stdnumVerdict(dic)),
  scheme('EE', 'registrikood', /^\d{8}$/, 'mod 11', stdnumVerdict(registrikood)),
  scheme('LV', 'reģistrācijas numurs', /^[4-9]\d{10}$/, 'mod 11', stdnumVerdict(latvian)),
  scheme('LT', 'įmonės kodas', /^\d{9}$/, 'mod 11', judgeLithuanian),
  scheme('BY', 'УНП', /^[0-9A-Z]{2}\d{7}$/, 'mod 11', stdnumVerdict(unp)),
  scheme('GE', 'საიდენტიფიკაციო კოდი', /^\d{9}$/, '', () => 'unchecked'),
];

/** As it stands before a number in the European Union; it says the country better than the source. */
const OF_REGION = /^(UA|MD|RO|PL|HU|SK|EE|LV|LT|BY|GE)(?=\d+$)/;

/** In Hungary the digits behind the first eight say tax office and kind: the company is the first eight. */
export const companyNumber: IdentifierKind = {
  kind: 'company-number',
  normalise(raw, options) {
    const text = foldLookAlikes(compact(raw));
    const prefix = OF_REGION.exec(text)?.[1];
    const country = prefix ?? options.country;
    const value = prefix === undefined ? text : text.slice(prefix.length);
    const found = findScheme(SCHEMES, value, country);
    const judgement = explainScheme(found, value, country);
    return found?.scheme.country === 'HU' ? { ...judgement, value: value.slice(0, 8) } : judgement;
  },
};

/** The library knows only the VAT code. Weights 1 … 8, and where that gives 10, 3 … 9, 1. */
function judgeLithuanian(value: string): Verdict {
  const first = weightedSum(value, [1, 2, 3, 4, 5, 6, 7, 8]) % 11;
  const sum = first === 10 ? weightedSum(value, [3, 4, 5, 6, 7, 8, 9, 1]) % 11 : first;
  return sum % 10 === Number(value[8]) ? 'right' : 'wrong';
}
