import { extname } from 'node:path';
import { decodeStream } from '../../encoding.ts';
import type { Reader, SourceRow } from '../reader.ts';
import { plainStart } from './text-start.ts';
import { type Card, emptyCard, takeLine } from './vcard-card.ts';
import { type CardLine, CardLines } from './vcard-lines.ts';
import { cardRows, VCARD_COLUMNS, vcardPlan } from './vcard-table.ts';

/**
 * Address books, versions 2.1 to 4.0. A card that is never closed is kept as far as it goes. The character set comes
 * from the line, where it names one.
 */
export const vcard: Reader = {
  format: 'vcard',
  extensions: ['.vcf', '.vcard'],
  mediaType: 'text/vcard',
  plan: vcardPlan,
  sniff(sample, fileName) {
    if (/^[^\x21-\x7E]*BEGIN:\s*VCARD\b/i.test(plainStart(sample))) return { confidence: 1, why: 'content' };
    const byName = this.extensions.includes(extname(fileName).toLowerCase());
    return { confidence: byName ? 0.4 : 0, why: byName ? 'name' : 'notTable' };
  },
  async read(chunks, specification) {
    return { columns: VCARD_COLUMNS, batches: rows(chunks, specification.encoding) };
  },
};

async function* rows(
  chunks: AsyncIterable<Uint8Array>,
  encoding: string,
): AsyncGenerator<readonly SourceRow[]> {
  const lines = new CardLines(encoding);
  const cards = new Cards();
  for await (const piece of decodeStream(chunks, encoding)) {
    yield lines.push(piece).flatMap((line) => cards.take(line));
  }
  yield [...lines.end().flatMap((line) => cards.take(line)), ...cards.end()];
}

class Cards {
  #card: Card | null = null;
  #strayLine = 0;

  take(line: CardLine): SourceRow[] {
    const isMark = /^vcard$/i.test(line.value.trim());
    if (line.name === 'BEGIN' && isMark) {
      const before = this.end();
      this.#card = emptyCard(line.line);
      return before;
    }
    if (line.name === 'END' && isMark && this.#card !== null) return this.end();
    if (this.#card !== null) takeLine(this.#card, line);
    else return this.#stray(line);
    return [];
  }

  end(): SourceRow[] {
    const card = this.#card;
    this.#card = null;
    this.#strayLine = 0;
    return card === null ? [] : cardRows(card);
  }

  /** Lines between the cards that follow each other are one row. */
  #stray(line: CardLine): SourceRow[] {
    const isNew = this.#strayLine === 0;
    this.#strayLine = line.line;
    const raw = line.broken ?? `${line.name}:${line.value}`;
    return isNew
      ? [{ line: line.line, cells: [], problem: { code: 'outside-card', raw: raw.slice(0, 200) } }]
      : [];
  }
}
