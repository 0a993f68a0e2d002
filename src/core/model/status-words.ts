import { type PersonStatus, PROTECTED_STATUSES } from './case-terms.ts';

export interface StatusReading {
  readonly status: PersonStatus | null;
  readonly minor: boolean;
}

/**
 * Beginnings of words by which registers of the region say what a person is in a case (Ukrainian, Russian, Romanian,
 * English), folded: lower case, no marks. The order does not matter.
 */
const STEMS: readonly (readonly [string, PersonStatus | 'minor'])[] = [
  ...stems('victim', 'потерпіл|потерпевш|постраждал|пострадавш|жертв|victim|vatamat|injured party'),
  ...stems('witness', 'свідок|свідк|свидетел|martor|witness'),
  ...stems('informant', 'інформатор|информатор|informator|informant'),
  ...stems('suspect', 'підозрюван|подозреваем|suspect|banuit'),
  ...stems('charged', 'обвинувачен|обвиняем|підсудн|подсудим|invinuit|inculpat|charged|accused|defendant'),
  ...stems('convicted', 'засуджен|осужден|condamnat|convict|sentenced'),
  ...stems('wanted', 'розшукуван|разыскиваем|urmarit|cautat|wanted'),
  ...stems('contact', 'контакт|contact|знайом|знаком'),
  ...stems('missing', 'зникл|пропав|disparut|missing'),
  ...stems('deceased', 'померл|загибл|умерш|погибш|decedat|deceased|dead'),
  ...stems(
    'to_be_identified',
    'невстановлен|неустановлен|неопознан|neidentificat|unidentified|unknown person',
  ),
  ...stems('minor', 'неповнолітн|малолітн|несовершеннолетн|малолетн|minor|juvenile|child|дитин|ребен|copil'),
];

function stems(status: PersonStatus | 'minor', words: string): [string, PersonStatus | 'minor'][] {
  return words.split('|').map((word) => [word, status]);
}

/** A word that turns the meaning round: nothing is concluded then. */
const NEGATIONS: readonly string[] = [
  'не',
  'ні',
  'нет',
  'not',
  'no',
  'nu',
  'non',
  'ex',
  'колишн',
  'бывш',
  'fost',
];

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
}

/**
 * What a register's word says of a person; null where it says nothing known. Two statuses in one cell: the one that
 * protects wins, because a victim named as a suspect too must not leave by name.
 */
export function readStatusWord(text: string): StatusReading | null {
  const words = ` ${fold(text)}`;
  if (words.trim() === '' || words.split(' ').some((word) => NEGATIONS.includes(word))) return null;
  const found = new Set(STEMS.filter(([stem]) => words.includes(` ${stem}`)).map(([, status]) => status));
  const minor = found.delete('minor');
  const statuses = [...found] as PersonStatus[];
  const status = statuses.find((one) => PROTECTED_STATUSES.includes(one)) ?? statuses[0] ?? null;
  return status === null && !minor ? null : { status, minor };
}

const MAJORITY_YEARS = 18;

/**
 * True where even the oldest person the birth date allows is under age at `at`; `born` is the beginning of the stated
 * day, month or year. The age of majority is 18 in every country of the region.
 */
export function isUnderAge(born: number, at: number): boolean {
  const birthday = new Date(born);
  birthday.setUTCFullYear(birthday.getUTCFullYear() + MAJORITY_YEARS);
  return birthday.getTime() > at;
}
