import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { importHandlers } from '../../../../../src/main/import/handlers.ts';
import { bench, importPath } from '../helpers.ts';
import { column, readBytes } from './message-rows.ts';

const PAIR = `12.03.24, 14:05 - Повідомлення та дзвінки захищено наскрізним шифруванням. Дізнайтеся більше.
12.03.24, 14:05 - Оксана Вигадана: Привіт
другий рядок: з двокрапкою

12.03.24, 14:06 - Іван „Бугай“ Вигаданий: <Медіафайл пропущено>
05.04.24, 09:00 - Оксана Вигадана: \u200EIMG-20240405-WA0001.jpg (файл додано)
05.04.24, 09:01 - Іван „Бугай“ Вигаданий: Ви видалили це повідомлення
`;

const GROUP = `\uFEFF[12.03.2024, 14:05:33] Урожай: \u200EПовідомлення та дзвінки захищено наскрізним шифруванням.
\u200E[12.03.2024, 14:05:40] Урожай: \u200EОксана створила групу “Урожай”
[12.03.2024, 14:06:01] Оксана Вигадана: хто їде?
\u200E[12.03.2024, 14:07:11] ~\u00A0Микола: \u200E<вкладено: 00000012-PHOTO-2024-03-12-14-07-11.jpg>
[25.03.2024, 14:08:11] \u202A+380\u00A067\u00A0000\u00A000\u00A001\u202C: я
ще рядок
\u200E[25.03.2024, 14:09:11] Оксана Вигадана: \u200Eimage omitted
`;

test('two people: each line goes from one to the other, further lines belong to it', async () => {
  const read = await readBytes('Чат WhatsApp із Оксана Вигадана.txt', PAIR);
  expect(read.format).toBe('whatsapp');
  expect(read.rows.map(({ line }) => line)).toEqual([1, 2, 5, 6, 7]);
  expect(column(read, 'kind')).toEqual(['system', 'text', 'media', 'media', 'deleted']);
  expect(column(read, 'senderName').slice(1, 3)).toEqual(['Оксана Вигадана', 'Іван „Бугай“ Вигаданий']);
  expect(column(read, 'recipientName').slice(1, 3)).toEqual(['Іван „Бугай“ Вигаданий', 'Оксана Вигадана']);
  expect(read.records[1]?.text).toBe('Привіт\nдругий рядок: з двокрапкою');
  expect(read.records[3]?.attachments).toBe('IMG-20240405-WA0001.jpg');
  expect(read.records[0]).not.toHaveProperty('senderName');
});

test('a group of an iPhone: the notice names it, numbers are phones, marks are gone', async () => {
  const read = await readBytes('_chat.txt', GROUP);
  expect(column(read, 'recipientName')).toEqual(Array(6).fill('Урожай'));
  expect(column(read, 'recipientType')).toEqual(Array(6).fill('online_account'));
  expect(column(read, 'kind')).toEqual(['system', 'system', 'text', 'media', 'text', 'media']);
  expect(read.records[4]).toMatchObject({
    senderType: 'phone',
    senderPhone: '+380 67 000 00 01',
    text: 'я\nще рядок',
  });
  expect(read.records[3]).toMatchObject({
    senderName: 'Микола',
    attachments: '00000012-PHOTO-2024-03-12-14-07-11.jpg',
  });
});

test.each([
  ['3/4/24, 2:05\u202FPM - Ana Exemplu: Hi', '3/4/24 2:05 PM'],
  ['03/04/2024, 14:05 - Ana Exemplu: Hi', '03/04/2024 14:05'],
  ['[2024-03-04, 14:05:09] Ana Exemplu: Hi', '2024-03-04 14:05:09'],
  ['[04.03.24, 14:05:09] Ana Exemplu: Hi', '04.03.24 14:05:09'],
  ['4-3-2024 14:05 - Ana Exemplu: Hi', '4-3-2024 14:05'],
  ['[25/12/23, 6:00:01 ПП] Ana Exemplu: Hi', '25/12/23 6:00:01 PM'],
  ['25.12.2023, 12:10 дп - Ana Exemplu: Hi', '25.12.2023 12:10 AM'],
  ['04/03/2024, 2:05 p.m. - Ana Exemplu: Hi', '04/03/2024 2:05 PM'],
  ['4. 3. 2024, 14.05 - Ana Exemplu: Hi', '4.3.2024 14:05'],
])('%s begins a message at %s', async (line, time) => {
  const read = await readBytes('WhatsApp Chat with Ana Exemplu.txt', `${line}\n`);
  expect(read.records).toMatchObject([{ time, senderName: 'Ana Exemplu', text: 'Hi' }]);
});

test('a notice that quotes a name with a colon has no sender', async () => {
  const text = `3/4/24, 2:05 PM - Ana Exemplu: Hi
3/4/24, 2:06 PM - Ion Fictiv changed the subject from "Old: name" to "Crew"
3/4/24, 2:07 PM - Ion Fictiv: <Media omitted>
3/4/24, 2:08 PM - Vasile Inexistent: Conținut: altul
`;
  const read = await readBytes('WhatsApp Chat with Crew.txt', text);
  expect(column(read, 'senderName')).toEqual(['Ana Exemplu', '', 'Ion Fictiv', 'Vasile Inexistent']);
  expect(column(read, 'recipientName')).toEqual(['Crew', 'Crew', 'Crew', 'Crew']);
});

