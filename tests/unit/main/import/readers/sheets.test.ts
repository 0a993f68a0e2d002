import { CFB } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { memorySource } from '../../../../../src/main/import/files.ts';
import { importHandlers } from '../../../../../src/main/import/handlers.ts';
import { chooseReader } from '../../../../../src/main/import/readers/index.ts';
import { ods } from '../../../../../src/main/import/readers/sheets/ods.ts';
import { xls } from '../../../../../src/main/import/readers/sheets/xls.ts';
import { xlsx } from '../../../../../src/main/import/readers/sheets/xlsx.ts';
import { bench, importPath } from '../helpers.ts';
import { lookAndRead, number, sheetOf, workbook } from './workbooks.ts';

const FORMS = [
  ['xlsx', xlsx, 'xlsx'],
  ['xls', xls, 'biff8'],
  ['ods', ods, 'ods'],
] as const;

const moment = 46_082.5; // 1 March 2026, noon
const table = sheetOf([
  ['Роздруківка за березень'],
  ['Абонент А', 'Абонент Б', 'Дата та час', 'День', 'Тривалість', 'IMEI', 'Сума', 'Прапор'],
  [
    '+380500000001',
    '+37360000002',
    number(moment, 'yyyy-mm-dd hh:mm:ss'),
    number(46_082, 'yyyy-mm-dd'),
    number(1.0855, '[h]:mm:ss'),
    number(356938035643809),
    number(0.1 + 0.2),
    true,
  ],
  [],
  [
    '+380500000001',
    '+380500000003',
    number(moment + 1 / 1440, 'yyyy-mm-dd hh:mm:ss'),
    null,
    null,
    null,
    12,
    false,
  ],
]);

describe.each(FORMS)('%s', (name, reader, bookType) => {
  test('the rows of a sheet with a title above its header, dates as dates, numbers without noise', async () => {
    const bytes = workbook({ Дзвінки: table }, bookType);
    expect(chooseReader(bytes, `a.${name}`).reader?.format).toBe(name);
    const { table: seen, rows, lines, columns } = await lookAndRead(reader, `a.${name}`, bytes);
    expect(columns).toEqual(seen.columns);
    expect(columns.slice(0, 3)).toEqual(['Абонент А', 'Абонент Б', 'Дата та час']);
    expect(seen.parts).toEqual([{ name: 'Дзвінки', hidden: false, rows: 2 }]);
    const isDated = name !== 'ods'; // the library writes bare numbers into this form; see the test of its own below
    expect(rows[0]).toEqual([
      '+380500000001',
      '+37360000002',
      isDated ? '2026-03-01 12:00:00' : '46082.5',
      isDated ? '2026-03-01' : '46082',
      isDated ? '26:03:07' : '1.0855',
      '356938035643809',
      '0.3',
      'true',
    ]);
    if (isDated) expect(rows[1]?.[2]).toBe('2026-03-01 12:01:00');
    expect(lines).toEqual([3, 5]);
  });

  test('several sheets are parts; the first visible table is taken, another by its name', async () => {
    const bytes = workbook(
      {
        Зведення: sheetOf([['Звіт']]),
        Contacts: sheetOf([
          ['Name', 'Phone'],
          ['Олена Вигадана', '+380500000001'],
        ]),
        Calls: sheetOf([
          ['Caller', 'Called', 'Start'],
          ['+380500000001', '+380500000002', '2026-03-01 10:00:00'],
        ]),
      },
      bookType,
    );
    const first = await lookAndRead(reader, `a.${name}`, bytes);
    expect(first.table.part).toBe('Contacts');
    expect(first.table.parts?.map((part) => [part.name, part.rows])).toEqual([
      ['Зведення', expect.any(Number)],
      ['Contacts', 1],
      ['Calls', 1],
    ]);
    const second = await lookAndRead(reader, `a.${name}`, bytes, 'Calls');
    expect(second.rows).toEqual([['+380500000001', '+380500000002', '2026-03-01 10:00:00']]);
    await expect(lookAndRead(reader, `a.${name}`, bytes, 'Mail')).rejects.toMatchObject({
      error: { code: 'import.part-missing' },
    });
  });

  test('a cut-off or damaged book says so', async () => {
    const bytes = workbook({ A: table }, bookType);
    const cut = bytes.subarray(0, Math.floor(bytes.length / 3));
    await expect(lookAndRead(reader, `a.${name}`, cut)).rejects.toMatchObject({
      error: { code: expect.stringMatching(/^import\.(workbook-broken|no-rows)$/) },
    });
    const noise = Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 251);
    await expect(lookAndRead(reader, `a.${name}`, noise)).rejects.toMatchObject({
      error: { code: 'import.workbook-broken' },
    });
  });

  test('an empty book has no rows', async () => {
    await expect(
      lookAndRead(reader, `a.${name}`, workbook({ A: sheetOf([]) }, bookType)),
    ).rejects.toMatchObject({
      error: { code: 'import.no-rows' },
    });
  });
});

