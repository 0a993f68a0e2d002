import { extname } from 'node:path';
import { Failure } from '../../../../core/result.ts';
import { gather } from '../gather.ts';
import type { Reader, SourceRow } from '../reader.ts';
import { readMail } from './mail.ts';
import { attachmentRemark, MAIL_COLUMNS, mailPlan, mailRows } from './mail-table.ts';

const KNOWN =
  /^(return-path|received|delivered-to|from|to|cc|bcc|subject|date|message-id|mime-version|content-type|reply-to|sender|x-[\w-]+|dkim-signature|arc-[\w-]+|in-reply-to|references|user-agent|thread-\w+|importance|list-[\w-]+|authentication-results|content-transfer-encoding|content-language):/i;

/** Some programs save one message with the line a mailbox has before it. */
const ENVELOPE = /^From [^\n]*\n/;

/** How many headers of mail the text begins with; a header may go on in further lines. */
export function headersAtStart(sample: Uint8Array): number {
  const text = Buffer.from(sample.subarray(0, 32_768))
    .toString('latin1')
    .replace(/^(\u00EF\u00BB\u00BF|\s)+/, '')
    .replace(ENVELOPE, '');
  let known = 0;
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (line.trim() === '') break;
    if (KNOWN.test(line)) known += 1;
    else if (!/^[ \t]/.test(line) && !/^[\w-]+:/.test(line)) break;
  }
  return known;
}

/** One message as it was sent. */
export const eml: Reader = {
  format: 'eml',
  extensions: ['.eml'],
  mediaType: 'message/rfc822',
  plan: mailPlan,
  remarks: attachmentRemark,
  sniff(sample, fileName) {
    const count = headersAtStart(sample);
    const byName = extname(fileName).toLowerCase() === '.eml';
    if (count >= 3 || (count >= 1 && byName)) return { confidence: 1, why: 'content' };
    if (count === 2) return { confidence: 0.8, why: 'content' };
    return { confidence: byName ? 0.4 : 0, why: byName ? 'name' : 'notTable' };
  },
  async read(chunks, _specification, fileName) {
    const bytes = await gather(chunks, fileName);
    return { columns: MAIL_COLUMNS, batches: rows(bytes, fileName) };
  },
};

async function* rows(bytes: Uint8Array, fileName: string): AsyncGenerator<readonly SourceRow[]> {
  try {
    yield mailRows(await readMail(withoutEnvelope(bytes)), 1);
  } catch (error) {
    if (error instanceof Failure || !(error instanceof Error)) throw error;
    throw new Failure('import.message-broken', { file: fileName });
  }
}

function withoutEnvelope(bytes: Uint8Array): Uint8Array {
  const start = Buffer.from(bytes.subarray(0, 1000)).toString('latin1');
  return bytes.subarray(ENVELOPE.exec(start)?.[0].length ?? 0);
}
