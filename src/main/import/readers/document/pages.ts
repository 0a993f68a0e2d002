/** What a document format gives. */
export interface DocumentText {
  readonly title: string;
  readonly author: string;
  /** ISO 8601 where the format says it so that it can be read, else as it stands there. */
  readonly created: string;
  readonly modified: string;
  /** As the document says; '' where it does not. */
  readonly pageCount: string;
  /** Pages of the document, or its whole text where it has none. */
  readonly pages: readonly string[];
  readonly isPaged: boolean;
}

/** One row: a page under its number, or a part of a text without pages under 0, −1, −2 … */
export interface Page {
  readonly number: number;
  readonly text: string;
  /** Beyond the limit, so it is not read. */
  readonly isTooMuch: boolean;
}

export const MOST_CHARACTERS = 20_000_000;
const LONGEST_PART = 100_000;

/** Glyphs without a letter and halves of pairs become a box: one bad sign must not cost the page. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\uFFFD', '□')
    .replaceAll('\0', '□')
    .replace(/\r\n?/g, '\n')
    .replace(/\u00AD\n?/g, '')
    .replace(/[^\P{Cc}\n\t]/gu, ' ')
    .normalize('NFC')
    .trim();
}

/** The rows of a document; what goes beyond the limit is named, never dropped in silence. */
export function pagesOf({ pages, isPaged }: DocumentText): Page[] {
  const texts = isPaged ? pages : pages.flatMap(inParts);
  let total = 0;
  return texts.map((text, at) => {
    total += text.length;
    return { number: isPaged ? at + 1 : -at, text, isTooMuch: total > MOST_CHARACTERS };
  });
}

/** At the end of a paragraph, of a line or of a word. */
function inParts(text: string): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > LONGEST_PART) {
    const room = rest.slice(0, LONGEST_PART);
    const end = Math.max(room.lastIndexOf('\n\n'), 0) || Math.max(room.lastIndexOf('\n'), 0);
    const cut = end > LONGEST_PART / 2 ? end : Math.max(room.lastIndexOf(' '), 0) || LONGEST_PART;
    parts.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  return [...parts, rest];
}
