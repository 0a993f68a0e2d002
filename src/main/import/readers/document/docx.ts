import { Failure } from '../../../../core/result.ts';
import { documentReader } from './document.ts';
import { holdsPart, partsOf } from './packed.ts';
import { type TextTags, xmlFields, xmlText } from './xml-text.ts';

/** What was deleted while changes were tracked, and the formulas of fields, are no text of the document. */
const TAGS: TextTags = {
  spoken: new Set(['t']),
  silent: new Set(['del', 'moveFrom', 'Fallback', 'tabs']),
  opening: { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' },
  closing: { p: '\n', tc: '\t', tr: '\n' },
};
/** In the order a person reads them. */
const TEXTS: readonly RegExp[] = [
  /^word\/header\d*\.xml$/,
  /^word\/document\d*\.xml$/,
  /^word\/footnotes\.xml$/,
  /^word\/endnotes\.xml$/,
  /^word\/comments\.xml$/,
  /^word\/footer\d*\.xml$/,
];
const isPart = (name: string): boolean =>
  name === 'docProps/core.xml' || name === 'docProps/app.xml' || TEXTS.some((one) => one.test(name));

export const docx = documentReader({
  format: 'docx',
  extensions: ['.docx', '.docm', '.dotx'],
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  sureness: (sample) => (holdsPart(sample, /word\/(document|styles|_rels|settings)/) ? 0.95 : 0),
  async open(bytes, _encoding, fileName) {
    const parts = partsOf(bytes, isPart, fileName);
    const names = Object.keys(parts).sort();
    if (!names.some((name) => TEXTS[1]?.test(name))) {
      throw new Failure('import.document-broken', { file: fileName });
    }
    const texts = TEXTS.flatMap((kind) => names.filter((name) => kind.test(name))).map((name) =>
      xmlText(parts[name] ?? new Uint8Array(), TAGS, fileName).trim(),
    );
    const core = xmlFields(parts['docProps/core.xml'], fileName);
    return {
      title: core.title ?? '',
      author: core.creator ?? '',
      created: core.created ?? '',
      modified: core.modified ?? '',
      pageCount: xmlFields(parts['docProps/app.xml'], fileName).Pages ?? '',
      pages: [texts.filter((text) => text !== '').join('\n\n')],
      isPaged: false,
    };
  },
});
