/**
 * Checks the skeleton of a compound file (the container of Outlook messages) before the library walks through it: a
 * damaged one can lead in circles, and the library would follow until the memory is full, or read past the end.
 */

const END = -2;
const NOTHING = -1;
const HEADER = 512;
const LISTED_IN_HEADER = 109;
const ENTRY = 128;
const SMALL_BLOCK = 64;
const SMALLEST_BIG = 4096;
const DOCUMENT = 2;

interface Entry {
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

class Compound {
  readonly #view: DataView;
  readonly #blockSize: number;
  readonly #blocks: number;
  readonly #next: (number | undefined)[] = [];

  constructor(bytes: Uint8Array) {
    if (bytes.length < HEADER) throw new Error('too short');
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#blockSize = this.#view.getUint8(30) === 12 ? 4096 : 512;
    this.#blocks = Math.ceil(bytes.length / this.#blockSize) - 1;
    for (const block of this.#tables()) this.#next.push(...this.#numbersIn(block));
  }

  check(): void {
    const small = this.#smallTable();
    const entries = this.#entries();
    const [root] = entries;
    if (root === undefined) throw new Error('no root');
    const smallBlocks = (this.#chain(root.start).length * this.#blockSize) / SMALL_BLOCK;
    checkTree(entries);
    for (const { type, start, size } of entries) {
      if (type !== DOCUMENT || size === 0) continue;
      const isSmall = size < SMALLEST_BIG;
      const chain = isSmall ? chainIn(small, start, smallBlocks) : this.#chain(start);
      const room = chain.length * (isSmall ? SMALL_BLOCK : this.#blockSize);
      if (size < 0 || room < size) throw new Error('entry cut off');
    }
  }

  #numbersIn(block: number): number[] {
    const start = (block + 1) * this.#blockSize;
    const count = Math.min(this.#blockSize, this.#view.byteLength - start) >> 2;
    return Array.from({ length: Math.max(0, count) }, (_, at) => this.#view.getInt32(start + at * 4, true));
  }

  /** Blocks that hold the table of blocks: the first are listed in the header, the others in blocks of their own. */
  #tables(): number[] {
    const count = this.#view.getInt32(44, true);
    if (count < 1 || count > this.#blocks) throw new Error('table of blocks');
    const listed = Array.from({ length: Math.min(count, LISTED_IN_HEADER) }, (_, at) =>
      this.#view.getInt32(76 + at * 4, true),
    );
    const seen = new Set<number>();
    for (let block = this.#view.getInt32(68, true); listed.length < count && block >= 0; ) {
      if (seen.has(block) || block >= this.#blocks) throw new Error('list of tables');
      seen.add(block);
      const numbers = this.#numbersIn(block);
      listed.push(...numbers.slice(0, -1).slice(0, count - listed.length));
      block = numbers.at(-1) ?? END;
    }
    if (listed.some((block) => block < 0 || block >= this.#blocks)) throw new Error('table outside of file');
    return listed;
  }

  #chain(start: number): number[] {
    return chainIn(this.#next, start, this.#blocks);
  }

  #smallTable(): number[] {
    const start = this.#view.getInt32(60, true);
    const count = this.#view.getInt32(64, true);
    return count <= 0 || start < 0 ? [] : this.#chain(start).flatMap((block) => this.#numbersIn(block));
  }

  #entries(): Entry[] {
    return this.#chain(this.#view.getInt32(48, true)).flatMap((block) => {
      const from = (block + 1) * this.#blockSize;
      const count = Math.floor(Math.min(this.#blockSize, this.#view.byteLength - from) / ENTRY);
      return Array.from({ length: count }, (_, at) => this.#entry(from + at * ENTRY));
    });
  }

  #entry(at: number): Entry {
    const number = (offset: number): number => this.#view.getInt32(at + offset, true);
    return {
      type: this.#view.getUint8(at + 66),
      left: number(68),
      right: number(72),
      child: number(76),
      start: number(116),
      size: number(120),
    };
  }
}

/** The blocks from one on to the end. Throws on a circle and outside of the file. */
function chainIn(next: readonly (number | undefined)[], start: number, blocks: number): number[] {
  const chain: number[] = [];
  for (let block = start; block !== END; block = next[block] ?? END) {
    if (block < 0 || block >= blocks || chain.length > blocks) throw new Error('chain of blocks');
    chain.push(block);
  }
  return chain;
}

/** Every entry hangs at one place of the tree. */
function checkTree(entries: readonly Entry[]): void {
  const seen = new Set<number>([0]);
  const waiting = [entries[0]?.child ?? NOTHING];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === NOTHING) continue;
    const entry = entries[at];
    if (entry === undefined || seen.has(at)) throw new Error('tree of entries');
    seen.add(at);
    waiting.push(entry.left, entry.right, entry.child);
  }
}

/** Throws where the file is damaged. */
export function requireSoundCompound(bytes: Uint8Array): void {
  new Compound(bytes).check();
}
