import library, { type FieldsData } from '@kenjiuno/msgreader';
import iconv from 'iconv-lite';
import { Failure } from '../../../../core/result.ts';
import { gather } from '../gather.ts';
import type { Reader, SourceRow } from '../reader.ts';
import { requireSoundCompound } from './compound.ts';
import { textOfCompressedRtf } from './compressed-rtf.ts';
import { textOfHtml } from './html-text.ts';
import { describeFile, type Mail, type MailParty } from './mail.ts';
import { readMailDate } from './mail-date.ts';
import { attachmentRemark, MAIL_COLUMNS, mailPlan, mailRows } from './mail-table.ts';

type Library = typeof library;

/** Node gives the whole module of the library in place of its default export, a bundler the export itself. */
const MsgReader: Library =
  typeof library === 'function' ? library : (library as { default: Library }).default;

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const STREAM_NAME = Buffer.from('__substg1.0_', 'utf16le');

/** A message of Outlook. */
export const msg: Reader = {
  format: 'msg',
  extensions: ['.msg'],
  mediaType: 'application/vnd.ms-outlook',
  plan: mailPlan,
  remarks: attachmentRemark,
  sniff(sample, fileName) {
    if (!COMPOUND.every((byte, at) => sample[at] === byte)) return { confidence: 0, why: 'notTable' };
    const isMessage = Buffer.from(sample.buffer, sample.byteOffset, sample.byteLength).includes(STREAM_NAME);
    if (isMessage) return { confidence: 1, why: 'content' };
    const byName = fileName.toLowerCase().endsWith('.msg');
    return { confidence: byName ? 0.6 : 0, why: byName ? 'name' : 'binary' };
  },
  async read(chunks, _specification, fileName) {
    const bytes = await gather(chunks, fileName);
    return { columns: MAIL_COLUMNS, batches: rows(bytes, fileName) };
  },
};

async function* rows(bytes: Uint8Array, fileName: string): AsyncGenerator<readonly SourceRow[]> {
  try {
    requireSoundCompound(bytes);
    yield mailRows(messageOf(bytes), 1);
  } catch (error) {
    if (error instanceof Failure || !(error instanceof Error)) throw error;
    throw new Failure('import.message-broken', { file: fileName });
  }
}

/** Texts of old messages are in the encoding the message itself names, so it is read twice where it names one. */
function messageOf(bytes: Uint8Array): Mail {
  const first = openMessage(bytes, '');
  const page = first.fields.messageCodepage ?? first.fields.internetCodepage ?? 0;
  const encoding = page === 65_001 ? 'utf8' : `cp${page}`;
  const isKnown = page > 0 && page !== 1200 && iconv.encodingExists(encoding);
  const { fields, attachments } = isKnown ? openMessage(bytes, encoding) : first;
  const headers = fields.headers ?? '';
  const sent = readMailDate(headerOf(headers, 'Date'));
  return {
    time:
      sent || readMailDate(fields.clientSubmitTime ?? '') || readMailDate(fields.messageDeliveryTime ?? ''),
    dateHeader: '',
    messageId: fields.messageId ?? headerOf(headers, 'Message-ID'),
    from: senderOf(fields),
    recipients: (fields.recipients ?? []).map((one) => ({
      ...recipientOf(one),
      role: one.recipType ?? 'to',
    })),
    subject: fields.subject ?? '',
    text: bodyOf(fields),
    attachments,
    repliesTo: headerOf(headers, 'In-Reply-To'),
  };
}

function openMessage(bytes: Uint8Array, encoding: string): { fields: FieldsData; attachments: string[] } {
  // A copy: the library reads the whole buffer behind the bytes, whatever part of it they are.
  const reader = new MsgReader(new Uint8Array(bytes).buffer);
  if (encoding !== '') reader.parserConfig = { ansiEncoding: encoding };
  const fields = reader.getFileData();
  if (fields.error !== undefined) throw new Error(fields.error);
  const attachments = (fields.attachments ?? []).map((one) => {
    const { fileName, content } = reader.getAttachment(one);
    return describeFile(one.fileName ?? one.name ?? fileName, content);
  });
  return { fields, attachments };
}

function headerOf(headers: string, name: string): string {
  const found = new RegExp(`^${name}:[ \\t]*(.*(?:\\r?\\n[ \\t].*)*)`, 'im').exec(headers);
  return (found?.[1] ?? '').replace(/\s+/g, ' ').trim();
}

/** Inside an organisation the address is a path in its directory; the address of the outside world stands beside it. */
function senderOf(fields: FieldsData): MailParty | null {
  const { senderSmtpAddress, sentRepresentingSmtpAddress, senderEmail, senderName = '' } = fields;
  const address = senderSmtpAddress || sentRepresentingSmtpAddress || senderEmail || '';
  return address === '' && senderName === '' ? null : { address, name: senderName };
}

function recipientOf({ smtpAddress, email = '', name = '' }: FieldsData): MailParty {
  return { address: smtpAddress || email, name };
}

function bodyOf({ body, bodyHtml, html, compressedRtf, internetCodepage = 65_001 }: FieldsData): string {
  if (body !== undefined && body.trim() !== '') return body.replaceAll('\r\n', '\n').trim();
  if (bodyHtml !== undefined) return textOfHtml(bodyHtml);
  if (html === undefined) return compressedRtf === undefined ? '' : textOfCompressedRtf(compressedRtf);
  const encoding = internetCodepage === 65_001 ? 'utf8' : `cp${internetCodepage}`;
  return textOfHtml(iconv.decode(Buffer.from(html), iconv.encodingExists(encoding) ? encoding : 'utf8'));
}
