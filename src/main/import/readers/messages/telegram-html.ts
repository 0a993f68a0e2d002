import { Parser } from 'htmlparser2';
import { monthOfName } from '../../../../core/time/month-names.ts';
import type { SourceRow } from '../reader.ts';
import { accountParty, type ChatMessage, chatRow, type Party } from './chat-table.ts';

const TIME = /^(\d{2})\.(\d{2})\.(\d{4}) (\d{2}:\d{2}:\d{2})(?: UTC([+-]\d{2}:?\d{2}))?/;
const KEPT = new Set(['from_name', 'text', 'media_title', 'forwarded', 'reply_to', 'status', 'body']);

interface Found {
  number: number;
  id: string;
  isService: boolean;
  isJoined: boolean;
  isCall: boolean;
  time: string;
  name: string;
  text: string;
  files: string[];
  repliesTo: string;
  forwardedFrom: string;
}

/** The messages of a page. One that follows another of the same sender names nobody: it is by the same. */
export function htmlMessages(page: string): SourceRow[] {
  const { chat, messages } = parsePage(page);
  const names = new Set<string>();
  let last = '';
  for (const message of messages) {
    if (message.isService) continue;
    if (message.name === '' && message.isJoined) message.name = last;
    last = message.name;
    if (message.name !== '') names.add(message.name);
  }
  const isPair = names.size <= 2 && names.has(chat);
  const group = accountParty(chat, '');
  const recipientOf = (name: string): Party | null => {
    if (!isPair) return group;
    const other = name === chat ? [...names].find((one) => one !== chat) : chat;
    return other === undefined ? null : accountParty(other, '');
  };
  return messages.map((message) => chatRow(messageOf(message, chat, recipientOf)));
}

function messageOf(found: Found, chat: string, recipientOf: (name: string) => Party | null): ChatMessage {
  const { number, id, isService, name, text, files, repliesTo, forwardedFrom } = found;
  return {
    line: number,
    time: isoTime(found.time),
    from: isService || name === '' ? null : accountParty(name, ''),
    to: recipientOf(name),
    chat,
    id,
    kind: kindOf(found),
    text,
    attachments: files.join('\n'),
    repliesTo,
    forwardedFrom,
  };
}

function kindOf({ isService, isCall, files }: Found): string {
  if (isService) return 'system';
  if (isCall) return 'call';
  return files.length > 0 ? 'media' : 'text';
}

function isoTime(title: string): string {
  const match = TIME.exec(title.trim());
  if (match === null) return title.trim();
  const [, day, month, year, clock, offset = ''] = match;
  return `${year}-${month}-${day}T${clock}${offset}`;
}

interface Open {
  readonly tag: string;
  readonly classes: readonly string[];
  /** Of a link out of the export. */
  readonly address: string;
}

function addressOf(link: string): string {
  return /^(https?|tg|mailto|tel):/i.test(link) ? link : '';
}

/** One pass over the page; no tree of it is built. */
function parsePage(page: string): { chat: string; messages: Found[] } {
  const messages: Found[] = [];
  const open: Open[] = [];
  let chat = '';
  let day = '';
  const isInside = (name: string): boolean => open.some(({ classes }) => classes.includes(name));
  const appendText = (text: string): void => {
    const message = messages.at(-1);
    if (message === undefined) {
      if (isInside('page_header')) chat += text;
    } else takeText(message, text, open, isInside);
  };
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        const classes = (attributes.class ?? '').split(/\s+/);
        if (tag === 'br') return appendText('\n');
        open.push({ tag, classes, address: addressOf(attributes.href ?? '') });
        if (tag === 'div' && classes.includes('message')) {
          messages.push(emptyMessage(messages.length + 1, attributes.id ?? '', classes));
        }
        const message = messages.at(-1);
        if (message === undefined) return;
        if (classes.includes('media_call')) message.isCall = true;
        if (classes.includes('date') && message.time === '') message.time = attributes.title ?? '';
        if (tag === 'a') takeAddress(message, attributes.href ?? '', classes, isInside);
      },
      ontext: (text) => appendText(text),
      onclosetag(tag) {
        const at = open.findLastIndex((one) => one.tag === tag);
        const { address = '' } = open[at] ?? {};
        if (address !== '' && isInside('text')) appendText(` (${address})`);
        if (at >= 0) open.length = at;
      },
    },
    { decodeEntities: true },
  );
  parser.write(page);
  parser.end();
  for (const message of messages) {
    tidy(message);
    if (message.isService) day = dayOf(message.text) || day;
    if (message.time === '') message.time = day;
  }
  const dated = messages.filter(({ isService, text }) => !isService || dayOf(text) === '');
  return { chat: chat.replace(/\s+/g, ' ').trim(), messages: dated };
}

function emptyMessage(number: number, id: string, classes: readonly string[]): Found {
  return {
    number,
    id: id.replace(/^message/, ''),
    isService: classes.includes('service'),
    isJoined: classes.includes('joined'),
    isCall: false,
    time: '',
    name: '',
    text: '',
    files: [],
    repliesTo: '',
    forwardedFrom: '',
  };
}

function takeAddress(
  message: Found,
  address: string,
  classes: readonly string[],
  isInside: (name: string) => boolean,
): void {
  const reply = /#go_to_message(-?\d+)/.exec(address);
  if (isInside('reply_to')) message.repliesTo = reply?.[1] ?? address;
  else if (
    isInside('media_wrap') &&
    classes.some((name) => /^(media|photo|video|sticker|animated)/.test(name))
  )
    if (address !== '' && !/^[a-z]+:/i.test(address)) message.files.push(address);
}

function takeText(
  message: Found,
  text: string,
  open: readonly Open[],
  isInside: (name: string) => boolean,
): void {
  const { classes = [] } = open.findLast((one) => one.classes.some((name) => KEPT.has(name))) ?? {};
  if (isInside('reply_to') || isInside('date') || isInside('via_bot')) return;
  if (classes.includes('from_name')) {
    if (isInside('forwarded')) message.forwardedFrom += text;
    else message.name += text;
  } else if (classes.includes('text') || classes.includes('media_title') || classes.includes('status')) {
    message.text += text;
  } else if (message.isService && classes.includes('body')) message.text += text;
}

function tidy(message: Found): void {
  message.name = message.name.replace(/\s+/g, ' ').trim();
  message.forwardedFrom = message.forwardedFrom.replace(/\s+/g, ' ').trim();
  message.text = message.text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const DAY = /^(\d{1,2}) (\p{L}+) (\d{4})$/u;

/** A line between the messages that only names the day is no message; it dates the notices below it. */
function dayOf(text: string): string {
  const [, day = '', name = '', year = ''] = DAY.exec(text) ?? [];
  const month = monthOfName(name);
  return month === null ? '' : `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
}
