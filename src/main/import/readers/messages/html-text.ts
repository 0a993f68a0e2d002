import { Parser } from 'htmlparser2';

const BREAKS = new Set(['br', 'p', 'div', 'tr', 'li', 'h1', 'h2', 'h3', 'h4', 'blockquote', 'table']);
const UNSEEN = new Set(['script', 'style', 'head', 'title', 'template']);

/** The words of a page, a line for each block; nothing of it is loaded or run. */
export function textOfHtml(html: string): string {
  const pieces: string[] = [];
  let unseen = 0;
  const parser = new Parser(
    {
      onopentag(name) {
        if (UNSEEN.has(name)) unseen += 1;
        if (BREAKS.has(name)) pieces.push('\n');
      },
      ontext(text) {
        if (unseen === 0) pieces.push(text.replace(/\s+/g, ' '));
      },
      onclosetag(name) {
        if (UNSEEN.has(name)) unseen -= 1;
        if (BREAKS.has(name) && name !== 'br') pieces.push('\n');
      },
    },
    { decodeEntities: true },
  );
  parser.write(html);
  parser.end();
  const lines = pieces.join('').split('\n');
  return lines
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
