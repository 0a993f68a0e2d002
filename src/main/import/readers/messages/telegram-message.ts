import { type Json, listOf, objectOf, textOf } from './json-text.ts';

const MINUTE = 60_000;
const FURTHEST_ZONE = 15 * 60;

/**
 * The clock of the exporting computer with its distance from UTC, where the file has both the wall clock and the
 * second since 1970; else what it has.
 */
export function timeOf(message: Json): string {
  const wall = textOf(message.date);
  const unix = textOf(message.date_unixtime);
  if (!/^\d{1,11}$/.test(unix)) return wall;
  const distance = Math.round((Date.parse(`${wall}Z`) - Number(unix) * 1000) / MINUTE);
  if (!(Math.abs(distance) <= FURTHEST_ZONE)) return unix;
  const [hours, minutes] = [Math.floor(Math.abs(distance) / 60), Math.abs(distance) % 60];
  const pad = (part: number): string => String(part).padStart(2, '0');
  return `${wall}${distance < 0 ? '-' : '+'}${pad(hours)}:${pad(minutes)}`;
}

/** The words of a message, whose links and bold parts stand in pieces of their own. */
export function wordsOf(value: unknown): string {
  if (!Array.isArray(value)) return textOf(value);
  return value.map((piece) => textOf(piece) || pieceText(objectOf(piece))).join('');
}

function pieceText(piece: Json | null): string {
  const text = textOf(piece?.text);
  const address = textOf(piece?.href);
  return address === '' ? text : `${text} (${address})`;
}

interface Content {
  readonly kind: string;
  readonly text: string;
  readonly attachments: string;
}

export function contentOf(message: Json, isService: boolean): Content {
  if (isService) return serviceContent(message);
  const words = wordsOf(message.text);
  const file = textOf(message.file) || textOf(message.photo);
  const name = textOf(message.file_name);
  const isInside = file !== '' && !file.startsWith('(');
  const attachments = [isInside ? file : name || file, sizeOf(message)]
    .filter((part) => part !== '')
    .join(' · ');
  const place = objectOf(message.location_information);
  const card = objectOf(message.contact_information);
  const poll = objectOf(message.poll);
  const extra = [
    place === null ? '' : `${textOf(place.latitude)}, ${textOf(place.longitude)}`,
    card === null
      ? ''
      : `${textOf(card.first_name)} ${textOf(card.last_name)} ${textOf(card.phone_number)}`.trim(),
    textOf(poll?.question),
    textOf(message.sticker_emoji),
  ];
  const text = [words, ...extra].filter((part) => part !== '').join('\n');
  return { kind: attachments === '' ? 'text' : 'media', text, attachments };
}

function sizeOf(message: Json): string {
  const size = textOf(message.file_size) || textOf(message.photo_file_size);
  return size === '' ? '' : `${size} B`;
}

/** Calls and what the program notes of a group, in the file's own words. */
function serviceContent(message: Json): Content {
  const action = textOf(message.action);
  const said = ['title', 'discard_reason', 'duration_seconds', 'inviter', 'text']
    .map((name) => [name, wordsOf(message[name])] as const)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => (name === 'text' || name === 'title' ? value : `${name}: ${value}`));
  const members = listOf(message.members)
    .map(textOf)
    .filter((name) => name !== '');
  const text = [action, ...said, members.join(', ')].filter((part) => part !== '').join('\n');
  return { kind: /call/.test(action) ? 'call' : 'system', text, attachments: '' };
}
