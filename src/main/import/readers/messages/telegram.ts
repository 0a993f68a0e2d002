import { basename } from 'node:path';
import { decodeSample, detectEncoding } from '../../encoding.ts';
import { isBinary } from '../delimited.ts';
import type { Reader } from '../reader.ts';
import { CHAT_COLUMNS, chatPlan } from './chat-table.ts';
import { stream } from './gather.ts';
import { htmlMessages } from './telegram-html.ts';
import {
  CONTACT_COLUMNS,
  contactPlan,
  contactRows,
  lookAtExport,
  messageRows,
  readExport,
} from './telegram-json.ts';
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
    const text = await textOf(chunks, specification.encoding, fileName);
    if (text.trimStart().startsWith('<')) {
      return { columns: CHAT_COLUMNS, batches: stream(htmlMessages(text)) };
    }
    const found = readExport(text, fileName);
    if (specification.part === 'contacts') {
      return { columns: CONTACT_COLUMNS, batches: stream(contactRows(found)) };
    }
    return { columns: CHAT_COLUMNS, batches: stream(messageRows(found)) };
  },
};

/** The brace of an object or the bracket of a page; empty where the bytes begin with anything else. */
function firstSign(sample: Uint8Array): string {
  const start = Buffer.from(sample.subarray(0, 200)).toString('latin1');
  return /^[^\x21-\x7E]*([{<])/.exec(start)?.[1] ?? '';
}

function isExport(sample: Uint8Array, start: string): boolean {
  if (isBinary(sample)) return false;
  const text = decodeSample(sample, detectEncoding(sample).encoding);
  if (start === '<') return PAGE.test(text) && /class="message |from_name/.test(text);
  return EXPORT.test(text) && /"(messages|chats|contacts)"\s*:/.test(text);
}
