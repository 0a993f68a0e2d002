import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { bench, importPath } from '../helpers.ts';
import { readBytes } from './message-rows.ts';

const OLD = [
  'BEGIN:VCARD',
  'VERSION:2.1',
  'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=92=D0=B8=D0=B3=D0=B0=D0=B4=D0=B0=D0=BD=D0=B8=D0=B9;=D0=86=D0=B2=',
  '=D0=B0=D0=BD;;;',
  'TEL;CELL:0670000001',
  'TEL;WORK;VOICE:+380440000002',
  'PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD',
  ' AAAA',
  '',
  'END:VCARD',
];
const NEW = [
  'BEGIN:VCARD',
  'VERSION:4.0',
  'UID:urn:uuid:1',
  'FN:Maria Exemplu',
  'ORG:Firma Inventată SRL;Vânzări',
  'item1.TEL;TYPE="cell,voice";VALUE=uri:tel:+373-69-000-001;ext=1',
  'TEL:+37369000002',
  'TEL:+37369000003',
  'TEL:+37369000004',
  'TEL:+37369000005',
  'EMAIL:maria@example.org',
  'NOTE:line one\\nline two\\, e',
  ' nd',
  'BDAY:19800112',
  'X-TELEGRAM:@maria',
  'END:VCARD',
];

test('version 2.1 in quoted-printable: name, kinds of numbers, the picture named and not decoded', async () => {
  const read = await readBytes('contacts.vcf', OLD.join('\r\n'));
  expect(read.format).toBe('vcard');
  expect(read.records).toMatchObject([
    {
      name: 'Іван Вигаданий',
      phone1: '0670000001',
      phone1Kind: 'CELL',
      phone2: '+380440000002',
      phone2Kind: 'WORK, VOICE',
    },
  ]);
  expect(read.records[0]?.photo).toMatch(/^JPEG · \d+ B$/);
});

test('version 4.0: folded lines, escapes, more numbers than a row has go on in a row of the same card', async () => {
  const { rows, records } = await readBytes('contacts.vcf', NEW.join('\n'));
  expect(rows.map(({ line }) => line)).toEqual([1, 1]);
  expect(records).toMatchObject([
    {
      card: 'urn:uuid:1',
      phone1: '+373-69-000-001',
      phone4: '+37369000004',
      email1: 'maria@example.org',
      note: 'line one\nline two, end',
      birthDate: '1980-01-12',
      organisation: 'Firma Inventată SRL, Vânzări',
      other: 'X-TELEGRAM: @maria',
    },
    { card: 'urn:uuid:1', name: 'Maria Exemplu', phone1: '+37369000005' },
  ]);
});

test('in a vault: people use numbers and addresses; two of one name with two numbers stay two', async () => {
  const one = bench();
  const twice = ['BEGIN:VCARD', 'FN:Maria Exemplu', 'TEL:+37369000009', 'END:VCARD'];
  const path = one.write('all.vcf', [...OLD, ...NEW, 'junk', 'more: junk', ...twice, ...twice].join('\r\n'));
  const report = await importPath(one, path);
  expect(report).toMatchObject({
    rows: 6,
    imported: 5,
    rejected: 1,
    rejectedByReason: { 'outside-card': 1 },
  });
  const people = one.database.all<{ label: string }>(
    "SELECT label FROM entity WHERE type = 'person' ORDER BY seq",
  );
  expect(people.map(({ label }) => label)).toEqual(['Іван Вигаданий', 'Maria Exemplu', 'Maria Exemplu']);
  const used = one.database.all<{ label: string }>(
    `SELECT b.label FROM link JOIN entity a ON a.seq = from_seq JOIN entity b ON b.seq = to_seq
     WHERE link.type = 'uses' AND a.label = 'Іван Вигаданий' ORDER BY b.label`,
  );
  expect(used.map(({ label }) => label)).toEqual(['+380440000002', '+380670000001']);
});

test('eight-bit text of the file, a card never closed, a line that is no property', async () => {
  const text = 'BEGIN:VCARD\nFN:Пётр Выдуманный\nhalf a line\nTEL:8 (067) 000-00-01\n';
  const { records } = await readBytes('old.vcf', iconv.encode(text, 'windows-1251'));
  expect(records).toMatchObject([
    { name: 'Пётр Выдуманный', phone1: '8 (067) 000-00-01', other: 'half a line' },
  ]);
});

test('a card with a picture of megabytes is one short row', async () => {
  const lines = Array.from({ length: 50_000 }, () => ` ${'A'.repeat(72)}`);
  const { records } = await readBytes(
    'big.vcf',
    ['BEGIN:VCARD', 'FN:A', 'PHOTO;TYPE=PNG;ENCODING=b:AAAA', ...lines, 'END:VCARD'].join('\n'),
  );
  expect(records).toMatchObject([{ name: 'A', photo: 'PNG · 2700003 B' }]);
});

test('a nickname as Android writes it', async () => {
  const custom = 'X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Оля;1;;;;;;;;;;;;;';
  const { records } = await readBytes(
    'a.vcf',
    ['BEGIN:VCARD', 'FN:Олена Вигадана', custom, 'END:VCARD'].join('\n'),
  );
  expect(records).toMatchObject([{ name: 'Олена Вигадана', alias: 'Оля' }]);
});
