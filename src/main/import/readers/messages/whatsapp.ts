import { extname, parse } from 'node:path';
import { decodeSample, decodeStream, detectEncoding } from '../../encoding.ts';
import { isBinary } from '../delimited.ts';
import { gather } from '../gather.ts';
import type { Reader, SourceRow } from '../reader.ts';
import { type ChatLine, chatLines, headOf, spokenBy } from './chat-lines.ts';
import { accountParty, CHAT_COLUMNS, chatPlan, chatRow, type Party, partyNamed } from './chat-table.ts';
import { stream } from './stream.ts';
import { hasDateAtStart } from './text-start.ts';
import {
  chatOfFileName,
  contentOf,
  isAboutEncryption,
  isAboutGroup,
  isNotice,
  isNoticeHead,
  MARKS,
} from './whatsapp-words.ts';

const LINES_LOOKED_AT = 200;
const LOOKED_AT = 65_536;

/**
 * Text export of one WhatsApp chat, of Android or iPhone. Held whole, because only the end of the file tells whether
 * it is a group or two people; an export has at most 40,000 messages.
 */
export const whatsapp: Reader = {
  format: 'whatsapp',
  extensions: ['.txt'],
  mediaType: 'text/plain',
  plan: () => chatPlan('WhatsApp'),
  sniff(sample, fileName) {
    const byName = /whatsapp|^_chat\.txt$/i.test(fileName) && extname(fileName).toLowerCase() === '.txt';
    const nothing = { confidence: byName ? 0.5 : 0, why: byName ? 'name' : 'notTable' };
    if (!hasDateAtStart(sample)) return nothing;
    if (isBinary(sample.subarray(0, LOOKED_AT))) return { confidence: 0, why: 'binary' };
    const { share, isLog } = sniffChat(sample);
    if (share > 0 && isLog && !byName) return { confidence: 0.5, why: 'content' };
    if (share > 0.5 || (share > 0 && byName)) return { confidence: 1, why: 'content' };
    return nothing;
  },
  async read(chunks, specification, fileName) {
    const text = await textOf(chunks, specification.encoding, fileName);
    return { columns: CHAT_COLUMNS, batches: stream([...rowsOf(text, fileName)]) };
  },
};

/**
 * `share`: 0 where the first lines begin no message, else that of the messages somebody says. `isLog`: the lines begin
 * with a year and have no comma after it, as those of a program's log do.
 */
function sniffChat(sample: Uint8Array): { share: number; isLog: boolean } {
  const start = sample.subarray(0, LOOKED_AT);
  const text = decodeSample(start, detectEncoding(start).encoding);
  const lines = text.split('\n', LINES_LOOKED_AT).filter((line) => line.trim() !== '');
  const heads = lines.map(headOf).filter((head) => head !== null);
  const begins = lines.slice(0, 2).some((line) => headOf(line) !== null);
  if (heads.length === 0 || !begins) return { share: 0, isLog: false };
  const spoken = heads.filter(({ rest }) => spokenBy(rest) !== null);
  const isLog =
    lines.every((line) => !/^\W*\d[\d./ -]*,/.test(line)) && /^\[?\d{4}/.test(heads[0]?.time ?? '');
  return { share: (spoken.length + 0.5) / heads.length, isLog };
}

export async function textOf(
  chunks: AsyncIterable<Uint8Array>,
  encoding: string,
  fileName: string,
): Promise<string> {
  const bytes = await gather(chunks, fileName);
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield bytes;
  }
  const pieces: string[] = [];
  for await (const piece of decodeStream(whole(), encoding)) pieces.push(piece);
  return pieces.join('');
}

interface Said {
  readonly line: ChatLine;
  /** Null: the program says it. */
  readonly name: string | null;
  readonly text: string;
  readonly kind: string;
  readonly attachment: string;
}

function* rowsOf(text: string, fileName: string): Generator<SourceRow> {
  const said = [...chatLines(text)].map(saidIn);
  const chat = chatOf(said, fileName);
  for (const one of said) {
    const { line, name, text: words, kind, attachment } = one;
    if (line.time === '') {
      yield {
        line: line.line,
        cells: [],
        problem: { code: 'message-without-head', raw: words.slice(0, 200) },
      };
      continue;
    }
    yield chatRow({
      line: line.line,
      time: line.time,
      from: name === null ? null : partyNamed(name),
      to: chat.recipientOf(name),
      chat: chat.name,
      id: '',
      kind,
      text: words,
      attachments: attachment,
      repliesTo: '',
      forwardedFrom: '',
    });
  }
}

function saidIn(line: ChatLine): Said {
  const spoken = spokenBy(line.rest);
  const notice = {
    line,
    name: null,
    text: line.rest.replace(MARKS, '').trim(),
    kind: 'system',
    attachment: '',
  };
  if (line.time === '' || spoken === null || isNoticeHead(spoken.name)) return notice;
  const { name, text, isMarked } = spoken;
  const { kind, attachment } = contentOf(text, isMarked);
  if (isMarked && kind === 'text' && isNotice(text)) return notice;
  return { line, name, text, kind, attachment };
}

interface Chat {
  readonly name: string;
  recipientOf(sender: string | null): Party | null;
}

/** More than two who write, or a notice about a group: the messages go to the group, else to the other one. */
function chatOf(said: readonly Said[], fileName: string): Chat {
  const names = new Set(said.flatMap(({ name }) => (name === null ? [] : [name])));
  const notices = said.filter(({ kind }) => kind === 'system');
  const headed = notices
    .map(({ line }) => spokenBy(line.rest))
    .find((one) => one !== null && isAboutEncryption(one.text));
  const headedBy = headed?.isMarked === true && !names.has(headed.name) ? headed.name : '';
  const title = chatOfFileName(parse(fileName).name);
  const isGroup =
    names.size > 2 || notices.some(({ text }) => isAboutGroup(text) && !isAboutEncryption(text));
  const name = title || headedBy || (isGroup ? quotedName(notices) : '') || parse(fileName).name;
  if (isGroup) return { name, recipientOf: () => accountParty(name, '') };
  const pair = names.size === 2 ? [...names] : [...names, ...(names.has(name) || title === '' ? [] : [name])];
  return {
    name,
    recipientOf(sender) {
      if (sender === null) return null;
      const other = pair.find((one) => one !== sender);
      return other === undefined ? null : partyNamed(other);
    },
  };
}

/** The last name a notice gives the group. */
function quotedName(notices: readonly Said[]): string {
  const quoted = notices.flatMap(({ text }) =>
    [...text.matchAll(/["“«„]([^"“”«»„]+)["”»“]/gu)].map((one) => one[1] ?? ''),
  );
  return quoted.at(-1) ?? '';
}
