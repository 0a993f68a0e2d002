import { extname } from 'node:path';
import { Parser } from 'htmlparser2';
import { decodeSample, detectEncoding } from '../../encoding.ts';
import { documentReader } from './document.ts';
import type { DocumentText } from './pages.ts';

const EXTENSIONS = ['.html', '.htm', '.xhtml'];
/** What a page shows nobody; a body ends a head that was left open. */
const SILENT = new Set(['script', 'style', 'noscript', 'template', 'iframe', 'object', 'svg', 'head']);
const BLOCKS =
  /^(address|article|aside|blockquote|br|dd|div|dl|dt|fieldset|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|tr|ul)$/;

/** A web page as it would read: no script runs, nothing it names is fetched. */
export const html = documentReader({
  format: 'html',
  extensions: EXTENSIONS,
  mediaType: 'text/html',
  sureness(sample, fileName) {
    const first = sample.subarray(0, 4096);
    if (/<!doctype\s+html|<html[\s>]/i.test(decodeSample(first, detectEncoding(first).encoding))) return 0.8;
    return EXTENSIONS.includes(extname(fileName).toLowerCase()) ? 0.2 : 0;
  },
  encodingOf: (sample) => statedEncoding(sample) ?? detectEncoding(sample).encoding,
  open: async (bytes, encoding) => readPage(decodeSample(bytes, encoding)),
});

function statedEncoding(sample: Uint8Array): string | null {
  const head = Buffer.from(sample.subarray(0, 2048)).toString('latin1');
  const stated = /<meta[^>]+charset=["']?([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
  if (stated === undefined) return null;
  const usual = stated.replace(/^(cp|win)-?(?=125\d$)/, 'windows-').replace('ibm866', 'cp866');
  return /^(windows-125\d|koi8-[ru]|iso-8859-\d+|cp866)$/.test(usual) ? usual : null;
}

interface Reading {
  text: string;
  title: string;
  silent: number;
  inTitle: boolean;
  readonly meta: Record<string, string>;
}

function readPage(source: string): DocumentText {
  const reading: Reading = { text: '', title: '', silent: 0, inTitle: false, meta: {} };
  const parser = new Parser({
    onopentag: (name, attributes) => opened(reading, name, attributes),
    ontext: (part) => {
      if (reading.inTitle) reading.title += part;
      else if (reading.silent === 0) reading.text += part.replace(/\s+/g, ' ');
    },
    onclosetag: (name) => closed(reading, name),
  });
  parser.write(source);
  parser.end();
  const { title, text, meta } = reading;
  return {
    title,
    author: meta.author ?? '',
    created: meta['article:published_time'] ?? meta['dc.date'] ?? meta.date ?? '',
    modified: meta['article:modified_time'] ?? meta['last-modified'] ?? '',
    pageCount: '',
    pages: [text.replace(/ *\n */g, '\n').replace(/\n{3,}/g, '\n\n')],
    isPaged: false,
  };
}

function opened(reading: Reading, name: string, attributes: Record<string, string>): void {
  if (name === 'title') reading.inTitle = true;
  if (name === 'body') reading.silent = 0;
  if (SILENT.has(name)) reading.silent += 1;
  if (BLOCKS.test(name)) reading.text += '\n';
  if (name === 'td' || name === 'th') reading.text += '\t';
  if (name !== 'meta') return;
  const key = (attributes.name ?? attributes.property ?? attributes['http-equiv'] ?? '').toLowerCase();
  if (key !== '') reading.meta[key] ??= attributes.content ?? '';
}

function closed(reading: Reading, name: string): void {
  if (name === 'title') reading.inTitle = false;
  if (SILENT.has(name)) reading.silent = Math.max(0, reading.silent - 1);
  if (BLOCKS.test(name)) reading.text += '\n';
}
