import iconv from 'iconv-lite';

/** One property of a card, its folded lines put together. */
export interface CardLine {
  readonly line: number;
  /** Upper case, without the group before it. */
  readonly name: string;
  /** Upper case names; of a parameter without a name its value is the name, as in version 2.1. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly value: string;
  /** Length of the value as it stands; that of a picture is not kept. */
  readonly length: number;
  /** The line as it stands, where it is no property. */
  readonly broken: string | null;
}

const BULKY = /^(?:[\w-]+\.)?(PHOTO|LOGO|SOUND|KEY)[;:]/i;
const KEPT_OF_BULKY = 300;
const LONGEST_LINE = 1_000_000;

interface Open {
  readonly line: number;
  readonly isBulky: boolean;
  readonly isQuoted: boolean;
  readonly isBinary: boolean;
  text: string;
  length: number;
}

/** Puts folded lines together while the text comes in pieces. */
export class CardLines {
  readonly #encoding: string;
  #rest = '';
  #number = 0;
  #open: Open | null = null;

  constructor(encoding: string) {
    this.#encoding = encoding;
  }

  push(piece: string): CardLine[] {
    const found: CardLine[] = [];
    const lines = (this.#rest + piece).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#take(line, found);
    if (this.#rest.length > LONGEST_LINE) {
      this.#take(this.#rest, found);
      this.#rest = '';
    }
    return found;
  }

  end(): CardLine[] {
    const found: CardLine[] = [];
    if (this.#rest !== '') this.#take(this.#rest, found);
    this.#rest = '';
    this.#close(found);
    return found;
  }

  #take(raw: string, found: CardLine[]): void {
    this.#number += 1;
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    const open = this.#open;
    if (open !== null && continues(open, line)) {
      const isSoft = open.isQuoted && open.text.endsWith('=');
      const more = isSoft ? line : line.replace(/^[ \t]/, '');
      open.length += more.length;
      if (isSoft) open.text = open.text.slice(0, -1) + more;
      else if (open.text.length < (open.isBulky ? KEPT_OF_BULKY : LONGEST_LINE)) open.text += more;
      return;
    }
    this.#close(found);
    if (line.trim() === '') return;
    const isBulky = BULKY.test(line);
    const head = line.slice(0, line.indexOf(':')).toUpperCase();
    this.#open = {
      line: this.#number,
      isBulky,
      isQuoted: head.includes('QUOTED-PRINTABLE'),
      isBinary: isBulky && /BASE64|ENCODING=B\b/.test(head),
      text: isBulky ? line.slice(0, KEPT_OF_BULKY) : line,
      length: line.length,
    };
  }

  #close(found: CardLine[]): void {
    if (this.#open !== null) found.push(propertyOf(this.#open, this.#encoding));
    this.#open = null;
  }
}

function continues(open: Open, line: string): boolean {
  if (open.isQuoted && open.text.endsWith('=')) return true;
  if (/^[ \t]/.test(line)) return true;
  return open.isBinary && /^[A-Za-z0-9+/=]{4,}$/.test(line);
}

function propertyOf(open: Open, encoding: string): CardLine {
  const { line, text, length, isQuoted } = open;
  const match = /^(?:[\w-]+\.)?([A-Za-z][\w-]*)((?:;(?:[^":;]|"[^"]*")*)*):([\s\S]*)$/.exec(text);
  if (match === null) return { line, name: '', parameters: new Map(), value: '', length, broken: text };
  const [, name = '', stated = '', value = ''] = match;
  const parameters = parametersOf(stated);
  const plain = isQuoted ? fromQuotedPrintable(value, parameters.get('CHARSET') ?? encoding) : value;
  return {
    line,
    name: name.toUpperCase(),
    parameters,
    value: plain,
    length: length - (text.length - value.length),
    broken: null,
  };
}

function parametersOf(stated: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const part of stated.match(/(?:[^;"]|"[^"]*")+/g) ?? []) {
    const [name = '', ...rest] = part.split('=');
    const value = rest.join('=').replaceAll('"', '');
    const key = name.trim().toUpperCase();
    const before = found.get(key);
    found.set(key, before === undefined || before === '' ? value : `${before},${value}`);
  }
  return found;
}

/** The bytes behind the signs, in the character set of the line or else of the file. */
function fromQuotedPrintable(value: string, charset: string): string {
  const encoding = iconv.encodingExists(charset) ? charset : 'utf-8';
  const bytes: Buffer[] = [];
  for (const part of value.split(/((?:=[0-9A-Fa-f]{2})+)/)) {
    const isCoded = /^(=[0-9A-Fa-f]{2})+$/.test(part);
    bytes.push(isCoded ? Buffer.from(part.replaceAll('=', ''), 'hex') : iconv.encode(part, encoding));
  }
  return iconv.decode(Buffer.concat(bytes), encoding);
}
