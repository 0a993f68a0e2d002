import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeSample, detectEncoding } from '../../../../src/main/import/encoding.ts';

const UKRAINIAN =
  'Номер абонента;Співрозмовник;Дата та час;Адреса\n0500000001;0500000002;01.03.2026;Київ, вул. Їжакова\n';
const RUSSIAN =
  'Номер;Собеседник;Дата и время;Адрес\n0500000001;0500000002;01.03.2026;Вымышленный посёлок, объезд\n';
const ROMANIAN = 'Nume;Prenume;Localitate\nPopăescu;Ștefan;Fălești\nȚurcanu;Mărioara;Bălți\n'
  .replaceAll('ș', 'ş')
  .replaceAll('ț', 'ţ')
  .replaceAll('Ș', 'Ş')
  .replaceAll('Ț', 'Ţ');
const POLISH = 'Imię;Nazwisko;Miejscowość\nŁucja;Wymyślona;Gdańsk\nŻaneta;Śnieżyńska;Łódź\n';
const CZECH = 'Jméno;Příjmení;Město\nTomáš;Vymyšlený;Žďár\nJiří;Růžička;Plzeň\n';
const FRENCH = 'Prénom;Père;Forêt\nHélène;Imaginé;Saint-Étienne près de là\nGaëlle;Être;Où\n';
const PORTUGUESE = 'Data;Operação;Descrição\n01/03/2026;Transferência;São João, não\n';
const LITHUANIAN = 'Vardas;Pavardė;Gyvenamoji vieta\nŽygimantas;Išgalvotas;Šiauliai, Ąžuolų g.\n';
const TURKISH = 'Ad;Soyadı;Açıklama\nŞükrü;Uydurulmuş;İstanbul ığdır değil\n';

const CASES = [
  ['windows-1251', UKRAINIAN],
  ['windows-1251', RUSSIAN],
  ['koi8-u', UKRAINIAN],
  ['koi8-r', RUSSIAN],
  ['iso-8859-5', UKRAINIAN],
  ['iso-8859-5', RUSSIAN],
  ['maccyrillic', UKRAINIAN],
  ['maccyrillic', RUSSIAN],
  ['cp866', RUSSIAN],
  ['windows-1250', ROMANIAN],
  ['windows-1250', POLISH],
  ['windows-1250', CZECH],
  ['iso-8859-2', POLISH],
  ['iso-8859-2', CZECH],
  ['windows-1252', FRENCH],
  ['windows-1252', PORTUGUESE],
  ['windows-1257', LITHUANIAN],
  ['windows-1254', TURKISH],
] as const;

const plain = '0500000001;0500000002;01.03.2026;abc\n';

describe.each(CASES)('%s', (encoding, text) => {
  const encode = (part: string): Uint8Array => new Uint8Array(iconv.encode(part, encoding));
  test.each([
    ['a header and a row or two', text],
    ['one line', `${text.split('\n')[1]}\n`],
    ['a long file that is mostly ASCII', `${text}${plain.repeat(2000)}${text}`],
    ['many rows', text.repeat(300)],
  ])('%s', (_, part) => {
    const bytes = encode(part);
    expect(decodeSample(bytes, detectEncoding(bytes).encoding)).toBe(part);
  });

  test('by its name, given two lines', () => {
    expect(detectEncoding(encode(text)).encoding).toBe(encoding);
  });
});

test.each(['windows-1251', 'koi8-u', 'iso-8859-5', 'maccyrillic', 'cp866'])(
  'capitals only, in %s',
  (encoding) => {
    const text = 'НОМЕР;ДАТА;ТЕЛЕФОН\nВОДОЛАЗОВ;ОДЕСА;1\n';
    const bytes = new Uint8Array(iconv.encode(text, encoding));
    expect(decodeSample(bytes, detectEncoding(bytes).encoding)).toBe(text);
  },
);

test.each(['windows-1251', 'koi8-u', 'iso-8859-5', 'maccyrillic'])('three words, in %s', (encoding) => {
  const text = 'Дата;Номер;Вхідний\n';
  const bytes = new Uint8Array(iconv.encode(text, encoding));
  expect(decodeSample(bytes, detectEncoding(bytes).encoding)).toBe(text);
});
