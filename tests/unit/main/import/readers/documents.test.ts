import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { Failure } from '../../../../../src/core/result.ts';
import { inspectFile } from '../../../../../src/main/import/inspect.ts';
import { chooseReader } from '../../../../../src/main/import/readers/index.ts';
import { undoBatch } from '../../../../../src/main/import/undo.ts';
import { lookFor, runSearch } from '../../../../../src/main/search/run.ts';
import { docx, odt, pdf, rtf } from '../../../../helpers/documents.ts';
import { type Bench, bench, importPath } from '../helpers.ts';

const STATEMENT = 'Свідок повідомив, що бачив автомобіль біля вокзалу. Потім він поїхав до Одеси.';
const RAPORT = 'Șoferul a trecut frontiera noaptea. Mașina nu avea numere, iar pașaportul lipsea.';

type Pages = (readonly [page: number, text: string])[];

function documentIn({ database }: Bench): { facts: Record<string, string>; pages: Pages } {
  const row = database.one<{ label: string; properties: string }>(
    "SELECT label, properties FROM entity WHERE type = 'document'",
  );
  const pages = database.all<{ page: number; text: string }>(
    'SELECT page, text FROM document_page ORDER BY abs(page)',
  );
  return {
    facts: { label: row?.label, ...JSON.parse(row?.properties ?? '{}') },
    pages: pages.map(({ page, text }) => [page, text] as const),
  };
}

async function stored(name: string, content: string | Uint8Array) {
  const one = bench();
  const report = await importPath(one, one.write(name, content));
  return { one, report, ...documentIn(one) };
}

test('a PDF is read page by page, with what it says of itself; a page without text is named', async () => {
  const { one, report, facts, pages } = await stored(
    'протокол.pdf',
    pdf(['Свідок Коваль бачила авто', '', 'Șoferul a trecut frontiera'], { title: 'Протокол допиту' }),
  );
  expect(report).toMatchObject({ rows: 3, imported: 3, rejected: 0, entitiesNew: 1 });
  expect(facts).toMatchObject({
    label: 'Протокол допиту',
    author: 'I. Popescu',
    created: '2026-01-05T09:30:00+02:00',
    pages: '3',
  });
  expect(pages).toEqual([
    [1, 'Свідок Коваль бачила авто'],
    [3, 'Șoferul a trecut frontiera'],
  ]);
  const inspection = await inspectFile(one.context, one.write('b.pdf', pdf(['', 'abc'])));
  expect(inspection.remarks).toEqual([{ key: 'import:remark.noText', params: { count: 1 } }]);
  expect(inspection).toMatchObject({ format: 'pdf', confidence: 1 });
});

test('a DOCX gives its text, tables and properties; deleted text and tab stops are no text', async () => {
  const { facts, pages } = await stored(
    'допит.docx',
    docx(
      { title: 'Допит', author: 'О. Коваль', paragraphs: [STATEMENT] },
      '<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:del><w:r><w:delText>стерто</w:delText></w:r></w:del></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>один</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>два</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
    ),
  );
  expect(facts).toMatchObject({
    label: 'Допит',
    author: 'О. Коваль',
    created: '2026-01-05T08:00:00Z',
    modified: '2026-01-06T09:00:00Z',
    language: 'uk',
    pages: '3',
  });
  expect(pages).toEqual([[0, `${STATEMENT}\n\nодин\tдва`]]);
});

test('an ODT in Romanian', async () => {
  const { facts, pages } = await stored(
    'raport.odt',
    odt({ title: 'Raport', author: 'Ion Rusu', paragraphs: [RAPORT] }),
  );
  expect(facts).toMatchObject({ label: 'Raport', author: 'Ion Rusu', language: 'ro', pages: '2' });
  expect(pages).toEqual([[0, RAPORT]]);
});

