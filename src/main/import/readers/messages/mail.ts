import { createHash } from 'node:crypto';
import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import { decodeSample, detectEncoding } from '../../encoding.ts';
import { textOfHtml } from './html-text.ts';
import { readMailDate } from './mail-date.ts';

export interface MailParty {
  readonly address: string;
  readonly name: string;
}

export interface Mail {
  /** ISO 8601 with the distance from UTC the sender's clock had; empty where no header has a time. */
  readonly time: string;
  /** The date header as it stands, where it cannot be read. */
  readonly dateHeader: string;
  readonly messageId: string;
  readonly from: MailParty | null;
  readonly recipients: readonly (MailParty & { readonly role: 'to' | 'cc' | 'bcc' | 'delivered' })[];
  readonly subject: string;
  readonly text: string;
  /** Name, size and SHA-256 of each; none is opened. */
  readonly attachments: readonly string[];
  readonly repliesTo: string;
}

const LOOKED_AT = 100_000;

/** Throws where the bytes are no mail at all; what a header lacks is left empty. */
export async function readMail(bytes: Uint8Array, fallbackTime = ''): Promise<Mail> {
  const parser = new PostalMime({ forceRfc822Attachments: true, attachmentEncoding: 'arraybuffer' });
  const mail = await parser.parse(bytes);
  const stated = headers(mail, 'date')[0] ?? '';
  const time = readMailDate(stated);
  return {
    time: time || receivedTime(mail) || fallbackTime,
    dateHeader: time === '' ? stated : '',
    messageId: mail.messageId ?? '',
    from: senderOf(mail),
    recipients: recipientsOf(mail),
    subject: mail.subject ?? '',
    text: bodyOf(mail) || textOfDamaged(mail, bytes),
    attachments: mail.attachments.map(describe),
    repliesTo: mail.inReplyTo ?? '',
  };
}

function headers(mail: Email, name: string): string[] {
  return mail.headers.filter(({ key }) => key === name).map(({ value }) => value);
}

/** The first server that took the message is the last one named. */
function receivedTime(mail: Email): string {
  const stamps = headers(mail, 'received').map((value) =>
    readMailDate(value.slice(value.lastIndexOf(';') + 1)),
  );
  return stamps.findLast((time) => time !== '') ?? '';
}

function senderOf(mail: Email): MailParty | null {
  const [stated] = [mail.from, mail.sender].flatMap((one) => (one === undefined ? [] : parties([one])));
  if (stated !== undefined) return stated;
  const path = (mail.returnPath ?? '').replace(/[<>\s]/g, '');
  return path.includes('@') ? { address: path, name: '' } : null;
}

function recipientsOf(mail: Email): Mail['recipients'] {
  const named = (['to', 'cc', 'bcc'] as const).flatMap((role) =>
    parties(mail[role] ?? []).map((one) => ({ ...one, role })),
  );
  if (named.length > 0) return named;
  const delivered = (mail.deliveredTo ?? '').replace(/[<>\s]/g, '');
  return delivered.includes('@') ? [{ address: delivered, name: '', role: 'delivered' }] : [];
}

/** A person twice in one header is one recipient. */
function parties(addresses: readonly Address[]): MailParty[] {
  const found = new Map<string, MailParty>();
  for (const one of addresses) {
    for (const { address, name } of one.group ?? [one]) {
      const party = partyOf(address ?? '', name);
      const key = (party.address || party.name).toLowerCase();
      if (key !== '' && !found.has(key)) found.set(key, party);
    }
  }
  return [...found.values()];
}

function partyOf(address: string, name: string): MailParty {
  const plain = address.trim();
  return plain.includes('@')
    ? { address: plain, name: name.trim() }
    : { address: '', name: name.trim() || plain };
}

function bodyOf({ text, html }: Email): string {
  const plain = text?.trim() ?? '';
  return plain === '' && html !== undefined ? textOfHtml(html) : plain.replaceAll('\r\n', '\n');
}

/** Of a message without one readable header nothing would be left: its bytes are its text then. */
function textOfDamaged(mail: Email, bytes: Uint8Array): string {
  const { from, to, subject, date, attachments } = mail;
  const isReadable = from !== undefined || to !== undefined || subject !== undefined || date !== undefined;
  if (isReadable || attachments.length > 0) return '';
  const { encoding } = detectEncoding(bytes.subarray(0, LOOKED_AT));
  return decodeSample(bytes.subarray(0, LOOKED_AT), encoding).trim();
}

function describe({ filename, mimeType, content }: Attachment): string {
  const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
  return describeFile(filename ?? mimeType, bytes);
}

export function describeFile(name: string, bytes: Uint8Array): string {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return `${name.replace(/\s+/g, ' ')} · ${bytes.length} B · SHA-256 ${sha256}`;
}