describe('in a vault', () => {
  test('times in the zone of the source; a day that does not exist is a rejected row', async () => {
    const one = bench();
    const text = `[25/12/23, 6:00:01 ПП] Пётр Выдуманный: привет
[31/02/24, 12:00:01 ДП] Анна Ненастоящая: плохая дата
[26/12/23, 12:00:01 ДП] Анна Ненастоящая: ответ
`;
    const path = one.write('chat.txt', iconv.encode(text, 'windows-1251'));
    const report = await importPath(one, path);
    expect(report).toMatchObject({ rows: 3, imported: 2, rejected: 1, events: 2, entitiesNew: 2 });
    expect(report.rejectedRows).toMatchObject([
      { line: 2, code: 'time-unreadable', value: '31/02/24 12:00:01 AM' },
    ]);
    const events = one.database.all('SELECT start_at, type FROM event ORDER BY seq');
    expect(events).toEqual([
      { start_at: Date.UTC(2023, 11, 25, 16, 0, 1), type: 'message' },
      { start_at: Date.UTC(2023, 11, 25, 22, 0, 1), type: 'message' },
    ]);
  });

  test('dates that fit both orders are asked, and one above twelve far below decides', async () => {
    const one = bench();
    const lines = Array.from({ length: 30 }, (_, at) => `03/04/24, 10:${10 + at} - Ana Exemplu: ${at}`);
    const ask = one.write('WhatsApp Chat with Ana.txt', `${lines.join('\n')}\n`);
    const tell = one.write(
      'WhatsApp Chat with Ion.txt',
      `${lines.join('\n')}\n03/25/24, 10:00 - Ana Exemplu: x\n`,
    );
    const [open, told] = await Promise.all(
      [ask, tell].map((path) => importHandlers['import.inspect'](one.context, { path })),
    );
    expect(open).toMatchObject({ ambiguousDates: true });
    expect(told).toMatchObject({ ambiguousDates: false, suggested: { dateOrder: 'mdy' } });
  });
});

test('a saved mapping does not settle the days of the next phone: its file is read for itself and asked about', async () => {
  const one = bench();
  const line = (date: string): string => `${date}, 10:00 - Ana Exemplu: x\n`;
  const inspect = (name: string, text: string) =>
    importHandlers['import.inspect'](one.context, { path: one.write(name, text) });
  const first = await inspect('WhatsApp Chat with Ion.txt', line('03/25/24'));
  importHandlers['specification.save'](one.context, { specification: first.suggested });
  const open = await inspect('WhatsApp Chat with Ana.txt', line('03/04/24').repeat(5));
  expect(open).toMatchObject({ suggestedFrom: 'saved', ambiguousDates: true });
  expect(open.remarks).toMatchObject([{ key: 'import:remark.datesAmbiguous', params: { count: 5 } }]);
  const told = await inspect('WhatsApp Chat with Olha.txt', `${line('03/04/24')}${line('25/04/24')}`);
  expect(told).toMatchObject({
    suggestedFrom: 'saved',
    ambiguousDates: false,
    suggested: { dateOrder: 'dmy' },
  });
});

test.each([
  ['изображение отсутствует', 'media'],
  ['аудиофайл отсутствует', 'media'],
  ['стикер не добавлен', 'media'],
  ['зображення відсутнє', 'media'],
  ['Картка контакту відсутня', 'media'],
  ['Наклейку не додано', 'media'],
  ['imagine omisă', 'media'],
  ['fără audio', 'media'],
  ['Аудиозвонок. \u200E2 мин.', 'call'],
  ['Аудіодзвінок. \u200E2 хв.', 'call'],
  ['Сообщение удалено.', 'deleted'],
])('“%s” of an iPhone is %s', async (words, kind) => {
  const text = `[31.12.2023, 21:41:10] Анна: привет\n[31.12.2023, 21:42:10] Анна: \u200E${words}\n`;
  expect(column(await readBytes('_chat.txt', text), 'kind')).toEqual(['text', kind]);
});

test('a missed call of an Android, a document that was left out by its name', async () => {
  const call = await readBytes('WhatsApp Chat with Ana.txt', '12.03.2024, 14:05 - Ion: Apel vocal pierdut\n');
  expect(column(call, 'kind')).toEqual(['call']);
  const line = '[31.12.2023, 21:44:10] Пётр: \u200Eакт.pdf • \u200E3 страницы \u200Eдокумент отсутствует\n';
  const [document] = (await readBytes('_chat.txt', line)).records;
  expect(document).toMatchObject({ kind: 'media', attachments: 'акт.pdf' });
});

test('text before the first message is a row with a reason; a log of a program is no sure chat', async () => {
  const read = await readBytes('WhatsApp Chat with Ana.txt', 'forwarded note\n03.04.2024, 10:00 - Ana: x\n');
  expect(read.rows[0]).toMatchObject({
    line: 1,
    problem: { code: 'message-without-head', raw: 'forwarded note' },
  });
  expect(read.rows).toHaveLength(2);
  const log = await readBytes(
    'server.txt',
    '[2024-03-04 10:00:00] ERROR: broken pipe\n[2024-03-04 10:00:01] INFO: up\n',
  );
  expect(log.confidence).toBeLessThan(0.6);
});

test('a message of a million characters is one row', async () => {
  const long = 'слово '.repeat(200_000);
  const read = await readBytes('WhatsApp Chat with Ana.txt', `03.04.2024, 10:00 - Ana: ${long}\n`);
  expect(read.records[0]?.text).toHaveLength(long.trim().length);
});