test('merged and hidden cells, formulas, errors and rounded numbers are remarked on', async () => {
  const sheet = sheetOf([
    ['Name', 'Card', 'Total', 'State'],
    ['Олена Вигадана', number(4_111_111_111_111_110), { t: 'n', v: 3, f: '1+2' }, { t: 'e', v: 42 }],
    ['Ion Inventat', 'b', 4, ''],
  ]);
  sheet['!merges'] = [{ s: { r: 1, c: 0 }, e: { r: 2, c: 0 } }];
  sheet['!rows'] = [{}, { hidden: true }];
  sheet['!cols'] = [{}, {}, { hidden: true }];
  const { table: seen, rows } = await lookAndRead(xlsx, 'a.xlsx', workbook({ A: sheet }, 'xlsx'));
  expect(rows[0]).toEqual(['Олена Вигадана', '4.11111111111111E+15', '3', '#N/A']);
  expect(Object.fromEntries((seen.remarks ?? []).map(({ code, params }) => [code, params.count]))).toEqual({
    hiddenRows: 1,
    hiddenColumns: 1,
    mergedCells: 1,
    formulas: 1,
    errorCells: 1,
    roundedNumbers: 1,
  });
});

test('days are counted from 1904 where the book says so', async () => {
  const bytes = workbook(
    {
      A: sheetOf([
        ['Day', 'Name'],
        [number(44_620, 'yyyy-mm-dd'), 'x'],
      ]),
    },
    'xlsx',
    (book) => {
      book.Workbook = { WBProps: { date1904: true } };
    },
  );
  expect((await lookAndRead(xlsx, 'a.xlsx', bytes)).rows[0]?.[0]).toBe('2026-03-01');
});

test('a hidden sheet is not the one taken first', async () => {
  const rows = (name: string) =>
    sheetOf([
      ['Name', 'Phone'],
      [name, '+380500000001'],
    ]);
  const bytes = workbook({ Hidden: rows('a'), Seen: rows('b') }, 'xlsx', (book) => {
    book.Workbook = { Sheets: [{ Hidden: 1 }, { Hidden: 0 }] };
  });
  const { table: seen } = await lookAndRead(xlsx, 'a.xlsx', bytes);
  expect([seen.part, seen.parts?.map(({ hidden }) => hidden)]).toEqual(['Seen', [true, false]]);
});

const isProtected = { error: { code: 'import.password-protected' } };

