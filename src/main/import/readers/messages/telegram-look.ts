import type { ImportPart, ReadingChoice } from '../../../../contract/import.ts';
import { detectEncoding } from '../../encoding.ts';
import type { ByteSource } from '../../files.ts';
import type { FixedPlan, Remark, SampleTable, SourceRow } from '../reader.ts';
import { CHAT_COLUMNS } from './chat-table.ts';
import { htmlMessages } from './telegram-html.ts';
import { type ExportBatch, readExport } from './telegram-json.ts';
import { textOf } from './whatsapp.ts';

export const CONTACT_COLUMNS = ['name', 'phone', 'time', 'userId'] as const;

/** Enough to tell the parts; an export can hold years. */
const MOST_MESSAGES = 5000;

export function contactPlan(): FixedPlan {
  return {
    entities: [
      {
        name: 'person',
        type: 'person',
        key: { columns: ['name', 'phone'] },
        identifiers: [],
        label: { columns: ['name'] },
        properties: {},
        required: false,
      },
      {
        name: 'phone',
        type: 'phone',
        identifiers: [{ kind: 'phone', value: { columns: ['phone'] } }],
        properties: {},
        required: false,
      },
    ],
    links: [{ from: 'person', to: 'phone', type: 'uses', strength: 'unconfirmed' }],
    events: [],
    fields: { name: 'fullName', phone: 'phone', time: 'start' },
  };
}

/** The brace of an object or the bracket of a page; empty where the bytes begin with anything else. */
export function firstSign(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  return /^[^\x21-\x7E]*([{<])/.exec(start)?.[1] ?? '';
}

interface Seen {
  readonly messages: SourceRow[];
  readonly contacts: SourceRow[];
  readonly isWhole: boolean;
  readonly bytes: number;
}

/** An export of the whole account has the address book beside the messages: a part of its own. */
export async function lookAtExport(source: ByteSource, reading: ReadingChoice): Promise<SampleTable> {
  const sample = await source.sample();
  const encoding = reading.encoding ?? detectEncoding(sample).encoding;
  const { messages, contacts, isWhole, bytes } = await beginning(source, sample, encoding);
  const isContacts = reading.part === 'contacts' && contacts.length > 0;
  const estimate = isWhole
    ? messages.length
    : Math.round((messages.length * source.size) / Math.max(1, Math.min(bytes, source.size)));
  const part = (name: string, rows: number | null): ImportPart => ({ name, rows, hidden: false });
  const parts = [part('chats', isWhole ? messages.length : null), part('contacts', contacts.length)];
  const rows = isContacts ? contacts : messages;
  return {
    fileName: source.name,
    format: 'telegram',
    encoding,
    delimiter: '',
    quote: '',
    headerRow: 0,
    columns: [...(isContacts ? CONTACT_COLUMNS : CHAT_COLUMNS)],
    rows: rows.flatMap(({ cells, problem }) => (problem === null ? [cells] : [])),
    estimatedRows: isContacts ? contacts.length : estimate,
    ...(contacts.length === 0 ? {} : { parts, part: isContacts ? 'contacts' : 'chats' }),
    remarks: isContacts ? [] : attachmentsIn(messages),
  };
}

async function beginning(source: ByteSource, sample: Uint8Array, encoding: string): Promise<Seen> {
  if (firstSign(sample) === '<') {
    const messages = htmlMessages(await textOf(source.chunks(), encoding, source.name));
    return { messages, contacts: [], isWhole: true, bytes: source.size };
  }
  const messages: SourceRow[] = [];
  const contacts: SourceRow[] = [];
  let bytes = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of source.chunks()) {
      bytes += chunk.length;
      yield chunk;
    }
  }
  for await (const batch of readExport(counted(), encoding, source.name)) {
    messages.push(...batch.messages);
    contacts.push(...batch.contacts);
    if (messages.length >= MOST_MESSAGES) return { messages, contacts, isWhole: false, bytes };
  }
  return { messages, contacts, isWhole: true, bytes };
}

function attachmentsIn(messages: readonly SourceRow[]): Remark[] {
  const at = CHAT_COLUMNS.indexOf('attachments');
  const count = messages.filter(({ cells }) => (cells[at] ?? '') !== '').length;
  return count === 0 ? [] : [{ code: 'attachments', params: { count } }];
}

/** The rows of one part. */
export async function* partOf(
  batches: AsyncIterable<ExportBatch>,
  part: keyof ExportBatch,
): AsyncGenerator<readonly SourceRow[]> {
  for await (const batch of batches) yield batch[part];
}
