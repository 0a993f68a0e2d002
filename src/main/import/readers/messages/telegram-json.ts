import { Failure } from '../../../../core/result.ts';
import { decodeStream } from '../../encoding.ts';
import type { SourceRow } from '../reader.ts';
import { accountParty, chatRow, type Party } from './chat-table.ts';
import { type Json, objectOf, textOf } from './json-text.ts';
import { type FoundValue, JsonWalker } from './json-walker.ts';
import { contentOf, timeOf } from './telegram-message.ts';

const CHAT = '(?:/(?:left_)?chats/list/#)?';
const MESSAGE = new RegExp(`^${CHAT}/messages/#$`);
const CHAT_FIELD = new RegExp(`^${CHAT}/(name|type|id)$`);
const WANTED = new RegExp(`^(?:${CHAT}/(?:messages/#|name|type|id)|/contacts/list/#|/personal_information)$`);
const CHAT_BEGINS = /^\/(?:left_)?chats\/list\/#$/;

export type ExportPart = 'chats' | 'contacts';

/** A batch of an export; contacts stand before the messages in the file. */
export interface ExportBatch {
  readonly messages: readonly SourceRow[];
  readonly contacts: readonly SourceRow[];
}

/** Reads an export while it comes. Failure import.json-cut. */
export async function* readExport(
  chunks: AsyncIterable<Uint8Array>,
  encoding: string,
  fileName: string,
): AsyncGenerator<ExportBatch> {
  const walker = new JsonWalker(WANTED, CHAT_BEGINS);
  const reader = new ExportReader();
  try {
    for await (const piece of decodeStream(chunks, encoding)) {
      for (const value of walker.push(piece)) reader.take(value);
      yield reader.give();
    }
    walker.end();
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Failure('import.json-cut', { file: fileName });
  }
  reader.close();
  yield reader.give();
}

interface Held {
  readonly line: number;
  readonly message: Json;
}

interface Chat {
  name: string;
  type: string;
  id: string;
  /** Whose account it is, as far as the messages tell. */
  own: Party | null;
}

const MOST_HELD = 5000;
const EMPTY: Chat = { name: '', type: '', id: '', own: null };
const OF_TWO = ['personal_chat', 'bot_chat'];

/** Puts messages, their chat and the owner of the account together. */
class ExportReader {
  #owner: Party | null = null;
  #chat: Chat = { ...EMPTY };
  #line = 0;
  #contactLine = 0;
  /** Messages of a chat of two before the owner of the account has written one. */
  #held: Held[] = [];
  #messages: SourceRow[] = [];
  #contacts: SourceRow[] = [];

  take({ path, text }: FoundValue): void {
    if (CHAT_BEGINS.test(path)) this.#begin(text);
    else if (MESSAGE.test(path)) this.#message(text);
    else if (path === '/contacts/list/#') this.#contact(text);
    else if (path === '/personal_information') this.#owner = ownerOf(objectOf(parsed(text)));
    else this.#field(CHAT_FIELD.exec(path)?.[1] ?? '', text);
  }

  give(): ExportBatch {
    const batch = { messages: this.#messages, contacts: this.#contacts };
    this.#messages = [];
    this.#contacts = [];
    return batch;
  }

  close(): void {
    for (const { line, message } of this.#held.splice(0)) this.#write(line, message);
  }

  #begin(text: string): void {
    this.close();
    this.#chat = { ...EMPTY };
    if (text !== '{') this.#messages.push(unreadable(this.#next(), text));
  }

  #field(name: string, text: string): void {
    if (name === 'name' || name === 'type' || name === 'id') this.#chat[name] = textOf(parsed(text));
  }

  #next(): number {
    this.#line += 1;
    return this.#line;
  }

  #message(text: string): void {
    const line = this.#next();
    const message = objectOf(parsed(text));
    if (message === null) {
      this.#messages.push(unreadable(line, text));
      return;
    }
    this.#findOwner(message);
    const isWaiting =
      OF_TWO.includes(this.#chat.type) && this.#own() === null && this.#held.length < MOST_HELD;
    if (isWaiting) this.#held.push({ line, message });
    else {
      this.close();
      this.#write(line, message);
    }
  }

  /** Of one exported chat nobody says whose account it is: it is the one who writes and is not the partner. */
  #findOwner(message: Json): void {
    const id = textOf(message.from_id);
    if (this.#chat.own !== null || id === '' || id === `user${this.#chat.id}`) return;
    this.#chat.own = account(id, textOf(message.from));
  }

  #own(): Party | null {
    return this.#owner ?? this.#chat.own;
  }

  #write(line: number, message: Json): void {
    this.#messages.push(rowOf(message, line, this.#chat, this.#own()));
  }

  #contact(text: string): void {
    this.#contactLine += 1;
    const line = this.#contactLine;
    const one = objectOf(parsed(text));
    if (one === null) this.#contacts.push(unreadable(line, text));
    else {
      const cells = [fullName(one), textOf(one.phone_number), textOf(one.date), textOf(one.user_id)];
      this.#contacts.push({ line, cells, problem: null });
    }
  }
}

/** Null for what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function unreadable(line: number, text: string): SourceRow {
  return { line, cells: [], problem: { code: 'message-unreadable', raw: text.slice(0, 200) } };
}

function ownerOf(person: Json | null): Party | null {
  const id = textOf(person?.user_id);
  return person === null || id === '' ? null : account(`user${id}`, fullName(person));
}

function account(id: string, name: string): Party {
  return accountParty(name, id === '' ? '' : `telegram:${id}`);
}

function fullName(person: Json): string {
  return `${textOf(person.first_name)} ${textOf(person.last_name)}`.trim();
}

function rowOf(message: Json, line: number, chat: Chat, own: Party | null): SourceRow {
  const id = textOf(message.from_id) || textOf(message.actor_id);
  const name = textOf(message.from) || textOf(message.actor);
  const { kind, text, attachments } = contentOf(message, message.type === 'service');
  return chatRow({
    line,
    time: timeOf(message),
    from: id === '' && name === '' ? null : account(id, name),
    to: recipientOf(id, chat, own),
    chat: chat.name,
    id: textOf(message.id),
    kind,
    text,
    attachments,
    repliesTo: textOf(message.reply_to_message_id),
    forwardedFrom: textOf(message.forwarded_from),
  });
}

/** Of two people each is the other's recipient; of a group or channel it is the group itself. */
function recipientOf(sender: string, { name, type, id }: Chat, own: Party | null): Party | null {
  if (type === 'saved_messages') return own;
  if (!OF_TWO.includes(type)) return account(id === '' ? '' : `chat${id}`, name || id);
  return sender === `user${id}` ? own : account(`user${id}`, name);
}
