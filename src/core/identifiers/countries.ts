import { foldLatin } from '../names/index.ts';

/** Three letters, the sign on vehicles where it is another, and names in English, Ukrainian, Russian and Romanian, folded. */
const NAMES: Readonly<Record<string, string>> = {
  UA: 'ukr|ukraine|україна|украина|ucraina',
  MD: 'mda|moldova|republic of moldova|молдова|республіка молдова|республика молдова|молдавия|republica moldova|moldavia',
  'MD-SN': 'pmr|пмр|transnistria|придністровя|приднестровье|transnistrean',
  RO: 'rou|rom|romania|румунія|румыния',
  PL: 'pol|poland|польща|польша|polonia|polska',
  GE: 'geo|georgia|грузія|грузия',
  HU: 'hun|h|hungary|угорщина|венгрия|ungaria|magyarorszag',
  SK: 'svk|slovakia|slovak republic|словаччина|словакия|slovacia|slovensko',
  EE: 'est|estonia|естонія|эстония|eesti',
  LV: 'lva|latvia|латвія|латвия|letonia|latvija',
  LT: 'ltu|lithuania|литва|lituania|lietuva',
  BY: 'blr|belarus|білорусь|беларусь|белоруссия|bielorusia',
  RU: 'rus|russia|russian federation|росія|российская федерация|россия|рф|rusia|federatia rusa',
  BG: 'bgr|bulgaria|болгарія|болгария',
  CZ: 'cze|czechia|czech republic|чехія|чехия|cehia',
  DE: 'deu|d|germany|німеччина|германия|germania',
  TR: 'tur|turkey|turkiye|туреччина|турция|turcia',
  IL: 'isr|israel|ізраїль|израиль',
  IT: 'ita|italy|італія|италия|italia',
  FR: 'fra|f|france|франція|франция|franta',
  AT: 'aut|austria|австрія|австрия',
  GB: 'gbr|uk|united kingdom|great britain|велика британія|великобритания|marea britanie',
  US: 'usa|united states|сша|statele unite',
  AM: 'arm|armenia|вірменія|армения',
  AZ: 'aze|azerbaijan|азербайджан|azerbaidjan',
  KZ: 'kaz|kazakhstan|казахстан',
};

/** Those the program reads the names of; the parts of a country with forms of their own stand among them. */
export const COUNTRIES: readonly string[] = Object.keys(NAMES);

const CODE_OF = new Map<string, string>();
for (const [code, names] of Object.entries(NAMES)) {
  for (const name of names.split('|')) CODE_OF.set(name, code);
}

/** ISO 3166 alpha-2 of what a column of countries says: a code, a sign on a vehicle or a name; null where it is neither. */
export function readCountry(text: string): string | null {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  const key = /\p{Script=Cyrillic}/u.test(plain)
    ? plain.replace(/['’ʼ`]/g, '').replace(/ё/g, 'е')
    : foldLatin(plain);
  const known = CODE_OF.get(key);
  if (known !== undefined) return known;
  if (plain === 'md-sn') return 'MD-SN';
  return /^[a-z]{2}$/.test(plain) ? plain.toUpperCase() : null;
}
