import { burn } from '@kenjiuno/msgreader/lib/Burner.js';
import { expect, test } from 'vitest';
import { textOfCompressedRtf } from '../../../../../src/main/import/readers/messages/compressed-rtf.ts';
import { readBytes } from './message-rows.ts';

type Entry = Parameters<typeof burn>[0][number];

const DIRECTORY = 1;
const DOCUMENT = 2;
const ROOT = 5;

/** A compound file with these streams; a name with a slash lies in a folder. */
function compound(streams: Readonly<Record<string, Buffer>>): Uint8Array {
  const entries: Entry[] = [{ name: 'Root Entry', type: ROOT, length: 0, children: [] }];
  const folders = new Map<string, Entry>([['', entries[0] as Entry]]);
  const add = (folder: string, entry: Entry): void => {
    entries.push(entry);
    folders.get(folder)?.children?.push(entries.length - 1);
  };
  for (const [path, bytes] of Object.entries(streams)) {
    const [folder, name] = path.includes('/') ? path.split('/') : ['', path];
    if (!folders.has(folder ?? '')) {
      const entry: Entry = { name: folder ?? '', type: DIRECTORY, length: 0, children: [] };
      add('', entry);
      folders.set(folder ?? '', entry);
    }
    add(folder ?? '', {
      name: name ?? '',
      type: DOCUMENT,
      length: bytes.length,
      binaryProvider: () => Uint8Array.from(bytes),
    });
  }
  return burn(entries);
}

const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');
const text = (tag: string): string => `__substg1.0_${tag}001F`;

function fixed(header: number, ...records: readonly (readonly [number, bigint])[]): Buffer {
  const bytes = Buffer.alloc(header + records.length * 16);
  for (const [at, [tag, value]] of records.entries()) {
    bytes.writeUInt32LE(tag, header + at * 16);
    bytes.writeBigUInt64LE(value, header + at * 16 + 8);
  }
  return bytes;
}

const fileTime = (instant: number): bigint => BigInt(instant + 11_644_473_600_000) * 10_000n;

const MESSAGE = compound({
  '__properties_version1.0': fixed(32, [0x00390040, fileTime(Date.UTC(2026, 5, 1, 7, 30, 0))]),
  [text('0037')]: wide('Тема листа'),
  [text('1000')]: wide('Рядок один\r\nрядок два'),
  [text('0C1A')]: wide('Оксана Вигадана'),
  [text('0C1F')]: wide('oksana@example.org'),
  [text('1035')]: wide('<7@example.org>'),
  [`__recip_version1.0_#00000000/${text('3001')}`]: wide('Ana Exemplu'),
  [`__recip_version1.0_#00000000/${text('39FE')}`]: wide('ana@example.org'),
  '__recip_version1.0_#00000000/__properties_version1.0': fixed(8, [0x0c150003, 1n]),
  [`__recip_version1.0_#00000001/${text('3001')}`]: wide('Ion Fictiv'),
  [`__recip_version1.0_#00000001/${text('39FE')}`]: wide('ion@example.org'),
  '__recip_version1.0_#00000001/__properties_version1.0': fixed(8, [0x0c150003, 2n]),
  [`__attach_version1.0_#00000000/${text('3707')}`]: wide('план.txt'),
  '__attach_version1.0_#00000000/__substg1.0_37010102': Buffer.from('abc'),
  '__attach_version1.0_#00000000/__properties_version1.0': fixed(8, [0x37050003, 1n]),
});

test('a message of Outlook: sender, both recipients with their roles, time, text, attachment', async () => {
  const read = await readBytes('letter.msg', MESSAGE);
  expect(read).toMatchObject({ format: 'msg', confidence: 1 });
  expect(read.records).toMatchObject([
    {
      time: '2026-06-01T07:30:00+00:00',
      fromAddress: 'oksana@example.org',
      fromShownAs: 'Оксана Вигадана',
      toAddress: 'ana@example.org',
      toShownAs: 'Ana Exemplu',
      role: 'to',
      subject: 'Тема листа',
      text: 'Рядок один\nрядок два',
      messageId: '<7@example.org>',
      attachments:
        'план.txt · 3 B · SHA-256 ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    },
    { toAddress: 'ion@example.org', role: 'cc' },
  ]);
});

test.each([100, 600, 2000, MESSAGE.length - 600])(
  'cut off after %i bytes it is refused with a reason',
  async (length) => {
    const cut = readBytes('letter.msg', MESSAGE.subarray(0, length));
    await expect(cut).rejects.toMatchObject({ error: { code: 'import.message-broken' } });
  },
);

test('a chain of blocks that leads in a circle is refused and not followed', async () => {
  const circle = Uint8Array.from(MESSAGE);
  const view = new DataView(circle.buffer);
  const table = (view.getInt32(76, true) + 1) * 512;
  const directory = view.getInt32(48, true);
  view.setInt32(table + directory * 4, directory, true);
  await expect(readBytes('letter.msg', circle)).rejects.toMatchObject({
    error: { code: 'import.message-broken' },
  });
});

/** Compressed as Outlook does it: the beginning every text has from the window, the rest as it stands, the end mark. */
function packedRtf(rest: Buffer): Buffer {
  const window = 207;
  const pair = (from: number, length: number): number[] => [from >> 4, ((from & 15) << 4) | length];
  const tokens: number[][] = [pair(0, 11 - 2), ...[...rest].map((byte) => [byte])];
  tokens.push(pair(window + 11 + rest.length, 0));
  const bytes: number[] = [];
  for (let at = 0; at < tokens.length; at += 8) {
    const group = tokens.slice(at, at + 8);
    bytes.push(
      group.reduce((marks, token, bit) => marks | (token.length === 2 ? 1 << bit : 0), 0),
      ...group.flat(),
    );
  }
  const header = Buffer.alloc(16);
  header.writeUInt32LE(bytes.length + 12, 0);
  header.writeUInt32LE(11 + rest.length, 4);
  header.writeUInt32LE(0x75465a4c, 8);
  return Buffer.concat([header, Buffer.from(bytes)]);
}

function plainRtf(rtf: string): Buffer {
  const header = Buffer.alloc(16);
  header.writeUInt32LE(rtf.length + 12, 0);
  header.writeUInt32LE(rtf.length, 4);
  header.writeUInt32LE(0x414c454d, 8);
  return Buffer.concat([header, Buffer.from(rtf, 'latin1')]);
}

const WORDS = String.raw`\ansicpg1251\pard \'cf\'f0\'e8\'e2\'b3\'f2\par second line}`;

test.each([
  ['compressed', packedRtf(Buffer.from(WORDS, 'latin1'))],
  ['stored', plainRtf(String.raw`{\rtf1\ansi${WORDS}`)],
])('a text that exists as %s RTF only', async (_, rtf) => {
  const bytes = compound({
    '__properties_version1.0': fixed(32, [0x00390040, fileTime(Date.UTC(2026, 5, 1, 7, 30, 0))]),
    [text('0037')]: wide('Тема листа'),
    [text('0C1F')]: wide('oksana@example.org'),
    '__substg1.0_10090102': rtf,
  });
  const { records } = await readBytes('letter.msg', bytes);
  expect(records).toMatchObject([{ subject: 'Тема листа', text: 'Привіт\nsecond line' }]);
});

test('of a compressed text that breaks off its beginning is kept', () => {
  const whole = packedRtf(Buffer.from(String.raw`\pard beginning and end}`, 'latin1'));
  expect(textOfCompressedRtf(whole.subarray(0, whole.length - 10))).toMatch(/^beginnin/);
  expect(textOfCompressedRtf(whole.subarray(0, 9))).toBe('');
});
