import { basename } from 'node:path';
import { decodeSample, detectEncoding } from '../../encoding.ts';
import { isBinary } from '../delimited.ts';
import type { Reader } from '../reader.ts';
import { CHAT_COLUMNS, chatPlan } from './chat-table.ts';
import { stream } from './stream.ts';
import { htmlMessages } from './telegram-html.ts';
import { readExport } from './telegram-json.ts';
import { CONTACT_COLUMNS, contactPlan, firstSign, lookAtExport, partOf } from './telegram-look.ts';
import { textOf } from './whatsapp.ts';

const PAGE = /<div class="page_wrap"|<div class="history">/;
const EXPORT =
  /"(from_id|date_unixtime|actor_id)"\s*:|"personal_information"\s*:\s*\{|"chats"\s*:\s*\{\s*"about"/;

const LOOKED_AT = 65_536;

/** What Telegram Desktop exports: `result.json` of one chat or of the whole account, or the pages `messages.html`. */
export const telegram: Reader = {
  format: 'telegram',
  extensions: ['.json', '.html'],
  mediaType: 'application/json',
  look: lookAtExport,
  plan: ({ part }) => (part === 'contacts' ? contactPlan() : chatPlan('Telegram')),
  sniff(sample, fileName) {
    const start = firstSign(sample);
    const byContent = start !== '' && isExport(sample.subarray(0, LOOKED_AT), start);
    if (byContent) return { confidence: 1, why: 'content' };
    const byName = /^(result\.json|messages\d*\.html)$/i.test(basename(fileName));
    return { confidence: byName ? 0.1 : 0, why: byName ? 'name' : 'notTable' };
  },
  async read(chunks, specification, fileName) {
    const { first, all } = await peek(chunks);
    if (firstSign(first) === '<') {
      const page = await textOf(all, specification.encoding, fileName);
      return { columns: CHAT_COLUMNS, batches: stream(htmlMessages(page)) };
    }
    const batches = readExport(all, specification.encoding, fileName);
    const isContacts = specification.part === 'contacts';
    return {
      columns: isContacts ? CONTACT_COLUMNS : CHAT_COLUMNS,
      batches: partOf(batches, isContacts ? 'contacts' : 'messages'),
    };
  },
};

/** The first bytes, and the whole stream with them. */
async function peek(
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ first: Uint8Array; all: AsyncGenerator<Uint8Array> }> {
  const pieces = chunks[Symbol.asyncIterator]();
  const first = await pieces.next();
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      for (let next = first; next.done !== true; next = await pieces.next()) yield next.value;
    } finally {
      await pieces.return?.();
    }
  }
  return { first: first.done === true ? new Uint8Array() : first.value, all: all() };
}

function isExport(sample: Uint8Array, start: string): boolean {
  if (isBinary(sample)) return false;
  const text = decodeSample(sample, detectEncoding(sample).encoding);
  if (start === '<') return PAGE.test(text) && /class="message |from_name/.test(text);
  return EXPORT.test(text) && /"(messages|chats|contacts)"\s*:/.test(text);
}
