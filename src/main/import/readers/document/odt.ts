import { Failure } from '../../../../core/result.ts';
import { documentReader } from './document.ts';
import { holdsPart, partsOf } from './packed.ts';
import { type TextTags, xmlFields, xmlText } from './xml-text.ts';

/** Text that was deleted while changes were tracked stands in `tracked-changes`. */
const TAGS: TextTags = {
  spoken: new Set(['p', 'h']),
  silent: new Set(['tracked-changes', 'sequence-decls', 'forms', 'creator', 'date']),
  opening: { tab: '\t', 'line-break': '\n', s: ' ' },
  closing: { p: '\n', h: '\n', 'table-cell': '\t', 'table-row': '\n' },
};
const PARTS = new Set(['content.xml', 'styles.xml', 'meta.xml', 'META-INF/manifest.xml']);

export const odt = documentReader({
  format: 'odt',
  extensions: ['.odt', '.ott'],
  mediaType: 'application/vnd.oasis.opendocument.text',
  sureness: (sample) => (holdsPart(sample, /mimetypeapplication\/vnd\.oasis\.opendocument\.text/) ? 1 : 0),
  async open(bytes, _encoding, fileName) {
    const parts = partsOf(bytes, (name) => PARTS.has(name), fileName);
    const manifest = Buffer.from(parts['META-INF/manifest.xml'] ?? []).toString('utf8');
    if (manifest.includes('encryption-data')) throw new Failure('import.encrypted', { file: fileName });
    const content = parts['content.xml'];
    if (content === undefined) throw new Failure('import.document-broken', { file: fileName });
    const meta = xmlFields(parts['meta.xml'], fileName);
    const styles = parts['styles.xml'];
    const margins = styles === undefined ? '' : xmlText(styles, TAGS, fileName).trim();
    return {
      title: meta.title ?? '',
      author: meta['initial-creator'] ?? meta.creator ?? '',
      created: meta['creation-date'] ?? '',
      modified: meta.date ?? '',
      pageCount: meta['@page-count'] ?? '',
      pages: [`${xmlText(content, TAGS, fileName).trim()}\n\n${margins}`],
      isPaged: false,
    };
  },
});
