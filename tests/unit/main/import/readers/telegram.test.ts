import { expect, test } from 'vitest';
import { importHandlers } from '../../../../../src/main/import/handlers.ts';
import { readExport } from '../../../../../src/main/import/readers/messages/telegram-json.ts';
import { bench, importPath } from '../helpers.ts';
import { column, readBytes } from './message-rows.ts';

const CHAT = JSON.stringify({
  name: 'Іван Вигаданий',
  type: 'personal_chat',
  id: 111,
  messages: [
    {
      id: 1,
      type: 'service',
      date: '2024-03-12T14:00:00',
      date_unixtime: '1710244800',
      actor: 'Іван Вигаданий',
      actor_id: 'user111',
      action: 'phone_call',
      duration_seconds: 33,
      text: '',
    },
    {
      id: 2,
      type: 'message',
      date: '2024-03-12T14:05:33',
      date_unixtime: '1710245133',
      from: 'Іван Вигаданий',
      from_id: 'user111',
      reply_to_message_id: 1,
      text: ['див ', { type: 'text_link', text: 'тут', href: 'https://x.example/1' }],
    },
    {
      id: 3,
      type: 'message',
      date: '2024-03-12T14:06:33',
      date_unixtime: '1710245193',
      from: 'Я',
      from_id: 'user222',
      photo: 'photos/p.jpg',
      photo_file_size: 123,
      text: '',
    },
    5,
  ],
});

const ACCOUNT = JSON.stringify({
  personal_information: { user_id: 222, first_name: 'Я', last_name: 'Сам' },
  contacts: {
    list: [
      {
        user_id: 0,
        first_name: 'Оля',
        last_name: 'Вигадана',
        phone_number: '+380 67 000 00 01',
        date: '2020-01-01T00:00:00',
      },
      {
        user_id: 0,
        first_name: 'Оля',
        last_name: 'Вигадана',
        phone_number: '+380 67 000 00 02',
        date: '2020-01-01T00:00:00',
      },
    ],
  },
  chats: {
    list: [
      {
        name: 'Група',
        type: 'private_supergroup',
        id: 333,
        messages: [
          {
            id: 1,
            type: 'message',
            date: '2024-03-12T14:05:33',
            from: null,
            from_id: 'user5',
            text: 'Привіт',
            forwarded_from: 'Канал',
          },
        ],
      },
    ],
  },
});

test('a chat of two: accounts by their number, the zone from both clocks, the rest in the words of the file', async () => {
  const read = await readBytes('result.json', CHAT);
  expect(read.format).toBe('telegram');
  expect(read.records[1]).toEqual({
    time: '2024-03-12T14:05:33+02:00',
    senderType: 'online_account',
    senderName: 'Іван Вигаданий',
    senderAccount: 'telegram:user111',
    recipientType: 'online_account',
    recipientName: 'Я',
    recipientAccount: 'telegram:user222',
    chat: 'Іван Вигаданий',
    messageId: '2',
    kind: 'text',
    text: 'див тут (https://x.example/1)',
    repliesTo: '1',
  });
  expect(read.records[0]).toMatchObject({ kind: 'call', text: 'phone_call\nduration_seconds: 33' });
  expect(read.records[2]).toMatchObject({
    kind: 'media',
    attachments: 'photos/p.jpg · 123 B',
    recipientName: 'Іван Вигаданий',
  });
  expect(read.rows[3]).toMatchObject({ line: 4, problem: { code: 'message-unreadable', raw: '5' } });
});

test('a whole account: messages to the group, the address book as a part of its own', async () => {
  const one = bench();
  const path = one.write('result.json', ACCOUNT);
  const inspection = await importHandlers['import.inspect'](one.context, { path });
  expect(inspection.parts).toEqual([
    { name: 'chats', rows: 1, hidden: false },
    { name: 'contacts', rows: 2, hidden: false },
  ]);
  expect(await importPath(one, path)).toMatchObject({ rows: 1, imported: 1, events: 1, entitiesNew: 2 });
  const labels = one.database
    .all<{ label: string }>('SELECT label FROM entity ORDER BY seq')
    .map(({ label }) => label);
  expect(labels).toEqual(['telegram:user5', 'Група']);
  const { suggested } = await importHandlers['import.inspect'](one.context, {
    path,
    reading: { part: 'contacts' },
  });
  const report = await importPath(one, path, suggested);
  expect(report).toMatchObject({ rows: 2, imported: 2, entitiesNew: 4, links: 2 });
});

