import { extname } from 'node:path';
import type { Reader, SourceRow } from '../reader.ts';
import { headersAtStart } from './eml.ts';
import { readMail } from './mail.ts';
import { readMailDate } from './mail-date.ts';
import { attachmentRemark, MAIL_COLUMNS, mailPlan, mailRows } from './mail-table.ts';
import { type BoxMessage, MboxSplitter } from './mbox-split.ts';

const ENVELOPE = /^From \S.*\d{4}/;

/** A mailbox of messages one after the other; each is read by itself, and the number of a row is that of its message. */
export const mbox: Reader = {
  format: 'mbox',
  extensions: ['.mbox', '.mbx'],
  mediaType: 'application/mbox',
  plan: mailPlan,
  remarks: attachmentRemark,
  sniff(sample, fileName) {
    const text = Buffer.from(sample.subarray(0, 1000)).toString('latin1').replace(/^\s+/, '');
    const byName = this.extensions.includes(extname(fileName).toLowerCase());
    if (!/^From /.test(text)) return { confidence: byName ? 0.3 : 0, why: byName ? 'name' : 'notTable' };
    const rest = Buffer.from(text.slice(text.indexOf('\n') + 1), 'latin1');
    const isBox = ENVELOPE.test(text) || headersAtStart(rest) > 0;
    const isOne = extname(fileName).toLowerCase() === '.eml' && !hasSecond(sample);
    return { confidence: isBox ? (isOne ? 0.5 : 1) : 0.2, why: isBox ? 'content' : 'name' };
  },
  async read(chunks) {
    return { columns: MAIL_COLUMNS, batches: rows(chunks) };
  },
};

/** One message saved with its envelope is no mailbox. */
function hasSecond(sample: Uint8Array): boolean {
  return /\n\r?\nFrom \S.*\d{4}/.test(Buffer.from(sample).toString('latin1'));
}

async function* rows(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<readonly SourceRow[]> {
  const splitter = new MboxSplitter();
  for await (const chunk of chunks) {
    for (const message of splitter.push(chunk)) yield await rowsOf(message);
  }
  for (const message of splitter.end()) yield await rowsOf(message);
}

/** A message that cannot be read is a row with its reason; the others go on. */
async function rowsOf({ number, envelope, bytes }: BoxMessage): Promise<readonly SourceRow[]> {
  if (bytes === null) return [unreadable(number, 'message-too-large', envelope)];
  try {
    return mailRows(await readMail(bytes, envelopeTime(envelope)), number);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return [unreadable(number, 'message-unreadable', Buffer.from(bytes.subarray(0, 200)).toString('latin1'))];
  }
}

function unreadable(line: number, code: string, raw: string): SourceRow {
  return { line, cells: [], problem: { code, raw } };
}

/** The line before a message has the time of its delivery, by custom in UTC. */
function envelopeTime(envelope: string): string {
  const time = readMailDate(envelope.replace(/^From \S+/, ''));
  return time === '' || /([+-]\d{2}:\d{2})$/.test(time) ? time : `${time}+00:00`;
}
