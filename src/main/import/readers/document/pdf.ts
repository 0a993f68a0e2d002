import { Failure } from '../../../../core/result.ts';
import { documentReader } from './document.ts';
import { MOST_CHARACTERS } from './pages.ts';

export const pdf = documentReader({
  format: 'pdf',
  extensions: ['.pdf'],
  mediaType: 'application/pdf',
  sureness: (sample) => (Buffer.from(sample.subarray(0, 1024)).toString('latin1').includes('%PDF-') ? 1 : 0),
  async open(bytes, _encoding, fileName) {
    const document = await openPdf(bytes, fileName);
    try {
      const { info } = await document.getMetadata();
      const pages = await textsOf(document);
      return { ...wordsOf(info), pageCount: '', pages, isPaged: true };
    } catch (error) {
      throw failureOf(error, fileName);
    } finally {
      await document.loadingTask.destroy();
    }
  },
});

type Pdf = Awaited<ReturnType<typeof import('unpdf')['getDocumentProxy']>>;

/** The library takes the buffer over, so it gets a copy; it neither runs scripts nor fetches anything. */
async function openPdf(bytes: Uint8Array, fileName: string): Promise<Pdf> {
  const { getDocumentProxy } = await import('unpdf');
  try {
    return await getDocumentProxy(new Uint8Array(bytes), { disableFontFace: true, verbosity: 0 });
  } catch (error) {
    throw failureOf(error, fileName);
  }
}

function failureOf(error: unknown, file: string): Failure {
  if (error instanceof Failure) return error;
  const isLocked = error instanceof Error && error.name === 'PasswordException';
  return new Failure(isLocked ? 'import.encrypted' : 'import.document-broken', { file });
}

/** Beyond the limit a page is only counted, so that it is reported. */
async function textsOf(document: Pdf): Promise<string[]> {
  const pages: string[] = [];
  let length = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const text = length > MOST_CHARACTERS ? '…' : await textOf(document, number);
    length += text.length;
    pages.push(text);
  }
  return pages;
}

async function textOf(document: Pdf, number: number): Promise<string> {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  page.cleanup();
  return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
}

function wordsOf(info: object) {
  const found = info as Record<string, unknown>;
  const word = (name: string): string => (typeof found[name] === 'string' ? found[name] : '');
  return {
    title: word('Title'),
    author: word('Author'),
    created: isoDate(word('CreationDate')),
    modified: isoDate(word('ModDate')),
  };
}

/** `D:20260115093000+02'00'`: the zone stays; what has another form stays as it is. */
function isoDate(text: string): string {
  const parts = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-]\d\d)'?(\d\d)?)?/.exec(text);
  if (parts === null) return text;
  const [, year, month, day, hour, minute, second = '00', utc, zoneHour, zoneMinute = '00'] = parts;
  const date = [year, month, day].filter(Boolean).join('-');
  if (day === undefined || hour === undefined || minute === undefined) return date;
  const zone = utc ?? (zoneHour === undefined ? '' : `${zoneHour}:${zoneMinute}`);
  return `${date}T${hour}:${minute}:${second}${zone}`;
}
