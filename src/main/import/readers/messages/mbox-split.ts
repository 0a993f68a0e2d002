/** A message of this size is no mail; it is reported and left out, and the memory stays small. */
export const LARGEST_MESSAGE = 128 * 1024 * 1024;

export interface BoxMessage {
  /** From 1. */
  readonly number: number;
  /** The line before the message, without its end. */
  readonly envelope: string;
  /** Null where it is too large. */
  readonly bytes: Uint8Array | null;
}

const FROM = Buffer.from('From ');
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const LONGEST_ENVELOPE = 1000;

/**
 * Cuts a mailbox into messages while it is read. A message begins with a line “From ” at the start or after an empty
 * line; a line of the text that begins so has a “>” before it, which is taken away.
 */
export class MboxSplitter {
  #pieces: Uint8Array[] = [];
  #size = 0;
  #envelope = '';
  #number = 0;
  #rest: Buffer = Buffer.alloc(0);
  #afterBlank = true;

  push(chunk: Uint8Array): BoxMessage[] {
    const bytes = this.#rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([this.#rest, chunk]);
    const found: BoxMessage[] = [];
    let at = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, at)) {
      this.#line(bytes.subarray(at, end + 1), found);
      at = end + 1;
    }
    this.#rest = Buffer.from(bytes.subarray(at));
    if (this.#rest.length > LARGEST_MESSAGE) {
      this.#line(this.#rest, found);
      this.#rest = Buffer.alloc(0);
    }
    return found;
  }

  end(): BoxMessage[] {
    const found: BoxMessage[] = [];
    if (this.#rest.length > 0) this.#line(this.#rest, found);
    this.#rest = Buffer.alloc(0);
    this.#close(found);
    return found;
  }

  #line(line: Buffer, found: BoxMessage[]): void {
    if (this.#afterBlank && isEnvelope(line)) {
      this.#close(found);
      this.#number += 1;
      this.#envelope = line.subarray(0, LONGEST_ENVELOPE).toString('latin1').trimEnd();
      this.#afterBlank = false;
      return;
    }
    const isBlank = line[0] === NEWLINE || (line[0] === RETURN && line[1] === NEWLINE);
    this.#afterBlank = isBlank;
    if (this.#number === 0 && isBlank) return;
    if (this.#number === 0) this.#number = 1;
    this.#size += line.length;
    if (this.#size > LARGEST_MESSAGE) this.#pieces = [];
    else this.#pieces.push(/^>+From /.test(line.toString('latin1', 0, 12)) ? line.subarray(1) : line);
  }

  #close(found: BoxMessage[]): void {
    if (this.#number === 0) return;
    const bytes = this.#size > LARGEST_MESSAGE ? null : Buffer.concat(this.#pieces);
    found.push({ number: this.#number, envelope: this.#envelope, bytes });
    this.#pieces = [];
    this.#size = 0;
  }
}

/** A sentence that begins with the word “From” has no four digits of a year and no clock. */
function isEnvelope(line: Buffer): boolean {
  if (line.compare(FROM, 0, FROM.length, 0, Math.min(FROM.length, line.length)) !== 0) return false;
  const text = line.subarray(0, LONGEST_ENVELOPE).toString('latin1');
  return /\d{1,2}:\d{2}/.test(text) && /\b\d{4}\b/.test(text);
}
