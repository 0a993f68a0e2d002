import type { ValueSource } from '../../contract/import.ts';
import { incomingWords } from './direction-words.ts';
import type { ColumnField } from './header-words.ts';
import type { Columns } from './suggest-parts.ts';

/** Who stands on the two sides of each row of a call list. */
export type CallSides =
  | {
      readonly kind: 'two';
      readonly from: ValueSource;
      readonly to: ValueSource;
      /** Both stand in every row. */
      readonly isWhole: boolean;
      /** The word for incoming turns a row round, because the first number is always the subscriber's. */
      readonly turns: boolean;
    }
  | {
      readonly kind: 'one';
      readonly other: ValueSource;
      /** Its header is one of calls, not of any number. */
      readonly isOfCalls: boolean;
    };

const FROM: readonly ColumnField[] = ['caller', 'senderName'];
const TO: readonly ColumnField[] = ['called', 'recipientName'];
const OTHER: readonly ColumnField[] = ['phone', 'party', 'counterparty', 'address'];
const MOSTLY = 0.8;

export function sidesOf(columns: Columns): CallSides | null {
  const from = numbered(columns, FROM);
  const to = numbered(columns, TO);
  if (from !== null && to !== null) return ofTwo(columns, from, to);
  const subscriber = from ?? to;
  const other = numbered(columns, OTHER);
  if (subscriber === null) return other === null ? null : one(columns, other, false);
  const isPair = other !== null && columns.has('direction') && other !== 'address';
  return isPair ? ofTwo(columns, subscriber, other) : one(columns, subscriber, true);
}

/** The first of the fields whose values hold numbers or addresses; of the plainly named ones any. */
function numbered(columns: Columns, fields: readonly ColumnField[]): ColumnField | null {
  const isPlain = (field: ColumnField): boolean =>
    field === 'caller' || field === 'called' || field === 'phone';
  const found = fields.find(
    (field) =>
      columns.has(field) &&
      (isPlain(field) ||
        share(columns.examples(field), (one) => /\d{6,}|@s\.whatsapp/.test(one.replace(/[\s()-]/g, ''))) >
          0.3),
  );
  return found ?? null;
}

function share(list: readonly string[], fits: (one: string) => boolean): number {
  return list.length === 0 ? 0 : list.filter(fits).length / list.length;
}

function one(columns: Columns, field: ColumnField, isOfCalls: boolean): CallSides {
  return { kind: 'one', other: partyOf(columns, field), isOfCalls };
}

/** Where each row fills only one of the two, that is the other party and the phone itself is not named. */
function ofTwo(columns: Columns, from: ColumnField, to: ColumnField): CallSides {
  const senders = columns.cells(from);
  const receivers = columns.cells(to);
  const filled = senders.map((sender, at) => Number(sender !== '') + Number((receivers[at] ?? '') !== ''));
  if (columns.has('direction') && share(filled.map(String), (count) => count === '1') >= MOSTLY) {
    const names = [from, to].flatMap((field) => partyOf(columns, field).columns);
    const extract = partyOf(columns, from).extract ?? partyOf(columns, to).extract;
    const other = { columns: names, joiner: ' ', ...(extract === undefined ? {} : { extract }) };
    return { kind: 'one', other, isOfCalls: true };
  }
  return {
    kind: 'two',
    from: partyOf(columns, from),
    to: partyOf(columns, to),
    isWhole: filled.every((count) => count === 2),
    turns: columns.has('direction') && turnsRound(columns, senders, receivers),
  };
}

/** Fewer rows may be chance, but for columns that are called by who calls. */
const ENOUGH_ROWS = 3;
const CALLS = /calling|caller|apelant|дзвон|телефонував|звонил/i;

/**
 * Lists of operators put their subscriber first whoever called, others put who called first. Where the number that most
 * rows have stands second in the incoming ones, they are right as they stand.
 */
function turnsRound(columns: Columns, senders: readonly string[], receivers: readonly string[]): boolean {
  const incoming = new Set(incomingWords(columns.examples('direction')));
  const own = mostCommon([...senders, ...receivers].map(keyOf));
  const rows = columns
    .cells('direction')
    .flatMap((word, at) => (incoming.has(word.toLowerCase()) ? [at] : []));
  const first = rows.filter((at) => keyOf(senders[at] ?? '') === own).length;
  const second = rows.filter((at) => keyOf(receivers[at] ?? '') === own).length;
  const enough = CALLS.test(headerOf(columns, 'caller')) ? 1 : ENOUGH_ROWS;
  if (Math.max(first, second) >= enough && first !== second) return first > second;
  return columns.has('caller') && !isSaidPlainly(columns);
}

function mostCommon(keys: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const key of keys) if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort((left, right) => right[1] - left[1])[0]?.[0] ?? '';
}

const headerOf = (columns: Columns, wanted: ColumnField): string =>
  columns.guesses.find(({ field }) => field === wanted)?.column ?? '';

/** Under “from” and “to” stands who sent and who received, whichever way the row went. */
function isSaidPlainly(columns: Columns): boolean {
  const header = headerOf(columns, 'caller');
  return /^\s*(from|sender|від|от|de la|expeditor)(?!\p{L})/iu.test(header);
}

const keyOf = (text: string): string => (NUMBER.exec(text)?.[1] ?? text).replace(/\D/g, '').slice(-9);

/** A number inside other words: “From: +380… Name”, `380…@s.whatsapp.net`, “Name <+380…>”; no id of a group. */
const IN_WORDS = String.raw`(?:^|[^\d+])(\+?\d(?:[ ().-]{0,2}\d){6,14})(?:@s\.|[^\d@-]|$)`;
const NUMBER = new RegExp(IN_WORDS, 'u');
/** Words in place of a number, which are nobody's: who hid it, and the network a session of data went to. */
const NOBODY = String.raw`^(?:-|n\/?a|private|unknown|withheld|anonymous|hidden|restricted|прихован\p{L}*|скрыт\p{L}*|невідом\p{L}*|неизвест\p{L}*|анон[іи]м\p{L}*|ascuns|necunoscut|privat|(?:private|unknown|hidden) number|(?:прихований|скрытый|невідомий) номер|(?:număr|numar) (?:ascuns|privat|necunoscut)|internet|wap|gprs|apn|інтернет|интернет|(?:www|internet|wap|gprs|mms)[.\w-]+|[\w-]+\.(?:net|com|ua|md|ro))$`;
const SOMEBODY = `^(?!(?i:${NOBODY.slice(1)}))[^]+$`;
const IS_NOBODY = new RegExp(NOBODY, 'iu');
const BARE = /^\+?[\d\s()./*#-]+$/;

/** The number of a cell, taken out of it where the cells say more. */
function partyOf(columns: Columns, field: ColumnField): ValueSource {
  const name = columns.guesses.find((guess) => guess.field === field)?.column;
  const source = { columns: name === undefined ? [] : [name] };
  const worded = share(columns.examples(field), (text) => !BARE.test(text) && NUMBER.test(text));
  if (worded > 0.3) return { ...source, extract: IN_WORDS };
  return columns.examples(field).some((text) => IS_NOBODY.test(text))
    ? { ...source, extract: SOMEBODY }
    : source;
}