test('a book locked with a password says so, in each form', async () => {
  const locked = CFB.utils.cfb_new();
  CFB.utils.cfb_add(locked, 'EncryptionInfo', Buffer.alloc(64));
  CFB.utils.cfb_add(locked, 'EncryptedPackage', Buffer.alloc(5000, 7));
  const bytes = new Uint8Array(CFB.write(locked, { type: 'buffer' }) as Buffer);
  expect(chooseReader(bytes, 'a.xlsx').reader?.format).toBe('xlsx');
  await expect(lookAndRead(xlsx, 'a.xlsx', bytes)).rejects.toMatchObject(isProtected);

  const old = CFB.utils.cfb_new();
  const bof = [0x09, 0x08, 16, 0, 0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0];
  const filePass = [0x2f, 0, 54, 0, 1, 0, 1, 0, 1, 0, ...Array.from({ length: 48 }, () => 9)];
  CFB.utils.cfb_add(
    old,
    'Workbook',
    Buffer.from([...bof, ...filePass, ...Array.from({ length: 4200 }, () => 5)]),
  );
  const oldBytes = new Uint8Array(CFB.write(old, { type: 'buffer' }) as Buffer);
  await expect(lookAndRead(xls, 'a.xls', oldBytes)).rejects.toMatchObject(isProtected);

  const manifest =
    '<manifest:manifest xmlns:manifest="m"><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
  const open = zipSync({
    'META-INF/manifest.xml': strToU8(manifest),
    'content.xml': strToU8('\u0001\u0002'),
  });
  await expect(lookAndRead(ods, 'a.ods', open)).rejects.toMatchObject(isProtected);
});

test('Cyrillic of a book of the nineties is read by its code page', async () => {
  const rows = [
    ['Name', 'Phone'],
    ['____', '+380500000001'],
  ];
  const bytes = Buffer.from(workbook({ A: sheetOf(rows) }, 'biff5'));
  const replace = (from: number[], to: number[]): void => {
    const at = bytes.indexOf(Buffer.from(from));
    expect(at).toBeGreaterThan(0);
    bytes.set(to, at);
  };
  replace([0x5f, 0x5f, 0x5f, 0x5f], [0xb2, 0xe2, 0xe0, 0xed]);
  replace([0x42, 0, 2, 0], [0x42, 0, 2, 0, 0xe3, 0x04]);
  expect((await lookAndRead(xls, 'a.xls', new Uint8Array(bytes))).rows).toEqual([['Іван', '+380500000001']]);
});

const cell = (type: string, attribute: string, shown: string): string =>
  `<t:table-cell office:value-type="${type}" ${attribute}><x:p>${shown}</x:p></t:table-cell>`;

test('an open document gives what its attributes hold, not what is shown', async () => {
  const xml = `<o:document-content xmlns:o="o" xmlns:office="o" xmlns:t="t" xmlns:x="x" xmlns:s="s" xmlns:calcext="c">
    <s:style s:name="gone"><s:table-properties t:display="false"/></s:style>
    <t:table t:name="A" t:style-name="gone"><t:table-row><t:table-cell/></t:table-row></t:table>
    <t:table t:name="B"><t:table-column t:visibility="collapse" t:number-columns-repeated="2"/>
    <t:table-row>${['Day', 'Moment', 'Length', 'Sum', 'Phone', 'Yes', 'Text']
      .map((name) => cell('string', '', name))
      .join('')}</t:table-row>
    <t:table-row t:number-rows-repeated="2"><t:table-cell t:number-columns-repeated="7"/></t:table-row>
    <t:table-row t:visibility="filter">${cell('date', 'office:date-value="2026-03-01"', '01.03.26')}${cell(
      'date',
      'office:date-value="2026-03-01T12:00:00"',
      '01.03.26',
    )}${cell('time', 'office:time-value="PT26H03M07S"', '2:03')}${cell(
      'currency',
      'office:value="1234.5600000000002" t:formula="of:=1"',
      '1 235',
    )}${cell('float', 'office:value="671234567"', '0671234567')}${cell('boolean', 'office:boolean-value="true"', 'Так')}
    <t:table-cell office:value-type="string" t:number-columns-spanned="2"><o:annotation><x:p>no</x:p></o:annotation><x:p>a<x:s x:c="2"/>b</x:p><x:p>c</x:p></t:table-cell><t:covered-table-cell/>
    </t:table-row></t:table></o:document-content>`;
  const {
    table: seen,
    rows,
    lines,
  } = await lookAndRead(ods, 'a.ods', zipSync({ 'content.xml': strToU8(xml) }));
  expect(rows).toEqual([
    ['2026-03-01', '2026-03-01 12:00:00', '26:03:07', '1234.56', '0671234567', 'true', 'a  b\nc'],
  ]);
  expect(lines).toEqual([4]);
  expect(seen.parts).toEqual([
    { name: 'A', hidden: true, rows: 0 },
    { name: 'B', hidden: false, rows: 1 },
  ]);
  expect(seen.remarks?.map(({ code, params }) => [code, params.count])).toEqual([
    ['hiddenRows', 1],
    ['hiddenColumns', 2],
    ['mergedCells', 1],
    ['formulas', 1],
  ]);
});

