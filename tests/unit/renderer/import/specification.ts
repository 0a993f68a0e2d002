import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportSpecification, Inspection } from '../../../../src/contract/import.ts';
import type { Sentence } from '../../../../src/contract/terms.ts';

export const COLUMNS = ['x1', 'x2', 'x3'];

/** A specification with nothing mapped yet. */
export function specification(change: Partial<ImportSpecification> = {}): ImportSpecification {
  return {
    id: null,
    name: 'table',
    format: 'delimited',
    encoding: 'utf-8',
    delimiter: ';',
    quote: '"',
    headerRow: 0,
    columns: [...COLUMNS],
    timeZone: 'Europe/Chisinau',
    dateOrder: 'dmy',
    decimalMark: '.',
    country: 'MD',
    entities: [],
    links: [],
    events: [],
    grade: { scheme: 'europol-4x4', source: 'X', information: '4' },
    marking: { level: 'restricted', handling: ['H1'] },
    originator: '',
    recipients: [],
    ...change,
  };
}

/** What the engine would say of a file whose suggestion is this. */
export function inspection(suggested: ImportSpecification, hasHeader = true): Inspection {
  return {
    path: 'upload:1',
    fileName: 'table.csv',
    size: 100,
    sha256: '0',
    format: 'delimited',
    confidence: 1,
    why: { key: 'import:why.delimited', params: {} },
    whyCountry: null,
    encoding: suggested.encoding,
    delimiter: suggested.delimiter,
    hasHeader,
    columns: suggested.columns.map((name) => ({ name, guess: '', examples: [] })),
    sampleRows: [],
    parts: [],
    part: null,
    remarks: [],
    estimatedRows: 1,
    duplicateOf: null,
    suggested,
    quality: 0,
    suggestedFrom: 'none',
    savedMatch: null,
    dates: null,
    ambiguousDates: false,
  };
}

type Tree = { readonly [key: string]: string | Tree };
const folder = join(import.meta.dirname, '../../../../resources/locales/en');

/** The English catalogue as the screen would speak it; a key without a sentence fails the test. */
export function english(key: string, params: Sentence['params'] = {}): string {
  const [namespace = '', path = ''] = key.split(':');
  const tree = JSON.parse(readFileSync(join(folder, `${namespace}.json`), 'utf8')) as Tree;
  const found = path
    .split('.')
    .reduce<string | Tree | undefined>((at, step) => (typeof at === 'object' ? at[step] : undefined), tree);
  if (typeof found !== 'string') throw new Error(`no sentence ${key}`);
  return found.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name]));
}
