import { documentReader } from './document.ts';
import { readRtf } from './rtf-text.ts';

export const rtf = documentReader({
  format: 'rtf',
  extensions: ['.rtf'],
  mediaType: 'application/rtf',
  sureness: (sample) =>
    Buffer.from(sample.subarray(0, 64)).toString('latin1').trimStart().startsWith('{\\rtf') ? 1 : 0,
  async open(bytes) {
    const { text, fields, pageCount } = readRtf(bytes);
    return {
      title: fields.title ?? '',
      author: fields.author ?? '',
      created: fields.creatim ?? '',
      modified: fields.revtim ?? '',
      pageCount,
      pages: [text.replaceAll('\f', '\n\n')],
      isPaged: false,
    };
  },
});