const PAGE = `<!DOCTYPE html><html><head><title>Exported Data</title></head><body><div class="page_wrap">
<div class="page_header"><div class="content"><div class="text bold">
Іван Вигаданий
</div></div></div><div class="page_body chat_page"><div class="history">
<div class="message service" id="message-1"><div class="body details">
12 March 2024
</div></div>
<div class="message default clearfix" id="message2"><div class="body">
<div class="pull_right date details" title="12.03.2024 14:05:33 UTC+02:00">14:05</div>
<div class="from_name">
Іван Вигаданий
</div><div class="text">
Привіт &amp; <a href="https://x.example">тут</a><br>друге
</div></div></div>
<div class="message default clearfix joined" id="message3"><div class="body">
<div class="pull_right date details" title="12.03.2024 14:06:33 UTC+02:00">14:06</div>
<div class="media_wrap clearfix"><a class="photo_wrap clearfix pull_left" href="photos/photo_1.jpg"><img class="photo" src="t.jpg"/></a></div></div></div>
<div class="message service" id="message4"><div class="body details">Іван pinned a message</div></div>
<div class="message default clearfix" id="message5"><div class="body">
<div class="pull_right date details" title="12.03.2024 14:07:33">14:07</div>
<div class="from_name">Я <span class="via_bot">via @x</span></div>
<div class="reply_to details">In reply to <a href="#go_to_message2">this message</a></div>
<div class="forwarded body"><div class="from_name">Канал <span class="date details" title="01.01.2024 00:00:00"> 01.01.2024</span></div><div class="text">цитата</div></div>
</div></div></div></div></div></body></html>`;

test('the pages: joined messages are by the same sender, notices have the day above them', async () => {
  const read = await readBytes('messages.html', PAGE);
  expect(read.format).toBe('telegram');
  expect(column(read, 'messageId')).toEqual(['2', '3', '4', '5']);
  expect(column(read, 'senderName')).toEqual(['Іван Вигаданий', 'Іван Вигаданий', '', 'Я']);
  expect(column(read, 'time')).toEqual([
    '2024-03-12T14:05:33+02:00',
    '2024-03-12T14:06:33+02:00',
    '2024-03-12',
    '2024-03-12T14:07:33',
  ]);
  expect(read.records[0]?.text).toBe('Привіт & тут (https://x.example)\nдруге');
  expect(read.records[1]).toMatchObject({
    kind: 'media',
    attachments: 'photos/photo_1.jpg',
    recipientName: 'Я',
  });
  expect(read.records[3]).toMatchObject({ repliesTo: '2', forwardedFrom: 'Канал', text: 'цитата' });
});

test('an export that breaks off is refused whole and says so; any other JSON is left to others', async () => {
  await expect(readBytes('result.json', CHAT.slice(0, -40))).rejects.toMatchObject({
    error: { code: 'import.json-cut' },
  });
  expect(await readBytes('other.json', '{"messages": [1, 2], "name": "x"}')).toMatchObject({
    format: 'json',
  });
});

test.each([1, 3, 16, 1000])('cut into pieces of %i bytes an export gives the same rows', async (size) => {
  const bytes = new TextEncoder().encode(ACCOUNT.replace('Привіт', 'за\\"п\\\\'));
  const cut = async (length: number) => {
    async function* pieces() {
      for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
    }
    const rows = [];
    for await (const { messages, contacts } of readExport(pieces(), 'utf-8', 'x'))
      rows.push(...messages, ...contacts);
    return rows.map(({ cells }) => cells);
  };
  const whole = await cut(bytes.length);
  expect(whole.flat()).toContain('за"п\\');
  expect(new Set((await cut(size)).map(String))).toEqual(new Set(whole.map(String)));
});

test('the owner who writes only later is the recipient of what came before', async () => {
  const { messages, ...chat } = JSON.parse(CHAT);
  const read = await readBytes('result.json', JSON.stringify({ ...chat, messages: messages.slice(0, 3) }));
  expect(column(read, 'recipientAccount')).toEqual([
    'telegram:user222',
    'telegram:user222',
    'telegram:user111',
  ]);
});

test.each([
  '{"messages": [{"from_id": "user1"}]',
  '{"messages": [{"from_id": "user1"}}',
  '{"messages": ["from_id": ',
])('brackets that do not fit are refused: %s', async (text) => {
  await expect(readBytes('result.json', text)).rejects.toMatchObject({
    error: { code: 'import.json-cut' },
  });
});

test('a call among the messages of a page', async () => {
  const entry =
    '<div class="media clearfix pull_left media_call success"><div class="body"><div class="status details">Outgoing (42 seconds)</div></div></div>';
  const page = `<div class="page_wrap"><div class="page_header"><div class="text bold">Ana Exemplu</div></div><div class="history">
<div class="message default clearfix" id="message2"><div class="body"><div class="pull_right date details" title="12.03.2024 12:00:10 UTC+02:00">12:00</div><div class="from_name">Ion Inventat</div><div class="media_wrap clearfix">${entry}</div></div></div></div></div>`;
  const { records } = await readBytes('messages.html', page);
  expect(records).toMatchObject([{ kind: 'call', text: 'Outgoing (42 seconds)' }]);
});