const content = (rows: string): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': strToU8(
      '<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': strToU8(rows),
  });

test('numbers of more than fifteen digits are kept only where the file holds each of them', async () => {
  const bytes = content(
    `<worksheet><sheetData>
     <row><c t="inlineStr"><is><t>Name</t></is></c><c t="inlineStr"><is><t>Number</t></is></c></row>
     <row><c t="inlineStr"><is><r><t>A</t></r><rPh><t>x</t></rPh><r><t>_x0041_</t></r></is></c><c><v>8938001234567890123</v></c></row>
     <row><c t="str"><v>b</v></c><c><v>8.938001234567890E+18</v></c></row>
     <row><c t="str"><v>c</v></c><c><v>8938001234567890000</v></c></row>
     <row><c t="str"><v>d</v></c><c><f>A1*2</f></c></row>
     <row r="9"><c r="B9"><v>1.0000000000000001E-7</v></c></row>
     </sheetData></worksheet>`,
  );
  const { rows, lines } = await lookAndRead(xlsx, 'a.xlsx', bytes);
  expect(rows).toEqual([
    ['AA', '8938001234567890123'],
    ['b', '8.93800123456789E+18'],
    ['c', '8.93800123456789E+18'],
    ['d', '=A1*2'],
    ['', '0.0000001'],
  ]);
  expect(lines).toEqual([2, 3, 4, 5, 9]);
});

test('no entity of the file is expanded', async () => {
  const bomb =
    '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/hostname">]>';
  for (const entity of ['&b;', '&x;']) {
    const rows = `${bomb}<worksheet><sheetData><row><c t="str"><v>${entity}</v></c></row></sheetData></worksheet>`;
    await expect(lookAndRead(xlsx, 'a.xlsx', content(rows))).rejects.toMatchObject({
      error: { code: 'import.workbook-broken' },
    });
  }
});

test('a repeated row of an open document cannot fill the memory', async () => {
  const rows =
    '<t:table-row t:number-rows-repeated="2000000000"><t:table-cell office:value-type="string"><x:p>a</x:p></t:table-cell></t:table-row>';
  const xml = `<o:document-content xmlns:o="o" xmlns:t="t" xmlns:x="x"><t:table t:name="A">${rows}</t:table></o:document-content>`;
  await expect(lookAndRead(ods, 'a.ods', zipSync({ 'content.xml': strToU8(xml) }))).rejects.toMatchObject({
    error: { code: 'import.workbook-broken' },
  });
});

test('a call list in a workbook imports like one in text; errors and rounded numbers are rejected rows', async () => {
  const one = bench();
  const sheet = sheetOf([
    ['Абонент А', 'Абонент Б', 'Дата та час', 'Тривалість', 'IMEI'],
    ['+380500000001', '+380500000002', number(moment, 'yyyy-mm-dd hh:mm:ss'), 75, number(356938035643809)],
    ['+380500000001', { t: 'e', v: 42 }, number(moment, 'yyyy-mm-dd hh:mm:ss'), 10, null],
    [
      '+380500000001',
      '+380500000002',
      number(moment, 'yyyy-mm-dd hh:mm:ss'),
      5,
      number(8_938_001_234_567_890_000),
    ],
  ]);
  const path = one.write('calls.xlsx', workbook({ Summary: sheetOf([['x']]), Calls: sheet }, 'xlsx'));
  const inspection = await importHandlers['import.inspect'](one.context, { path });
  expect(inspection).toMatchObject({
    format: 'xlsx',
    part: 'Calls',
    suggestedFrom: 'headers',
    ambiguousDates: false,
  });
  const report = await importPath(one, path);
  expect(report).toMatchObject({ rows: 3, imported: 1, rejected: 2 });
  expect(report.rejectedRows.map(({ line, code, column }) => [line, code, column])).toEqual([
    [3, 'cell-error', 'Абонент Б'],
    [4, 'digits-lost', 'IMEI'],
  ]);
  expect(one.database.all('SELECT start_at, duration_seconds FROM event')).toEqual([
    { start_at: Date.UTC(2026, 2, 1, 10), duration_seconds: 75 },
  ]);
});

