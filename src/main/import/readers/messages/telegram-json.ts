import type { ImportPart, ReadingChoice } from '../../../../contract/import.ts';
import { Failure } from '../../../../core/result.ts';
import { detectEncoding } from '../../encoding.ts';
import type { ByteSource } from '../../files.ts';
import type { FixedPlan, SampleTable, SourceRow } from '../reader.ts';
import { accountParty, CHAT_COLUMNS, chatRow, type Party } from './chat-table.ts';
import { type Json, listOf, objectOf, textOf } from './json-text.ts';
import { htmlMessages } from './telegram-html.ts';
import { contentOf, timeOf } from './telegram-message.ts';
import { textOf as decoded } from './whatsapp.ts';

export interface TelegramExport {
  readonly chats: readonly unknown[];
  readonly contacts: readonly unknown[];
  readonly owner: Party | null;
}

const SHOWN_ROWS = 5000;

/** Failure import.json-cut. */
export function readExport(text: string, fileName: string): TelegramExport {
  const root = objectOf(parsed(text, fileName));
  if (root === null) throw new Failure('import.json-cut', { file: fileName });
  const lists = ['chats', 'left_chats'].flatMap((name) => listOf(objectOf(root[name])?.list));
  const chats = Array.isArray(root.messages) ? [root] : lists;
  const contacts = listOf(objectOf(root.contacts)?.list);
  return { chats, contacts, owner: ownerOf(objectOf(root.personal_information)) };
}

function parsed(text: string, fileName: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure('import.json-cut', { file: fileName });
  }
}

function ownerOf(person: Json | null): Party | null {
  const id = textOf(person?.user_id);
  if (person === null || id === '') return null;
  return account(`user${id}`, fullName(person));
}

function account(id: string, name: string): Party {
  return accountParty(name, id === '' ? '' : `telegram:${id}`);
}

function fullName(person: Json): string {
  return `${textOf(person.first_name)} ${textOf(person.last_name)}`.trim();
}

/** Messages of all chats, numbered through as they stand in the file. */
export function messageRows({ chats, owner }: TelegramExport): SourceRow[] {
  const rows: SourceRow[] = [];
  for (const one of chats) {
    const chat = objectOf(one);
    if (chat === null) {
      rows.push(unreadable(rows.length + 1, one));
      continue;
    }
    const recipientOf = recipients(chat, owner);
    const name = textOf(chat.name);
    for (const value of listOf(chat.messages)) {
      const line = rows.length + 1;
      const message = objectOf(value);
      if (message === null) rows.push(unreadable(line, value));
      else rows.push(rowOf(message, line, name, recipientOf));
    }
  }
  return rows;
}

function unreadable(line: number, value: unknown): SourceRow {
  return {
    line,
    cells: [],
    problem: { code: 'message-unreadable', raw: JSON.stringify(value).slice(0, 200) },
  };
}

function rowOf(
  message: Json,
  line: number,
  chat: string,
  recipientOf: (id: string) => Party | null,
): SourceRow {
  const isService = message.type === 'service';
  const id = textOf(message.from_id) || textOf(message.actor_id);
  const name = textOf(message.from) || textOf(message.actor);
  const { kind, text, attachments } = contentOf(message, isService);
  return chatRow({
    line,
    time: timeOf(message),
    from: id === '' && name === '' ? null : account(id, name),
    to: recipientOf(id),
    chat,
    id: textOf(message.id),
    kind,
    text,
    attachments,
    repliesTo: textOf(message.reply_to_message_id),
    forwardedFrom: textOf(message.forwarded_from),
  });
}

/** Of two people each is the other's recipient; of a group or channel it is the group itself. */
function recipients(chat: Json, owner: Party | null): (sender: string) => Party | null {
  const name = textOf(chat.name);
  const type = textOf(chat.type);
  const id = textOf(chat.id);
  if (!['personal_chat', 'bot_chat', 'saved_messages'].includes(type)) {
    const group = account(id === '' ? '' : `chat${id}`, name || id);
    return () => group;
  }
  if (type === 'saved_messages') return () => owner;
  const other = account(`user${id}`, name);
  const own = owner ?? otherOf(chat, `user${id}`);
  return (sender) => (sender === `user${id}` ? own : other);
}

/** Of one exported chat nobody says whose account it is: it is the one who writes and is not the partner. */
function otherOf(chat: Json, partner: string): Party | null {
  for (const value of listOf(chat.messages)) {
    const message = objectOf(value);
    const id = textOf(message?.from_id);
    if (message !== null && id !== '' && id !== partner) return account(id, textOf(message.from));
  }
  return null;
}

export const CONTACT_COLUMNS = ['name', 'phone', 'time', 'userId'] as const;

export function contactRows({ contacts }: TelegramExport): SourceRow[] {
  return contacts.map((value, at) => {
    const one = objectOf(value);
    if (one === null) return unreadable(at + 1, value);
    const cells = [fullName(one), textOf(one.phone_number), textOf(one.date), textOf(one.user_id)];
    return { line: at + 1, cells, problem: null };
  });
}

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

/** An export of the whole account has the address book beside the messages: a part of its own. */
export async function lookAtExport(source: ByteSource, reading: ReadingChoice): Promise<SampleTable> {
  const encoding = reading.encoding ?? detectEncoding(await source.sample()).encoding;
  const text = await decoded(source.chunks(), encoding, source.name);
  const isPage = text.trimStart().startsWith('<');
  const found = isPage ? null : readExport(text, source.name);
  const messages = found === null ? htmlMessages(text) : messageRows(found);
  const contacts = found === null ? [] : contactRows(found);
  const part = (name: string, rows: number): ImportPart => ({ name, rows, hidden: false });
  const parts =
    contacts.length === 0 ? [] : [part('chats', messages.length), part('contacts', contacts.length)];
  const isContacts = reading.part === 'contacts' && contacts.length > 0;
  const rows = isContacts ? contacts : messages;
  const attachments = messages.filter(
    ({ cells }) => (cells[CHAT_COLUMNS.indexOf('attachments')] ?? '') !== '',
  ).length;
  return {
    fileName: source.name,
    format: 'telegram',
    encoding,
    delimiter: '',
    quote: '',
    headerRow: 0,
    columns: [...(isContacts ? CONTACT_COLUMNS : CHAT_COLUMNS)],
    rows: rows.slice(0, SHOWN_ROWS).flatMap(({ cells, problem }) => (problem === null ? [cells] : [])),
    estimatedRows: rows.length,
    ...(parts.length === 0 ? {} : { parts, part: isContacts ? 'contacts' : 'chats' }),
    remarks: attachments === 0 || isContacts ? [] : [{ code: 'attachments', params: { count: attachments } }],
  };
}
