import { expect, test } from 'vitest';
import { chooseReader } from '../../../../../src/main/import/readers/index.ts';
import { bench, importPath } from '../helpers.ts';
import { column, readBytes } from './message-rows.ts';

test('a table without a header: date, time, name, number, text', async () => {
  const text = `12/03/2024,20:34:32,Тест Вигаданий,+380670000001,"Привіт, як справи"
13/03/2024,20:35:00,Me,+380500000002,"two
lines"
`;
  const read = await readBytes('Messages - Тест.csv', text);
  expect(read.format).toBe('viber');
  expect(read.records).toMatchObject([
    {
      time: '12/03/2024 20:34:32',
      senderPhone: '+380670000001',
      senderShownAs: 'Тест Вигаданий',
      recipientPhone: '+380500000002',
      text: 'Привіт, як справи',
    },
    {
      time: '13/03/2024 20:35:00',
      senderPhone: '+380500000002',
      recipientPhone: '+380670000001',
      text: 'two\nlines',
    },
  ]);
});

test('a header is no message; three who write are a group named by the file', async () => {
  const text = `Дата;Час;Ім’я;Номер;Текст
13.03.2024;10:00;A;+380670000001;один
13.03.2024;10:01;B;+380670000002;два;з роздільником
13.03.2024;10:02;C;+380670000003;три
`;
  const read = await readBytes('viber Урожай.csv', text);
  expect(column(read, 'recipientName')).toEqual(['Урожай', 'Урожай', 'Урожай']);
  expect(column(read, 'text')).toEqual(['один', 'два;з роздільником', 'три']);
});

test('texts with a message a line go into the vault, what stands above them is a row with its reason', async () => {
  const one = bench();
  const path = one.write(
    'viber.txt',
    'Viber: чат\n[12/03/2024][20:34:32] Тест Вигаданий (+380670000001): Привіт\nще рядок\n[13/03/2024][20:34:32] Me: ok\n',
  );
  const report = await importPath(one, path);
  expect(report).toMatchObject({
    rows: 3,
    imported: 2,
    rejected: 1,
    rejectedByReason: { 'message-without-head': 1 },
  });
  const [first] = one.database.all(
    "SELECT properties ->> '$.text' AS text, properties ->> '$.service' AS service FROM event ORDER BY seq",
  );
  expect(first).toEqual({ text: 'Привіт\nще рядок', service: 'Viber' });
});

test('a call list is not taken for a chat', () => {
  const calls = 'number;date;seconds;other;cell\n+380670000001;12.03.2024;33;+380670000002;1\n';
  expect(chooseReader(new TextEncoder().encode(calls), 'calls.csv').reader?.format).toBe('delimited');
});
