import { moneyText } from '../../core/money.ts';

/** Dates, numbers, money and durations as a person reads them; pure, so every view and test agrees. */

/** ISO date with weekday and time in the displayed zone; `instant` is ms UTC. */
export function formatInstant(instant: number, zone: string, locale: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(instant);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  const weekday = new Intl.DateTimeFormat(locale, { timeZone: zone, weekday: 'short' }).format(instant);
  const date = `${part('year')}-${part('month')}-${part('day')}`;
  return `${date} ${weekday} ${part('hour')}:${part('minute')}:${part('second')}`;
}

export function formatNumber(value: number, locale: string): string {
  return new Intl.NumberFormat(locale).format(value);
}

/** `minor` is in minor units of the currency, which says how many decimals there are. */
export function formatMoney(minor: number, currency: string, locale: string): string {
  return moneyText(minor, currency, locale);
}

/** Seconds as h:mm:ss, so that a column of durations lines up. */
export function formatDuration(seconds: number): string {
  const whole = Math.round(Math.abs(seconds));
  const two = (value: number): string => String(value).padStart(2, '0');
  const sign = seconds < 0 && whole > 0 ? '-' : '';
  return `${sign}${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}
