import type { Output } from '../../contract/index.ts';
import { formatDuration, formatInstant, formatMoney } from '../ui/format.ts';
import { propertyWords } from '../ui/property-words.ts';
import { kindWords, nameWords, type Words } from './mapping/sentences.ts';

export type PreviewRow = Output<'import.preview'>['rows'][number];
type PreviewEntity = PreviewRow['entities'][number];
type PreviewEvent = PreviewRow['events'][number];

/** "Person: Ткачук Олександр · Document number AB123456 · date of birth 1980-02-01"; a failing check digit is said. */
export function entityPreview(entity: PreviewEntity, t: Words): string {
  const { type, label, identifiers, status, minor, properties } = entity;
  const shown = identifiers.filter(({ value, check }) => value !== label || check === 'check-failed');
  return [
    `${t(`types:entity.${type}`)}: ${label}`,
    ...shown.map(({ kind, value, check }) => {
      const words = `${kindWords(kind, t)} ${value}`;
      return check === 'check-failed' ? `${words} (${t('importcentre:checkFails')})` : words;
    }),
    ...(status === null ? [] : [t(`types:status.${status}`)]),
    ...(minor ? [t('importcentre:minor')] : []),
    ...propertyParts(properties, t),
  ].join(' · ');
}

export function linkPreview(link: PreviewRow['links'][number], t: Words): string {
  return `${nameWords(link.from, t)} ${t(`types:link.${link.type}`)} ${nameWords(link.to, t)}`;
}

/** Amounts, durations and coordinates come among the properties; they are said as a person reads them. */
export function eventPreview(event: PreviewEvent, zone: string, locale: string, t: Words): string {
  const { durationSeconds, amountMinor, currency, latitude, longitude, ...others } = event.properties;
  const ends = [event.from, event.to].filter((end) => end !== null);
  return [
    t(`types:event.${event.type}`),
    ...(event.start === null ? [] : [formatInstant(event.start, zone, locale)]),
    ...(ends.length === 0 ? [] : [ends.join(' → ')]),
    ...(typeof durationSeconds === 'number' ? [formatDuration(durationSeconds)] : []),
    ...(typeof amountMinor === 'number' ? [formatMoney(amountMinor, String(currency), locale)] : []),
    ...(typeof latitude === 'number' ? [`${latitude}, ${longitude}`] : []),
    ...propertyParts(others, t),
  ].join(' · ');
}

function propertyParts(properties: PreviewEvent['properties'], t: Words): string[] {
  return Object.entries(properties).map(([name, value]) => `${propertyWords(t, name)} ${value ?? ''}`);
}