test('an RTF: Unicode escapes, bytes of the code page and of a font, groups that are no text', async () => {
  const { pages } = await stored('a.rtf', rtf(`${STATEMENT}\n${RAPORT}`));
  expect(pages).toEqual([[0, `${STATEMENT}\n${RAPORT}`]]);
  const bytes = String.raw`{\rtf1\ansi\ansicpg1251{\fonttbl{\f0\fcharset204 A;}{\f1\fcharset238 B;}}{\info{\title \'cf\'f0\'ee}{\creatim\yr2026\mo1\dy5}}{\*\secret x}\f0 \'d1\'e2\'b3\'e4\'ee\'ea {\f1 \'ba} \{a\}\par b}`;
  const other = await stored('b.rtf', bytes);
  expect(other.facts).toMatchObject({ label: 'Про', created: '2026-01-05' });
  expect(other.pages).toEqual([[0, 'Свідок ş {a}\nb']]);
});

test('plain text in any encoding of the region; page breaks are pages', async () => {
  for (const encoding of ['windows-1251', 'koi8-u', 'utf-16le', 'utf-8']) {
    const { facts, pages } = await stored(
      'a.txt',
      iconv.encode(STATEMENT, encoding, { addBOM: encoding === 'utf-16le' }),
    );
    expect(facts).toMatchObject({ label: 'a', language: 'uk' });
    expect(pages).toEqual([[0, STATEMENT]]);
  }
  const { pages } = await stored('b.txt', `${STATEMENT}\f${RAPORT}`);
  expect(pages).toEqual([
    [1, STATEMENT],
    [2, RAPORT],
  ]);
});

test('a web page: no script, no hidden words, its own character set', async () => {
  const page = `<!DOCTYPE html><html><head><meta charset="windows-1251"><meta name="author" content="Ion"><title>Звіт</title><style>p{}</style></head><body><script>var secret = 1;</script><p>${STATEMENT}</p><img src="http://127.0.0.1/x.png"><p>два</p></body></html>`;
  const { facts, pages } = await stored('a.html', iconv.encode(page, 'windows-1251'));
  expect(facts).toMatchObject({ label: 'Звіт', author: 'Ion' });
  expect(pages).toEqual([[0, `${STATEMENT}\n\nдва`]]);
});

test('tables stay tables, and bytes that are nothing stay nothing', () => {
  const format = (content: string | Uint8Array, name: string): string | undefined =>
    chooseReader(typeof content === 'string' ? strToU8(content) : content, name).reader?.format;
  expect(format('a;b;c\n1;2;3\n4;5;6\n', 'a.txt')).toBe('delimited');
  expect(format(STATEMENT, 'a.txt')).toBe('text');
  expect(format(new Uint8Array([0x1f, 0x8b, 8, 0, 0, 1]), 'a.txt')).toBeUndefined();
  expect(format(rtf('a,b'), 'a.txt')).toBe('rtf');
});

const ENTITY =
  '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]><w:document xmlns:w="urn:w"><w:p><w:t>&x;</w:t></w:p></w:document>';

test.each([
  ['locked.pdf', () => pdf(['abc'], { encrypted: true }), 'import.encrypted'],
  ['cut.pdf', () => pdf(['abc']).subarray(0, 60), 'import.document-broken'],
  ['locked.odt', () => odt({ paragraphs: ['a'] }, '<encryption-data/>'), 'import.encrypted'],
  ['cut.docx', () => docx({ paragraphs: ['a'] }).subarray(0, 150), 'import.document-broken'],
  ['entity.docx', () => zipSync({ 'word/document.xml': strToU8(ENTITY) }), 'import.document-broken'],
  [
    'bomb.docx',
    () => zipSync({ 'word/document.xml': new Uint8Array(140 * 1024 * 1024) }),
    'import.too-large',
  ],
])('%s stops with a sentence', async (name, make, code) => {
  const one = bench();
  const error = await inspectFile(one.context, one.write(name, make())).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Failure);
  expect(error).toMatchObject({ error: { code } });
});

