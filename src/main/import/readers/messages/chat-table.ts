import { NO_EVENT } from '../../../../contract/import.ts';
import type { EntityMapping } from '../../suggest-parts.ts';
import type { FixedPlan, SourceRow } from '../reader.ts';

/** Who writes or is written to, as far as an export knows: by number, by account, else by name alone. */
export interface Party {
  readonly type: 'person' | 'phone' | 'online_account';
  readonly name: string;
  readonly phone: string;
  readonly account: string;
  /** The name beside a number: of the address book the export comes from, or chosen by its owner. */
  readonly shownAs: string;
}

export interface ChatMessage {
  readonly line: number;
  readonly time: string;
  readonly from: Party | null;
  readonly to: Party | null;
  readonly chat: string;
  readonly id: string;
  /** text, media, deleted, call or system. */
  readonly kind: string;
  readonly text: string;
  readonly attachments: string;
  readonly repliesTo: string;
  readonly forwardedFrom: string;
}

const PARTY = ['Type', 'Name', 'Phone', 'Account', 'ShownAs'] as const;
const SAID = ['chat', 'messageId', 'kind', 'text', 'attachments', 'repliesTo', 'forwardedFrom'] as const;

export const CHAT_COLUMNS: readonly string[] = [
  'time',
  ...PARTY.map((name) => `sender${name}`),
  ...PARTY.map((name) => `recipient${name}`),
  ...SAID,
];

export function chatRow(message: ChatMessage): SourceRow {
  const { line, time, from, to, chat, id, kind, text, attachments, repliesTo, forwardedFrom } = message;
  const cells = [
    time,
    ...partyCells(from),
    ...partyCells(to),
    chat,
    id,
    kind,
    text,
    attachments,
    repliesTo,
    forwardedFrom,
  ];
  return { line, cells, problem: null };
}

function partyCells(party: Party | null): string[] {
  if (party === null) return ['', '', '', '', ''];
  const { type, name, phone, account, shownAs } = party;
  return [type, name, phone, account, shownAs];
}

const NUMBER = /^\+?[\d\s()./-]+$/;
const FEWEST_DIGITS = 7;

/** A number is a phone, any other words are the name of a person nothing else is known of. */
export function partyNamed(words: string): Party {
  const isNumber = NUMBER.test(words) && words.replace(/\D/g, '').length >= FEWEST_DIGITS;
  return isNumber ? numberedParty(words, '') : { ...NOBODY, name: words };
}

export function numberedParty(phone: string, shownAs: string): Party {
  return { ...NOBODY, type: 'phone', phone, shownAs: shownAs === phone ? '' : shownAs };
}

/** A group or an account known by the service's own id, or by its name alone. */
export function accountParty(name: string, account: string): Party {
  return { ...NOBODY, type: 'online_account', name, account };
}

const NOBODY: Party = { type: 'person', name: '', phone: '', account: '', shownAs: '' };

/** Every line is a message from its sender to the other one, or to the group. */
export function chatPlan(service: string): FixedPlan {
  const event = {
    ...NO_EVENT,
    type: 'message' as const,
    from: 'sender',
    to: 'recipient',
    start: { columns: ['time'] },
    properties: {
      ...Object.fromEntries(SAID.map((name) => [name, { columns: [name] }])),
      service: { columns: [], constant: service },
    },
  };
  return {
    entities: [partyMapping('sender', service), partyMapping('recipient', service)],
    links: [],
    events: [event],
    fields: { time: 'start', senderPhone: 'caller', recipientPhone: 'called' },
  };
}

function partyMapping(name: string, service: string): EntityMapping {
  return {
    name,
    type: 'person',
    typeFrom: { columns: [`${name}Type`] },
    identifiers: [
      { kind: 'phone', value: { columns: [`${name}Phone`] } },
      { kind: 'account-name', value: { columns: [`${name}Account`] } },
    ],
    label: { columns: [`${name}Name`] },
    properties: {
      shownAs: { columns: [`${name}ShownAs`] },
      ...(service === 'Telegram' ? { service: { columns: [], constant: service } } : {}),
    },
    required: false,
  };
}
