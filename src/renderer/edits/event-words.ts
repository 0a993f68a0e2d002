import type { EventInput } from '../../contract/edits.ts';
import type { EventRow } from '../../contract/terms.ts';
import type { EventType } from '../../core/model/link-types.ts';
import { decimalsOf } from '../../core/money.ts';

/** An event as the form holds it: everything as the person types it. */
export interface EventWords {
  readonly type: EventType;
  readonly time: string;
  /** '' = the displayed zone. */
  readonly zone: string;
  readonly minutes: string;
  readonly place: string;
  readonly amount: string;
  readonly currency: string;
}

export const NEW_EVENT: EventWords = {
  type: 'call',
  time: '',
  zone: '',
  minutes: '',
  place: '',
  amount: '',
  currency: '',
};

const SECONDS = 60;

export function wordsOf(row: EventRow): EventWords {
  const currency = row.currency ?? '';
  return {
    type: row.type,
    time: row.startText,
    zone: row.zone,
    minutes: row.durationSeconds === null ? '' : String(row.durationSeconds / SECONDS),
    place: row.place ?? '',
    amount: row.amountMinor === null ? '' : String(row.amountMinor / 10 ** decimalsOf(currency)),
    currency,
  };
}

/** An empty or unreadable number is none, never a made-up one. */
function numberOf(text: string): number | null {
  const value = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(value) ? null : value;
}

export function requestOf(
  words: EventWords,
  from: string | null,
  to: string | null,
  zone: string,
): EventInput {
  const minutes = numberOf(words.minutes);
  const amount = numberOf(words.amount);
  const currency = words.currency.trim().toUpperCase();
  return {
    type: words.type,
    time: { text: words.time.trim(), zone },
    from,
    to,
    durationSeconds: minutes === null ? null : Math.max(0, Math.round(minutes * SECONDS)),
    place: words.place.trim() === '' ? null : words.place.trim(),
    latitude: null,
    longitude: null,
    amountMinor:
      amount === null || currency.length < 3 ? null : Math.round(amount * 10 ** decimalsOf(currency)),
    currency: currency.length === 3 ? currency : null,
    properties: {},
  };
}
