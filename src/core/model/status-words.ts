import { unmixWord } from '../names/index.ts';
import { isProtected, type PersonStatus } from './case-terms.ts';

/** What a source says of a person's status. */
export interface StatusReading {
  readonly status: PersonStatus | null;
  readonly minor: boolean;
  /** False: something in the text is no word the program knows, so a person should look at it. */
  readonly understood: boolean;
}

/** Beginnings of words in Ukrainian, Russian, Romanian and English, folded; a blank stands for the blanks of a phrase. */
const BEGINNINGS: readonly (readonly [PersonStatus, string])[] = [
  [
    'victim',
    'потерп|жертв|постражда|пострадавш|victim|parte vatamata|persoana vatamata|vatamat|injured party|aggrieved',
  ],
  ['witness', 'свідо|свідк|свідч|очевид|свидетел|martor|witness'],
  ['informant', 'інформатор|информатор|informator|informant'],
  ['convicted', 'засуджен|осужден|condamnat|convict|sentenced'],
  ['charged', 'обвин|підсудн|подсудим|invinuit|inculpat|acuzat|charged|accused|indicted|defendant'],
  ['suspect', 'підозр|подозрева|suspect|banuit'],
  ['wanted', 'розшук|у розшуку|в розшуку|разыскива|в розыске|cautat|dat in cautare|urmarit|wanted'],
  [
    'potential_offender',
    'потенційний правопоруш|потенциальный правонаруш|potential offender|potential faptuitor|potential infractor',
  ],
  ['missing', 'зник|безвісти|пропал|пропавш|без вести|безвестно|disparut|missing'],
  ['deceased', 'помер|загибл|загинув|умер|погиб|decedat|deceased|dead'],
  [
    'to_be_identified',
    'невстановлен|не встановлен|неустановлен|не установлен|неидентифицирован|neidentificat|neconosc|unidentified|to be identified',
  ],
  ['contact', 'контакт|contact|знайом|знаком'],
];
const MINOR = 'неповнолітн|малолітн|несовершеннолетн|малолетн|minor|juvenile|underage|copil|child|дитин';
/** Words that may stand before or beside a status and change nothing. */
const BESIDE =
  /^(особ\p{L}*|лиц\p{L}*|persoan\p{L}*|person|основн\p{L}*|головн\p{L}*|principal\p{L}*|main|key)$/u;
const NOT = /^(не|ні|нет|not|no|nu|non|без)$/u;

function beginning(words: string): RegExp {
  return new RegExp(`^(${words})`, 'u');
}
const STATUSES = BEGINNINGS.map(([status, words]) => ({ status, pattern: beginning(words) }));
const PROTECTED = STATUSES.filter(({ status }) => isProtected(status, false));
const IS_MINOR = beginning(MINOR);
const NOTHING: StatusReading = { status: null, minor: false, understood: true };

const PLAIN: Readonly<Record<string, string>> = {
  ă: 'a',
  â: 'a',
  î: 'i',
  ș: 's',
  ş: 's',
  ț: 't',
  ţ: 't',
  ё: 'е',
};

/** Lower case, one alphabet a word, without the marks of Romanian letters; dashes and points part words. */
function fold(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’ʼ`"«»“”„]/g, '')
    .replace(/[ăâîșşțţё]/g, (letter) => PLAIN[letter] ?? letter)
    .replace(/[\s.:–—-]+/g, ' ')
    .trim();
  return plain.split(' ').map(unmixWord).join(' ');
}

/**
 * Status and minor flag in a register's words, several of them joined too ("неповнолітня потерпіла",
 * "victimă, martor"). A protected status counts wherever it stands in the text, because a victim wrongly shown by
 * name is worse than a stranger wrongly hidden; any other one only where the text begins with it, so that the
 * relative of a suspect is no suspect.
 */
export function readStatusWord(text: string): StatusReading {
  const parts = fold(text)
    .split(/[,;/|+&()]+| та | і | й | и | si | and /u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.map(readPart).reduce(together, NOTHING);
}

function readPart(part: string): StatusReading {
  const words = part.split(' ');
  const isMinor = words.some((word, at) => IS_MINOR.test(word) && !NOT.test(words[at - 1] ?? ''));
  const first = words.findIndex((word) => !BESIDE.test(word) && !IS_MINOR.test(word));
  if (first < 0) return { status: null, minor: isMinor, understood: isMinor };
  const rest = words.slice(first).join(' ');
  const leading = STATUSES.find(({ pattern }) => pattern.test(rest))?.status ?? null;
  if (leading !== null && isProtected(leading, false)) {
    return { status: leading, minor: isMinor, understood: true };
  }
  const hidden = protectedAmong(words);
  return { status: hidden ?? leading, minor: isMinor, understood: leading !== null && hidden === null };
}

/** A protected status somewhere in the words; none behind a negation. */
function protectedAmong(words: readonly string[]): PersonStatus | null {
  const negation = words.findIndex((word) => NOT.test(word));
  const open = negation < 0 ? words : words.slice(0, negation);
  const hits = open.flatMap((word) => PROTECTED.filter(({ pattern }) => pattern.test(word)));
  return hits[0]?.status ?? null;
}

/** The one of two statuses that a person has in this file: the protected one, else the one that was there first. */
export function strongerStatus(one: PersonStatus | null, other: PersonStatus | null): PersonStatus | null {
  if (one === null) return other;
  return isProtected(other, false) && !isProtected(one, false) ? other : one;
}

function together(one: StatusReading, other: StatusReading): StatusReading {
  return {
    status: strongerStatus(one.status, other.status),
    minor: one.minor || other.minor,
    understood: one.understood && other.understood,
  };
}

const MAJORITY_YEARS = 18;

/**
 * True where even the oldest person the birth date allows is under age at `at`; `born` is the beginning of the stated
 * day, month or year. The age of majority is 18 in every country of the region. A birth to come is a mistake.
 */
export function isUnderAge(born: number, at: number): boolean {
  const birthday = new Date(born);
  birthday.setUTCFullYear(birthday.getUTCFullYear() + MAJORITY_YEARS);
  return born <= at && birthday.getTime() > at;
}
