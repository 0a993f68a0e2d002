import iconv from 'iconv-lite';
import { type RtfToken, rtfTokens } from './rtf-tokens.ts';

/** Groups whose words are no text of the document. */
const SKIPPED =
  /^(fonttbl|colortbl|stylesheet|listtable|listoverridetable|rsidtbl|generator|pict|object|objdata|themedata|colorschememapping|datastore|latentstyles|xmlnstbl|fldinst|filetbl|revtbl|mmathPr|shprslt|bkmkstart|bkmkend|private|datafield)$/;
/** Texts inside of groups that older programs pass over: of a frame, of a comment. */
const SPOKEN = new Set(['shptxt', 'annotation']);
/** Each puts this text in its place. */
const SIGNS: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  sect: '\n',
  softline: '\n',
  column: '\n',
  nestrow: '\n',
  nestcell: '\t',
  footnote: ' ',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  row: '\n',
  cell: '\t',
  tab: '\t',
  page: '\f',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
};
/** The character set of a font by its number in the font table. */
const CHARSETS: Readonly<Record<number, string>> = {
  0: 'windows-1252',
  161: 'windows-1253',
  162: 'windows-1254',
  186: 'windows-1257',
  204: 'windows-1251',
  238: 'windows-1250',
};
const INFORMATION = new Set(['title', 'author', 'creatim', 'revtim']);
const DATE_PARTS = ['yr', 'mo', 'dy', 'hr', 'min'];

interface Group {
  readonly skipped: boolean;
  /** Part of the document's information this group holds. */
  readonly field: string | null;
  /** Null: that of the font a document begins with. */
  readonly encoding: string | null;
  /** Characters that stand behind a Unicode one for programs that know none. */
  readonly fallbacks: number;
  readonly isFontTable: boolean;
}

export interface RtfText {
  readonly text: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly pageCount: string;
}

/** Text and information of an RTF file. */
export function readRtf(bytes: Uint8Array): RtfText {
  const reading = new RtfReading();
  for (const token of rtfTokens(bytes)) reading.take(token);
  return reading.finish();
}

class RtfReading {
  #group: Group = {
    skipped: false,
    field: null,
    encoding: null,
    fallbacks: 1,
    isFontTable: false,
  };
  readonly #outer: Group[] = [];
  readonly #fonts = new Map<number, string>();
  readonly #text: string[] = [];
  readonly #fields: Record<string, string> = {};
  readonly #dates: Record<string, Record<string, number>> = {};
  #ansi = 'windows-1252';
  #font = 0;
  #firstFont = -1;
  #bytes: number[] = [];
  #skip = 0;
  #isStarred = false;
  #pageCount = '';

  take(token: RtfToken): void {
    if (token.kind === 'byte') {
      if (this.#skip > 0) this.#skip -= 1;
      else this.#bytes.push(token.value);
      return;
    }
    this.#flush();
    if (token.kind === 'word') this.#word(token.name, token.value);
    else if (token.kind === 'symbol') this.#symbol(token.name);
    else if (token.kind === 'open') this.#outer.push(this.#group);
    else this.#group = this.#outer.pop() ?? this.#group;
    if (token.kind !== 'symbol') this.#isStarred = false;
    if (token.kind !== 'word') this.#skip = 0;
  }

  finish(): RtfText {
    this.#flush();
    for (const [field, parts] of Object.entries(this.#dates)) this.#fields[field] = dateOf(parts);
    return { text: this.#text.join(''), fields: this.#fields, pageCount: this.#pageCount };
  }

  #symbol(name: string): void {
    if (name === '*') this.#isStarred = true;
    else if (name === '~') this.#say('\u00A0');
    else if (name === '_') this.#say('-');
    else if (name === '\\' || name === '{' || name === '}') this.#say(name);
    else if (name === '\n' || name === '\r') this.#say('\n');
  }

  #word(name: string, value: number | null): void {
    const sign = SIGNS[name];
    if (sign !== undefined) this.#say(sign);
    else if (name === 'u' && value !== null) this.#unicode(value);
    else if (name === 'uc') this.#group = { ...this.#group, fallbacks: Math.max(0, value ?? 1) };
    else if (SPOKEN.has(name)) this.#group = { ...this.#group, skipped: false };
    else if (this.#isStarred || SKIPPED.test(name)) this.#enter(name);
    else if (INFORMATION.has(name)) this.#group = { ...this.#group, field: name };
    else if (name === 'info') this.#group = { ...this.#group, skipped: true };
    else this.#setting(name, value ?? 0);
  }

  #enter(name: string): void {
    this.#group = { ...this.#group, skipped: true, isFontTable: name === 'fonttbl' };
  }

  #setting(name: string, value: number): void {
    const { field, isFontTable } = this.#group;
    if (name === 'deff') this.#firstFont = value;
    else if (name === 'ansicpg') this.#ansi = pageName(value);
    else if (name === 'mac') this.#ansi = 'macintosh';
    else if (name === 'f') this.#fontChosen(value, isFontTable);
    else if (name === 'fcharset') this.#charset(value);
    else if (name === 'nofpages') this.#pageCount = String(value);
    else if (field !== null && DATE_PARTS.includes(name)) {
      this.#dates[field] = { ...this.#dates[field], [name]: value };
    }
    if (name === 'plain') this.#group = { ...this.#group, encoding: null };
  }

  #fontChosen(value: number, isFontTable: boolean): void {
    this.#font = value;
    if (!isFontTable) this.#group = { ...this.#group, encoding: this.#fonts.get(value) ?? this.#ansi };
  }

  /** Charset 0 and 1 say nothing more than the page of the whole file. */
  #charset(value: number): void {
    const encoding = value <= 1 ? this.#ansi : CHARSETS[value];
    if (encoding !== undefined && this.#group.isFontTable) this.#fonts.set(this.#font, encoding);
  }

  #unicode(value: number): void {
    this.#say(String.fromCharCode(value < 0 ? value + 65_536 : value));
    this.#skip = this.#group.fallbacks;
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const encoding = this.#group.encoding ?? this.#fonts.get(this.#firstFont) ?? this.#ansi;
    this.#say(iconv.decode(Buffer.from(this.#bytes), encoding));
    this.#bytes = [];
  }

  #say(text: string): void {
    const { skipped, field } = this.#group;
    if (field !== null) this.#fields[field] = (this.#fields[field] ?? '') + text;
    else if (!skipped) this.#text.push(text);
  }
}

function pageName(value: number): string {
  if (value === 65_001) return 'utf-8';
  const name = value === 10_007 ? 'maccyrillic' : `cp${value}`;
  return iconv.encodingExists(name) ? name : 'windows-1252';
}

function dateOf({ yr, mo = 1, dy = 1, hr, min = 0 }: Record<string, number>): string {
  if (yr === undefined) return '';
  const two = (value: number): string => String(value).padStart(2, '0');
  const date = `${yr}-${two(mo)}-${two(dy)}`;
  return hr === undefined ? date : `${date}T${two(hr)}:${two(min)}`;
}
