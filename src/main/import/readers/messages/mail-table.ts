import { NO_EVENT } from '../../../../contract/import.ts';
import type { EntityMapping } from '../../suggest-parts.ts';
import type { FixedPlan, SourceRow } from '../reader.ts';
import type { Mail, MailParty } from './mail.ts';

const PARTY = ['Address', 'Name', 'Type', 'ShownAs'] as const;
const SAID = [
  'messageId',
  'role',
  'subject',
  'text',
  'attachments',
  'repliesTo',
  'dateHeader',
  'unreadable',
] as const;

export const MAIL_COLUMNS: readonly string[] = [
  'time',
  ...PARTY.map((name) => `from${name}`),
  ...PARTY.map((name) => `to${name}`),
  ...SAID,
];

/** A long text stands with the first recipient only. */
const LONG_TEXT = 20_000;
const NO_CHARACTER = /[\uFFFD\0]/g;
const UNREADABLE_SIGN = '\u25A1';

/** One row per recipient, all of one message id; one row where a message has no recipient. */
export function mailRows(mail: Mail, line: number): SourceRow[] {
  const recipients = mail.recipients.length === 0 ? [null] : mail.recipients;
  return recipients.map((recipient, at) => {
    const text = at > 0 && mail.text.length > LONG_TEXT ? '' : mail.text;
    const { time, from, messageId, subject, attachments, repliesTo, dateHeader } = mail;
    const cells = [
      time,
      ...partyCells(from),
      ...partyCells(recipient),
      messageId,
      recipient?.role ?? '',
      subject,
      text,
      attachments.join('\n'),
      repliesTo,
      dateHeader,
    ];
    const unreadable = cells.reduce((sum, cell) => sum + (cell.match(NO_CHARACTER)?.length ?? 0), 0);
    return {
      line,
      cells: [...cells.map(readable), unreadable === 0 ? '' : String(unreadable)],
      problem: null,
    };
  });
}

/** A damaged character costs itself only: mail is put together of parts in many encodings, and its headers are whole. */
function readable(text: string): string {
  return text.toWellFormed().replace(NO_CHARACTER, UNREADABLE_SIGN);
}

/** Somebody without an address is known by name only. */
function partyCells(party: MailParty | null): string[] {
  if (party === null) return ['', '', '', ''];
  const { address, name } = party;
  return address === '' ? ['', name, 'person', ''] : [address, '', 'email', name === address ? '' : name];
}

export function mailPlan(): FixedPlan {
  const event = {
    ...NO_EVENT,
    type: 'message' as const,
    from: 'sender',
    to: 'recipient',
    start: { columns: ['time'] },
    startOptional: true,
    properties: Object.fromEntries(SAID.map((name) => [name, { columns: [name] }])),
  };
  return {
    entities: [partyMapping('sender', 'from'), partyMapping('recipient', 'to')],
    links: [],
    events: [event],
    fields: { time: 'start' },
  };
}

function partyMapping(name: string, prefix: 'from' | 'to'): EntityMapping {
  return {
    name,
    type: 'email',
    typeFrom: { columns: [`${prefix}Type`] },
    identifiers: [{ kind: 'email', value: { columns: [`${prefix}Address`] } }],
    label: { columns: [`${prefix}Name`] },
    properties: { shownAs: { columns: [`${prefix}ShownAs`] } },
    required: false,
  };
}

export function attachmentRemark(
  rows: readonly (readonly string[])[],
): { code: string; params: { count: number } }[] {
  const at = { id: MAIL_COLUMNS.indexOf('messageId'), named: MAIL_COLUMNS.indexOf('attachments') };
  const lists = new Set(rows.map((cells) => `${cells[at.id] ?? ''}\n${cells[at.named] ?? ''}`));
  const count = [...lists].reduce((sum, list) => sum + list.split('\n').slice(1).filter(Boolean).length, 0);
  return count === 0 ? [] : [{ code: 'attachments', params: { count } }];
}
