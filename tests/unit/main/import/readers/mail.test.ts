import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { importHandlers } from '../../../../../src/main/import/handlers.ts';
import { readMailDate } from '../../../../../src/main/import/readers/messages/mail-date.ts';
import { bench, importPath } from '../helpers.ts';
import { column, readBytes } from './message-rows.ts';

const MAIL = `Message-ID: <1@example.org>
Date: Mon, 01 Jun 2026 09:56:31 +0530
From: =?UTF-8?B?0J7QutGB0LDQvdCw?= <oksana@example.org>
To: "Doe, Ana" <ana@example.org>, ana@EXAMPLE.org, ion@example.org
Cc: Team: c@example.org;
Subject: =?windows-1251?Q?=CF=F0=E8=E2=B3=F2?=
Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: text/plain; charset=windows-1251
Content-Transfer-Encoding: quoted-printable

=D2=E5=EA=F1=F2
--b
Content-Type: application/octet-stream; name="plan.bin"
Content-Disposition: attachment; filename*=UTF-8''%D0%BF%D0%BB%D0%B0%D0%BD.bin
Content-Transfer-Encoding: base64

AAECAw==
--b
Content-Type: message/rfc822

From: other@example.org
Subject: inner

inner text
--b--
`;

test('one row for each recipient, all of one message id; attachments by name, size and SHA-256', async () => {
  const read = await readBytes('letter.eml', MAIL);
  expect(read.format).toBe('eml');
  expect(column(read, 'toAddress')).toEqual(['ana@example.org', 'ion@example.org', 'c@example.org']);
  expect(column(read, 'role')).toEqual(['to', 'to', 'cc']);
  const sha256 = createHash('sha256')
    .update(Buffer.from([0, 1, 2, 3]))
    .digest('hex');
  expect(read.records[0]).toMatchObject({
    time: '2026-06-01T09:56:31+05:30',
    fromAddress: 'oksana@example.org',
    fromShownAs: 'Оксана',
    toShownAs: 'Doe, Ana',
    subject: 'Привіт',
    text: 'Текст',
    messageId: '<1@example.org>',
  });
  const [first, second] = read.records[0]?.attachments?.split('\n') ?? [];
  expect(first).toBe(`план.bin · 4 B · SHA-256 ${sha256}`);
  expect(second).toMatch(/^message\/rfc822 · \d+ B · SHA-256 [0-9a-f]{64}$/);
});

test('a message with its envelope saved as .eml is one message', async () => {
  const read = await readBytes('saved.eml', `From oksana@example.org Mon Jun  1 09:56:31 2026\n${MAIL}`);
  expect(read.format).toBe('eml');
  expect(column(read, 'fromAddress')[0]).toBe('oksana@example.org');
});

const BOX = Buffer.from(
  `From MAILER Thu Jan  1 10:00:00 2026
From: somebody without an address
Date: not a date
Subject: one
To: a@example.org, b@example.org

>From the start
From here on no envelope
\u00FF\u00FE bad

From x@example.org Thu Jan  1 11:00:00 2026
not a header at all
still text

From y@example.org Thu Jan  1 12:00:00 2026
From: y@example.org
Date: Wed, 31 Dec 2025 23:59:60 EST
Content-Type: text/html; charset=windows-1251

<p>\u00CF\u00F0\u00E8\u00E2\u00B3\u00F2</p><script>x</script>
`,
  'latin1',
);

test('a mailbox: every message is there, whatever its headers are', async () => {
  const read = await readBytes('box.mbox', BOX);
  expect(read.format).toBe('mbox');
  expect(read.rows.map(({ line, problem }) => [line, problem])).toEqual([
    [1, null],
    [1, null],
    [2, null],
    [3, null],
  ]);
  expect(read.records[0]).toMatchObject({
    time: '2026-01-01T10:00:00+00:00',
    dateHeader: 'not a date',
    fromType: 'person',
    fromName: 'somebody without an address',
    unreadable: '2',
  });
  expect(read.records[0]?.text).toContain('From the start\nFrom here on no envelope');
  expect(read.records[2]?.text).toContain('still text');
  expect(read.records[3]).toMatchObject({ time: '2025-12-31T23:59:59-05:00', text: 'Привіт' });
});

test('a mailbox cut into pieces of any size gives the same messages', async () => {
  const { MboxSplitter } = await import('../../../../../src/main/import/readers/messages/mbox-split.ts');
  const cut = (size: number): string[] => {
    const splitter = new MboxSplitter();
    const found = [];
    for (let at = 0; at < BOX.length; at += size) found.push(...splitter.push(BOX.subarray(at, at + size)));
    return [...found, ...splitter.end()].map(({ bytes }) => Buffer.from(bytes ?? []).toString('latin1'));
  };
  const whole = cut(BOX.length);
  expect(whole).toHaveLength(3);
  for (const size of [1, 7, 64]) expect(cut(size)).toEqual(whole);
});

test('in a vault: a message without any time is kept, without one', async () => {
  const one = bench();
  const path = one.write('undated.eml', 'From: a@example.org\nTo: b@example.org\nSubject: x\n\ntext\n');
  expect(await importPath(one, path)).toMatchObject({ rows: 1, imported: 1, events: 1, entitiesNew: 2 });
  expect(one.database.all('SELECT type, start_at FROM event')).toEqual([{ type: 'message', start_at: null }]);
  const { remarks } = await importHandlers['import.inspect'](one.context, { path: one.write('l.eml', MAIL) });
  expect(remarks).toEqual([{ key: 'import:remark.attachments', params: { count: 2 } }]);
});

test.each([
  ['Mon, 01 Jun 2026 09:56:31 +0530', '2026-06-01T09:56:31+05:30'],
  ['1 Jun 26 09:56 GMT', '2026-06-01T09:56:00+00:00'],
  ['Mon Jun  1 04:28:28 2026', '2026-06-01T04:28:28'],
  ['Mon Jun  1 04:28:28 2026 -0700', '2026-06-01T04:28:28-07:00'],
  ['2026-06-01 04:28:28Z', '2026-06-01T04:28:28+00:00'],
  ['Tue, 31 Feb 2026 09:00:00 +0000', ''],
  ['Mon, 01 Jun 2026 29:00:00 +0000', ''],
  ['yesterday', ''],
])('date header %s', (text, iso) => {
  expect(readMailDate(text)).toBe(iso);
});

test('headers alone, an empty text and bytes without sense are rows, not crashes', async () => {
  const headersOnly = await readBytes('a.eml', 'From: a@example.org\nSubject: only\n');
  expect(headersOnly.records).toMatchObject([{ subject: 'only' }]);
  const noise = Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 251));
  const { rows } = await readBytes(
    'b.eml',
    Buffer.concat([Buffer.from('From: a@example.org\nDate: x\n\n'), noise]),
  );
  expect(rows).toHaveLength(1);
});