test('the XML form of 2003 is read with its types', async () => {
  const bytes = workbook({ A: table }, 'xlml');
  expect(chooseReader(bytes, 'a.xml').reader?.format).toBe('xls');
  const { rows } = await lookAndRead(xls, 'a.xml', bytes);
  expect(rows[0]?.slice(0, 3)).toEqual(['+380500000001', '+37360000002', '2026-03-01 12:00:00']);
});

test('a page with tables under the name of a workbook, and a copied range', async () => {
  const page = `<html><meta charset="utf-8"><style>td{}</style><body><table><tr><td>Logo</td></tr></table>
    <table><caption>Дзвінки</caption>
    <tr><th colspan="2">Абоненти</th><th>Початок</th></tr>
    <tr><th>Абонент А</th><th>Абонент Б</th><th>Дата та час</th></tr>
    <tr><td>+380500000001</td><td sdval="380500000002">3,80500E+11</td><td>2026-03-01<br>10:00 &amp;c</td></tr>
    </table></body></html>`;
  for (const name of ['a.xls', 'clipboard'])
    expect(chooseReader(strToU8(page), name).reader?.format).toBe('xls');
  const { table: seen, rows } = await lookAndRead(xls, 'a.xls', strToU8(page));
  expect(seen.parts?.map((part) => part.name)).toEqual(['1', 'Дзвінки']);
  expect(seen.columns).toEqual(['Абонент А', 'Абонент Б', 'Дата та час']);
  expect(rows).toEqual([['+380500000001', '380500000002', '2026-03-01\n10:00 &c']]);
  expect(seen.remarks).toEqual([{ code: 'mergedCells', params: { count: 1 } }]);
});

test('an empty file is told before any reader', () => {
  expect(() => memorySource('a.xlsx', new Uint8Array())).toThrow();
});

test('a binary workbook of 2007 is read like the others, dates and long numbers too', async () => {
  const bytes = workbook({ Дзвінки: table }, 'xlsb');
  expect(chooseReader(bytes, 'a.xlsb').reader?.format).toBe('xls');
  expect(chooseReader(bytes, 'a').reader?.format).toBe('xls');
  const { rows, columns } = await lookAndRead(xls, 'a.xlsb', bytes);
  expect(columns.slice(0, 3)).toEqual(['Абонент А', 'Абонент Б', 'Дата та час']);
  expect(rows[0]?.slice(0, 7)).toEqual([
    '+380500000001',
    '+37360000002',
    '2026-03-01 12:00:00',
    '2026-03-01',
    '26:03:07',
    '356938035643809',
    '0.3',
  ]);
  expect(rows).toHaveLength(2);
});

test('a binary workbook comes into a vault by its name and by its content', async () => {
  const one = bench();
  const statement = sheetOf([
    ['Дата', 'Контрагент', 'Сума', 'Валюта'],
    ['01.03.2026', 'ТОВ Вигадка', number(-1234.5), 'UAH'],
    ['02.03.2026', 'Олена Вигадана', number(12_345.67), 'UAH'],
  ]);
  const report = await importPath(one, one.write('s.xlsb', workbook({ Виписка: statement }, 'xlsb')));
  expect(report).toMatchObject({ rows: 2, imported: 2, events: 2 });
  expect(one.database.all('SELECT amount_minor AS minor FROM event ORDER BY seq')).toEqual([
    { minor: 123_450 },
    { minor: 1_234_567 },
  ]);
});
