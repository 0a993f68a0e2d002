import { strToU8, zipSync } from 'fflate';

/** Tiny documents of invented people, made byte by byte. */
export interface WrittenDocument {
  readonly title?: string;
  readonly author?: string;
  readonly paragraphs: readonly string[];
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export function docx({ title = '', author = '', paragraphs }: WrittenDocument, extra = ''): Uint8Array {
  const body = paragraphs
    .map((text) => `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`)
    .join('');
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document xmlns:w="urn:w"><w:body>${body}${extra}</w:body></w:document>`,
    ),
    'docProps/core.xml': strToU8(
      `<cp:coreProperties xmlns:cp="urn:c" xmlns:dc="urn:d" xmlns:dcterms="urn:t"><dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(author)}</dc:creator><dcterms:created>2026-01-05T08:00:00Z</dcterms:created><dcterms:modified>2026-01-06T09:00:00Z</dcterms:modified></cp:coreProperties>`,
    ),
    'docProps/app.xml': strToU8('<Properties><Pages>3</Pages></Properties>'),
  });
}

export function odt({ title = '', author = '', paragraphs }: WrittenDocument, manifest = ''): Uint8Array {
  const body = paragraphs.map((text) => `<text:p>${escaped(text)}</text:p>`).join('\n');
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8(
      `<office:document-content xmlns:office="urn:o" xmlns:text="urn:t"><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ),
    'meta.xml': strToU8(
      `<office:document-meta xmlns:office="urn:o" xmlns:meta="urn:m" xmlns:dc="urn:d"><office:meta><dc:title>${escaped(title)}</dc:title><meta:initial-creator>${escaped(author)}</meta:initial-creator><meta:creation-date>2026-01-05T08:00:00</meta:creation-date><meta:document-statistic meta:page-count="2"/></office:meta></office:document-meta>`,
    ),
    'META-INF/manifest.xml': strToU8(`<manifest>${manifest}</manifest>`),
  });
}

/** Each letter beyond ASCII as a Unicode escape with the question mark for programs that know none. */
export function rtf(text: string): Uint8Array {
  const body = [...text]
    .map((letter) => (letter > '~' ? `\\u${letter.charCodeAt(0)}?` : letter === '\n' ? '\\par ' : letter))
    .join('');
  return strToU8(`{\\rtf1\\ansi\\ansicpg1251\\deff0{\\fonttbl{\\f0 Arial;}}${body}}`);
}

/** A page of words in Latin letters each; an empty one draws nothing. */
export function pdf(pages: readonly string[], { title = '', encrypted = false } = {}): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  add('<< /Type /Catalog /Pages 2 0 R >>');
  const kids = pages.map((_, at) => `${4 + at * 2} 0 R`).join(' ');
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  add(font());
  for (const [at, text] of pages.entries()) {
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + at * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    );
    const stream =
      text === '' ? '' : `BT /F1 12 Tf 72 720 Td ${text.split('\n').map(drawn).join(' 0 -16 Td ')} ET`;
    add(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
  }
  const info = add(
    `<< /Title <FEFF${hex16(title)}> /Author (I. Popescu) /CreationDate (D:20260105093000+02'00') >>`,
  );
  return assembled(objects, info, encrypted);
}

/** Codes 128 and up are the letters of `LETTERS`, with the map to Unicode that a good PDF carries. */
const LETTERS = 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюяАБВГДЕЄЖЗИІКЛМНОПРСТУФХЦЧШЮЯăâîșțĂÂÎȘȚ';

function font(): string {
  const names = [...LETTERS].map((letter) => `/uni${hex16(letter)}`).join(' ');
  return `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 32 /LastChar 255 /Widths [${Array(224).fill(500).join(' ')}] /Encoding << /Type /Encoding /Differences [128 ${names}] >> >>`;
}

function drawn(line: string): string {
  const codes = [...line].map((letter) => {
    const at = LETTERS.indexOf(letter);
    return (at < 0 ? letter.charCodeAt(0) : 128 + at).toString(16).padStart(2, '0');
  });
  return `<${codes.join('')}> Tj`;
}

function hex16(text: string): string {
  return [...text].map((letter) => letter.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()).join('');
}

function assembled(objects: readonly string[], info: number, encrypted: boolean): Uint8Array {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((body, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const lock = encrypted
    ? `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> /P -4 >> /ID [<00> <00>]`
    : '';
  const size = objects.length + 1;
  const end = `trailer\n<< /Size ${size} /Root 1 0 R /Info ${info} 0 R ${lock} >>\nstartxref\n${file.length}\n%%EOF`;
  return strToU8(`${file}xref\n0 ${size}\n0000000000 65535 f \n${table}${end}`, true);
}
