import type { CardLine } from './vcard-lines.ts';

export interface Numbered {
  readonly value: string;
  readonly kind: string;
}

/** What a card says of one person or one firm. */
export interface Card {
  readonly line: number;
  uid: string;
  name: string;
  structuredName: string;
  organisation: string;
  title: string;
  birthDate: string;
  readonly addresses: string[];
  readonly aliases: string[];
  readonly notes: string[];
  readonly photos: string[];
  readonly phones: Numbered[];
  readonly emails: Numbered[];
  /** Lines the program has no place for, as they stand. */
  readonly other: string[];
}

export function emptyCard(line: number): Card {
  return {
    line,
    uid: '',
    name: '',
    structuredName: '',
    organisation: '',
    title: '',
    birthDate: '',
    addresses: [],
    aliases: [],
    notes: [],
    photos: [],
    phones: [],
    emails: [],
    other: [],
  };
}

type Take = (card: Card, line: CardLine) => void;
const UNSAID = new Set(['VERSION', 'PRODID', 'REV', 'PROFILE', 'CLASS', 'KIND', 'SORT-STRING']);

const TAKES: Readonly<Record<string, Take>> = {
  UID: (card, { value }) => {
    card.uid = value.trim();
  },
  FN: (card, { value }) => {
    if (card.name === '') card.name = plain(value);
    else card.aliases.push(plain(value));
  },
  N: (card, { value }) => {
    const [family = '', given = '', middle = '', prefix = '', suffix = ''] = fieldsOf(value);
    card.structuredName = [prefix, given, middle, family, suffix].filter(Boolean).join(' ');
  },
  ORG: (card, { value }) => {
    card.organisation = fieldsOf(value).filter(Boolean).join(', ');
  },
  TITLE: (card, { value }) => {
    card.title = [card.title, plain(value)].filter(Boolean).join(', ');
  },
  ROLE: (card, { value }) => {
    card.title = [card.title, plain(value)].filter(Boolean).join(', ');
  },
  BDAY: (card, { value }) => {
    card.birthDate = value.trim().replace(/^(\d{4})(\d{2})(\d{2})(T.*)?$/, '$1-$2-$3');
  },
  ADR: (card, { value }) => add(card.addresses, fieldsOf(value).filter(Boolean).join(', ')),
  NICKNAME: (card, { value }) => add(card.aliases, plain(value)),
  NOTE: (card, { value }) => add(card.notes, plain(value)),
  TEL: (card, line) => addNumber(card.phones, telephone(line.value), line),
  EMAIL: (card, line) => addNumber(card.emails, plain(line.value).replace(/^mailto:/i, ''), line),
  PHOTO: (card, line) => card.photos.push(pictureOf(line)),
  'X-ANDROID-CUSTOM': (card, { name, value }) => {
    const [kind = '', said = ''] = fieldsOf(value);
    if (kind.endsWith('/nickname')) add(card.aliases, said);
    else card.other.push(`${name}: ${plain(value)}`);
  },
  LOGO: (card, line) => card.photos.push(pictureOf(line)),
};

export function takeLine(card: Card, line: CardLine): void {
  if (line.broken !== null) card.other.push(line.broken);
  else if (UNSAID.has(line.name)) return;
  else if (Object.hasOwn(TAKES, line.name)) TAKES[line.name]?.(card, line);
  else if (plain(line.value) !== '') card.other.push(`${line.name}: ${plain(line.value)}`);
}

function add(list: string[], text: string): void {
  if (text !== '' && !list.includes(text)) list.push(text);
}

function addNumber(list: Numbered[], value: string, { parameters }: CardLine): void {
  if (value === '' || list.some((one) => one.value === value)) return;
  list.push({ value, kind: kindOf(parameters) });
}

/** TYPE=CELL,VOICE of the later versions, CELL;VOICE of 2.1. */
function kindOf(parameters: ReadonlyMap<string, string>): string {
  const bare = [...parameters]
    .filter(([name, value]) => value === '' && name !== 'QUOTED-PRINTABLE')
    .map(([name]) => name);
  const stated = (parameters.get('TYPE') ?? '').toUpperCase().split(',');
  const words = [...bare, ...stated].filter(
    (word) => /^[A-Z][A-Z-]+$/.test(word) && word !== 'PREF' && word !== 'BASE64',
  );
  return [...new Set(words)].join(', ');
}

function telephone(value: string): string {
  return plain(value).replace(/^tel:/i, '').split(';', 1)[0]?.trim() ?? '';
}

function pictureOf({ parameters, value, length }: CardLine): string {
  if (/^(https?|file|cid):/i.test(value)) return value.trim();
  const inline = /^data:([\w/+.-]+)/.exec(value);
  const bare = [...parameters.keys()].find((name) => /^(JPEG|JPG|PNG|GIF|BMP|WEBP)$/.test(name));
  const kind = inline?.[1] ?? parameters.get('TYPE') ?? parameters.get('MEDIATYPE') ?? bare ?? 'PHOTO';
  return `${kind} · ${Math.floor((length * 3) / 4)} B`;
}

/** Without the backslashes that keep commas, semicolons and line ends inside a value. */
function plain(value: string): string {
  return value
    .replace(/\\([nN\\,;:])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign))
    .replace(/\r\n/g, '\n')
    .trim();
}

function fieldsOf(value: string): string[] {
  return value.split(/(?<!\\);/).map(plain);
}