test('signs without a letter become a box and cost no page', async () => {
  const { report, pages } = await stored('a.html', '<html><body>ab\uFFFDc\u0001d</body></html>');
  expect(report.rejected).toBe(0);
  expect(pages).toEqual([[0, 'ab□c d']]);
});

test('a text of more than twenty million characters is read as far as that, and the rest is named', async () => {
  const { report, pages } = await stored('long.txt', `${STATEMENT}\n`.repeat(260_000));
  expect(report.rows).toBe(report.imported + report.rejected);
  expect(report.rejectedByReason['text-too-long']).toBe(report.rejected);
  expect(report.rejected).toBeGreaterThan(0);
  const characters = pages.reduce((sum, [, text]) => sum + text.length, 0);
  expect(characters).toBeGreaterThan(19_800_000);
  expect(characters).toBeLessThanOrEqual(20_000_000);
}, 60_000);

test('words of a document are found in either alphabet, with page and snippet, until the import is undone', async () => {
  const { one, report } = await stored(
    'a.pdf',
    pdf(['Перша', 'Свідок Коваль бачила авто', 'Mașina șoferului']),
  );
  const find = (text: string) =>
    runSearch(lookFor(one.context, { fileSeq: 1, text, limit: 10 }), text).documents.map(
      ({ page, snippet }) => [page, snippet],
    );
  expect(find('бачила коваль')).toEqual([[2, 'Свідок Коваль бачила авто']]);
  expect(find('Koval')).toEqual([[2, 'Свідок Коваль бачила авто']]);
  expect(find('masina')).toEqual([[3, 'Mașina șoferului']]);
  expect(find('" *')).toEqual([]);
  await undoBatch(one.database, report.batchId ?? '', {
    advance: () => undefined,
    breathe: async () => undefined,
  });
  expect(find('Коваль')).toEqual([]);
  expect(one.database.all('SELECT 1 FROM document_page')).toEqual([]);
  one.database.execute("INSERT INTO document_text (document_text, rank) VALUES ('integrity-check', 1)");
});

/** The form editors write: letters as bytes of their font's page. */
const inPage = (text: string, page: string): string =>
  [...iconv.encode(text, page)].map((byte) => `\\'${byte.toString(16)}`).join('');

test('an RTF whose fonts tell the letters: the first one unnamed, several in turn, text of a frame', async () => {
  const head = String.raw`{\rtf1\ansi\ansicpg1252\deff1{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204{\*\fname Arial;}Arial CYR;}{\f2\fcharset238 Arial CE;}}`;
  const frame = String.raw`{\shp{\*\shpinst\shpleft0{\sp{\sn shapeType}{\sv 202}}{\shptxt \f1 ${inPage('рамка', 'windows-1251')}\par}}{\shprslt{\*\do x}twice}}`;
  const body = [
    inPage('Свідок', 'windows-1251'),
    String.raw`{\f2 ${inPage('Șofer'.replace('Ș', 'Ş'), 'windows-1250')}}\emspace{\f0 caf\'e9} \u1055?\u1054?`,
    frame,
    String.raw`{\*\annotation note}end{\footnote below}`,
  ].join('\\par ');
  const { pages } = await stored('frames.rtf', `${head}\\pard ${body}\\par}`);
  expect(pages[0]?.[1].replace(/\n+/g, '\n').trim()).toBe('Свідок\nŞofer café ПО\nрамка\nnoteend below');
});

test('a page whose head is never closed is read, in the older name of its encoding', async () => {
  const page = `<html><head><meta http-equiv=Content-Type content="text/html; charset=cp1251"><title>Допит</title><body><p>${STATEMENT}</p></body></html>`;
  const { facts, pages } = await stored('page.htm', iconv.encode(page, 'windows-1251'));
  expect(facts.label).toBe('Допит');
  expect(pages[0]?.[1].trim()).toBe(STATEMENT);
});
