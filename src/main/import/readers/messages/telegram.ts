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

/** What Telegram Desktop exports: `result.json` of one chat or of the whole account, or the pages `messages.html`. */
export const telegram: Reader = {
  format: 'telegram',
  extensions: ['.json', '.html'],
  mediaType: 'application/json',
  look: lookAtExport,
  plan: ({ part }) => (part === 'contacts' ? contactPlan() : chatPlan('Telegram')),
  sniff(sample, fileName) {
    if (isBinary(sample)) return { confidence: 0, why: 'binary' };
    const text = decodeSample(sample, detectEncoding(sample).encoding);
    const start = text.trimStart().slice(0, 1);
    if (start === '{' && EXPORT.test(text) && /"(messages|chats|contacts)"\s*:/.test(text)) {
      return { confidence: 1, why: 'content' };
    }
    if (start === '<' && PAGE.test(text) && /class="message |from_name/.test(text)) {
      return { confidence: 1, why: 'content' };
    }
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
