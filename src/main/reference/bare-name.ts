/** What stands before a name to say what kind of place it is, in Ukrainian, Russian, Romanian and English. */
const KINDS = [
  'міжнародний пункт пропуску',
  'пункт пропуску',
  'пункт пропуска',
  'пункт контролю',
  'митний пост',
  'таможенный пост',
  'punctul de trecere a frontierei de stat',
  'punctul de trecere a frontierei',
  'punct de trecere a frontierei',
  'punctul de trecere',
  'punct de trecere',
  'postul vamal',
  'border crossing point',
  'border crossing',
  'crossing point',
  'checkpoint',
  'вантажно пасажирський',
  'автомобільний',
  'залізничний',
  'місто',
  'селище міського типу',
  'селище',
  'село',
  'город',
  'поселок',
  'посёлок',
  'orașul',
  'oraşul',
  'oraș',
  'oraş',
  'municipiul',
  'comuna',
  'satul',
  'смт',
  'пгт',
  'мапп',
  'мпп',
  'кпп',
  'ппр',
  'пп',
  'пос',
  'сел',
  'ptfs',
  'ptf',
  'p\\.t\\.f',
  'pctf',
  'bcp',
  'vama',
  'mun',
  'com',
  'or',
  'sat',
  'м',
  'с',
  'г',
  's',
];
const KIND = new RegExp(`^(?:${KINDS.join('|')})(?:\\.\\s*|\\s+)`, 'iu');
const QUOTES = /[«»“”„"]/g;

/** A place name alone: "м. Одеса" and "ППр «Паланка»" lose what only says that it is a town or a crossing point. */
export function bareName(name: string): string {
  let rest = name
    .replace(QUOTES, '')
    .replace(/\([^)]*\)\s*$/, '')
    .trim();
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(KIND, '').trim();
  }
  return rest;
}
