/** A value of a long JSON text, as it stands there. */
export interface FoundValue {
  /** Keys from the root, `#` for an element of a list. */
  readonly path: string;
  /** The value; of an object that is only announced, its opening brace. */
  readonly text: string;
}

interface Frame {
  readonly close: '}' | ']';
  readonly path: string;
  key: string;
}

/** No message has so much text; a string without an end would fill the memory. */
const LONGEST_VALUE = 32 * 1024 * 1024;
const DEEPEST = 500;
const SPACE = /[\s\uFEFF]/;

/**
 * Walks through JSON that comes in pieces and gives out the values at the paths that are wanted, so that an export of
 * any length needs the memory of one message. Throws where the brackets do not fit.
 */
export class JsonWalker {
  readonly #wanted: RegExp;
  readonly #announced: RegExp;
  readonly #stack: Frame[] = [];
  #text = '';
  #at = 0;
  /** Where the string begins that is being read; −1 outside of one. */
  #quoteAt = -1;
  /** Where a number or a word begins; −1 outside of one. */
  #wordAt = -1;
  #taken: { at: number; depth: number; path: string } | null = null;
  #isKey = false;
  #isBegun = false;

  constructor(wanted: RegExp, announced: RegExp) {
    this.#wanted = wanted;
    this.#announced = announced;
  }

  push(piece: string): FoundValue[] {
    this.#forget();
    this.#text += piece;
    const found: FoundValue[] = [];
    while (this.#at < this.#text.length) {
      if (this.#quoteAt >= 0 ? !this.#string(found) : !this.#sign(found)) break;
    }
    if (this.#text.length - this.#kept() > LONGEST_VALUE) throw new SyntaxError('value too long');
    return found;
  }

  /** Throws where the text ends before its last bracket. */
  end(): void {
    const isWhole = this.#isBegun && this.#stack.length === 0 && this.#quoteAt < 0;
    if (!isWhole) throw new SyntaxError('breaks off');
  }

  /** From where on the text is still needed. */
  #kept(): number {
    const starts = [this.#taken?.at ?? -1, this.#quoteAt, this.#wordAt].filter((at) => at >= 0);
    return Math.min(this.#at, ...starts);
  }

  #forget(): void {
    const from = this.#kept();
    this.#text = this.#text.slice(from);
    this.#at -= from;
    if (this.#quoteAt >= 0) this.#quoteAt -= from;
    if (this.#wordAt >= 0) this.#wordAt -= from;
    if (this.#taken !== null) this.#taken = { ...this.#taken, at: this.#taken.at - from };
  }

  /** False: its end comes with the next piece. */
  #string(found: FoundValue[]): boolean {
    let end = this.#text.indexOf('"', this.#at);
    while (end >= 0 && this.#isEscaped(end)) end = this.#text.indexOf('"', end + 1);
    if (end < 0) {
      this.#at = this.#text.length;
      return false;
    }
    const whole = this.#text.slice(this.#quoteAt, end + 1);
    this.#quoteAt = -1;
    this.#at = end + 1;
    const frame = this.#stack.at(-1);
    if (this.#taken !== null) return true;
    if (this.#isKey && frame !== undefined) frame.key = String(JSON.parse(whole));
    else this.#scalar(whole, found);
    return true;
  }

  #isEscaped(at: number): boolean {
    let slashes = 0;
    while (this.#text[at - 1 - slashes] === '\\') slashes += 1;
    return slashes % 2 === 1;
  }

  #sign(found: FoundValue[]): boolean {
    const sign = this.#text[this.#at] ?? '';
    const isPunctuation = '{}[],:"'.includes(sign);
    if (this.#wordAt >= 0 && (isPunctuation || SPACE.test(sign))) {
      const word = this.#text.slice(this.#wordAt, this.#at);
      if (this.#taken === null) this.#scalar(word, found);
      this.#wordAt = -1;
    }
    if (sign === '{' || sign === '[') this.#open(sign, found);
    else if (sign === '}' || sign === ']') this.#close(sign, found);
    else if (sign === '"') this.#quoteAt = this.#at;
    else if (sign === ',') this.#isKey = this.#stack.at(-1)?.close === '}';
    else if (sign === ':') this.#isKey = false;
    else if (this.#wordAt < 0 && !SPACE.test(sign)) this.#wordAt = this.#at;
    this.#at += 1;
    return true;
  }

  #path(): string {
    const frame = this.#stack.at(-1);
    if (frame === undefined) return '';
    return `${frame.path}/${frame.close === ']' ? '#' : frame.key}`;
  }

  #open(sign: '{' | '[', found: FoundValue[]): void {
    if (this.#stack.length > DEEPEST) throw new SyntaxError('too deep');
    this.#isBegun = true;
    const path = this.#taken === null ? this.#path() : '';
    if (this.#taken === null && this.#wanted.test(path)) {
      this.#taken = { at: this.#at, depth: this.#stack.length, path };
    } else if (this.#taken === null && sign === '{' && this.#announced.test(path)) {
      found.push({ path, text: '{' });
    }
    this.#stack.push({ close: sign === '{' ? '}' : ']', path, key: '' });
    this.#isKey = sign === '{';
  }

  #close(sign: string, found: FoundValue[]): void {
    if (this.#stack.pop()?.close !== sign) throw new SyntaxError('brackets do not fit');
    const taken = this.#taken;
    if (taken === null || taken.depth !== this.#stack.length) return;
    found.push({ path: taken.path, text: this.#text.slice(taken.at, this.#at + 1) });
    this.#taken = null;
  }

  #scalar(text: string, found: FoundValue[]): void {
    const path = this.#path();
    if (this.#wanted.test(path) || this.#announced.test(path)) found.push({ path, text });
  }
}
