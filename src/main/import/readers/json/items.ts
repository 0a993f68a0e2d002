import { Failure } from '../../../../core/result.ts';

/** One object of a list, as text; `number` counts from 1. */
export interface JsonItem {
  readonly number: number;
  readonly line: number;
  readonly text: string;
}

const LONGEST_ITEM = 4_000_000;
const DEEPEST = 200;
/** Values held in case an object follows them. */
const MOST_PLAIN = 1000;
const BRACKETS = new Set([0x5b, 0x5d, 0x7b, 0x7d]);

interface Level {
  readonly isArray: boolean;
  /** Name under which it stands in its parent. */
  readonly name: string;
  items: number;
  /** Values of a list that are no objects, until the list turns out to hold objects too. */
  readonly plain: JsonItem[];
}

/**
 * Cuts a JSON text into the objects of its lists without holding more than one of them. A list is named by the keys
 * that lead to it, joined by points; the outermost one has no name. Lists inside such objects belong to them.
 */
export class ItemCutter {
  readonly #fileName: string;
  readonly #found: (path: string, item: JsonItem) => void;
  readonly #levels: Level[] = [];
  #line = 1;
  #inString = false;
  #escaped = false;
  /** The string read last, as the key it may turn out to be. */
  #key = '';
  #text = '';
  /** The number or word being read. */
  #token = '';
  /** Text of the item being read, from its opening brace on; null between items. */
  #item: { text: string; line: number; depth: number } | null = null;
  #total = 0;
  #isDone = false;

  constructor(fileName: string, found: (path: string, item: JsonItem) => void) {
    this.#fileName = fileName;
    this.#found = found;
  }

  /** Failure import.json-broken, import.too-large. */
  push(piece: string): void {
    let from = 0;
    for (let at = 0; at < piece.length; at += 1) {
      const code = piece.charCodeAt(at);
      if (code === 0x0a) this.#line += 1;
      if (this.#inString) {
        this.#inside(piece, at, code);
        continue;
      }
      if (this.#item === null) this.#outside(piece, at, code);
      if (code === 0x22) this.#startString();
      else if (code === 0x7b || code === 0x5b) {
        if (this.#item === null) from = at;
        this.#open(code === 0x5b);
      } else if (code === 0x7d || code === 0x5d) {
        if (this.#close(code === 0x5d, piece, from, at)) from = at + 1;
      }
    }
    if (this.#item === null) return;
    this.#item.text += piece.slice(from);
    if (this.#item.text.length > LONGEST_ITEM)
      throw new Failure('import.too-large', { file: this.#fileName });
  }

  /** Failure import.json-broken where something is still open. */
  end(): void {
    if (!this.#isDone || this.#levels.length > 0 || this.#inString) throw this.#broken();
  }

  #inside(piece: string, at: number, code: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (code === 0x5c) this.#escaped = true;
    else if (code === 0x22) {
      this.#inString = false;
      if (this.#item === null) this.#endString();
      return;
    }
    if (this.#item === null && this.#text.length < 200) this.#text += piece[at];
  }

  #startString(): void {
    this.#inString = true;
    this.#text = '';
  }

  #endString(): void {
    this.#key = this.#text;
    this.#plain(JSON.stringify(this.#text));
  }

  /** Numbers and words between the brackets of a list; they end at a comma, a bracket or a blank. */
  #outside(piece: string, at: number, code: number): void {
    const isEnd = code <= 0x20 || code === 0x2c || code === 0x3a || code === 0x22 || BRACKETS.has(code);
    if (!isEnd) {
      if (this.#token.length < 200) this.#token += piece[at];
    } else if (this.#token !== '') {
      this.#plain(this.#token);
      this.#token = '';
    }
  }

  #plain(text: string): void {
    const list = this.#levels.at(-1);
    if (list?.isArray !== true) return;
    if (list.items === 0 && list.plain.length >= MOST_PLAIN) return;
    list.plain.push({ number: list.items + list.plain.length + 1, line: this.#line, text });
    if (list.items > 0) this.#flush(list);
  }

  /** A list of plain values only is no table; in a list of objects each of them is a row that cannot be read. */
  #flush(list: Level): void {
    for (const item of list.plain.splice(0)) {
      list.items += 1;
      this.#found(this.#path(), item);
    }
  }

  #open(isArray: boolean): void {
    if (this.#isDone || this.#levels.length >= DEEPEST) throw this.#broken();
    const parent = this.#levels.at(-1);
    const name = parent === undefined || parent.isArray ? '' : this.#key;
    const isItem = parent?.isArray === true && (!isArray || parent.items > 0);
    if (this.#item === null && isItem)
      this.#item = { text: '', line: this.#line, depth: this.#levels.length };
    this.#levels.push({ isArray, name, items: 0, plain: [] });
  }

  #close(isArray: boolean, piece: string, from: number, at: number): boolean {
    const level = this.#levels.pop();
    if (level === undefined || level.isArray !== isArray) throw this.#broken();
    if (this.#levels.length === 0) this.#isDone = true;
    const item = this.#item;
    if (item === null || this.#levels.length !== item.depth) return false;
    this.#item = null;
    const list = this.#levels.at(-1);
    if (list === undefined) throw this.#broken();
    this.#flush(list);
    list.items += 1;
    this.#total += 1;
    this.#found(this.#path(), {
      number: list.items,
      line: item.line,
      text: item.text + piece.slice(from, at + 1),
    });
    return true;
  }

  #path(): string {
    return this.#levels
      .map(({ name }) => name)
      .filter((name) => name !== '')
      .join('.');
  }

  #broken(): Failure {
    return new Failure('import.json-broken', { file: this.#fileName, item: this.#total + 1 });
  }
}
