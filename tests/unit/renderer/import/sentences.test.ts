import { expect, test } from 'vitest';
import type { ImportSpecification } from '../../../../src/contract/import.ts';
import { IDENTIFIER_KINDS } from '../../../../src/core/identifiers/index.ts';
import { addEntity, changeRequired } from '../../../../src/renderer/import/mapping/edit-entities.ts';
import { addEvent } from '../../../../src/renderer/import/mapping/edit-events.ts';
import { addProperty } from '../../../../src/renderer/import/mapping/edit-properties.ts';
import { placesOf, writePlace } from '../../../../src/renderer/import/mapping/place.ts';
import {
  entitySentence,
  eventSentence,
  kindWords,
  linkSentence,
  nameWords,
  ownerWords,
  placeWords,
  valueWords,
} from '../../../../src/renderer/import/mapping/sentences.ts';
import { entityPreview, eventPreview, linkPreview } from '../../../../src/renderer/import/preview-words.ts';
import { sourceSentence } from '../../../../src/renderer/import/source-sentence.ts';
import { english, specification } from './specification.ts';

const person: ImportSpecification['entities'][number] = {
  name: 'person',
  type: 'person',
  label: { columns: ['Прізвище', 'Ім’я'], joiner: ' ' },
  identifiers: [{ kind: 'document-number', value: { columns: ['Паспорт'], extract: '\\w+$' } }],
  properties: { birthDate: { columns: ['Дата народження'] } },
  required: true,
};

test('an entity in one line: what names it, what identifies it, what else is known', () => {
  expect(entitySentence(person, english)).toBe(
    'Person ← Прізвище, Ім’я · Document number ← Паспорт /\\w+$/ · date of birth ← Дата народження · required in every row',
  );
  const { label: _gone, ...nameless } = person;
  expect(entitySentence({ ...nameless, properties: {}, required: false }, english)).toBe(
    'Person ← Паспорт /\\w+$/',
  );
  expect(entitySentence({ ...nameless, identifiers: [], properties: {}, required: false }, english)).toBe(
    'Person ← nothing yet',
  );
});

test('a link and an event in one line', () => {
  const link = { from: 'person', to: '', type: 'uses', strength: 'tentative' } as const;
  expect(linkSentence(link, english)).toBe('person uses nobody · Tentative');
  const spec = addProperty(
    writePlace(
      addEvent(specification({ entities: [person] }), 'call'),
      { part: 'event', at: 0, field: 'start' },
      { columns: ['Дата', 'Час'] },
    ),
    { part: 'event', at: 0 },
    'cell',
    'БС',
  );
  const [event] = spec.events;
  if (event === undefined) throw new Error('an event');
  expect(eventSentence(event, english)).toBe('person · Start ← Дата, Час · cell ← БС');
  expect(eventSentence({ ...event, from: null, properties: {} }, english)).toBe('Start ← Дата, Час');
  expect(eventSentence({ ...event, to: 'phone', properties: {} }, english)).toBe(
    'person → phone · Start ← Дата, Час',
  );
  const direction = { value: { columns: ['Тип'] }, incoming: ['вх'] };
  expect(eventSentence({ ...event, start: null, properties: {}, direction }, english)).toBe(
    'person · Direction ← Тип',
  );
});

test('a fixed text stands in quotes, an unknown name or kind as it is', () => {
  expect(valueWords({ columns: [], constant: 'UAH' }, english)).toBe('“UAH”');
  expect(nameWords('senderOwner', english)).toBe('owner of the sender');
  expect(nameWords('Підозрюваний', english)).toBe('Підозрюваний');
  expect(kindWords('shoe-size', english)).toBe('shoe-size');
});

test('every kind of identifier and every place has its words', () => {
  for (const kind of IDENTIFIER_KINDS) expect(kindWords(kind, english)).not.toBe(kind);
  const spec = addEvent(changeRequired(addEntity(specification(), 'vehicle', 'V'), 0, true), 'call');
  const whole = writePlace(spec, { part: 'entity', at: 0, field: 'country', index: 0 }, { columns: ['x1'] });
  const words = placesOf(whole).map(
    (place) => `${ownerWords(whole, place, english)}: ${placeWords(whole, place, english)}`,
  );
  expect(words.slice(0, 6)).toEqual([
    'V: Label',
    'V: Number plate',
    'V: Country',
    'V: Own id in the file',
    'V: Type by column',
    'Call: Start',
  ]);
  expect(words.at(-1)).toBe('Call: Direction');
});

test('the settings of the source in one line', () => {
  expect(sourceSentence(specification(), english)).toBe(
    'Europe/Chisinau · day month year · MD · no originator · X4 · INTERPOL RESTRICTED · H1',
  );
  const limited = specification({
    originator: 'UA',
    recipients: ['RO', 'MD'],
    marking: { level: 'confidential', handling: ['H1', 'H2'] },
  });
  expect(sourceSentence(limited, english)).toContain(
    'UA · X4 · INTERPOL CONFIDENTIAL · H1 H2 · only for RO, MD',
  );
});

test('the preview says identifiers that are not the label, failing check digits, and amounts as money', () => {
  const entity = {
    name: 'person',
    type: 'person',
    label: 'Ткачук',
    identifiers: [{ kind: 'personal-number', value: '2009', check: 'check-failed' }],
    status: 'victim',
    minor: true,
    properties: { alias: 'Тихий', Hobby: 'шахи' },
  } as const;
  expect(entityPreview({ ...entity, identifiers: [...entity.identifiers] }, english)).toBe(
    'Person: Ткачук · Personal number 2009 (check digit wrong) · Victim · minor · alias Тихий · Hobby шахи',
  );
  const phone = { kind: 'phone', value: '+37360000001', check: 'valid' };
  expect(
    entityPreview(
      {
        name: 'caller',
        type: 'phone',
        label: '+37360000001',
        identifiers: [phone],
        status: null,
        minor: false,
        properties: {},
      },
      english,
    ),
  ).toBe('Phone number: +37360000001');
  expect(linkPreview({ from: 'person', to: 'Авто', type: 'drives' }, english)).toBe('person drives Авто');
  const payment = {
    type: 'payment',
    start: Date.UTC(2026, 6, 15, 9),
    from: 'A',
    to: null,
    properties: {
      amountMinor: 12_345,
      currency: 'EUR',
      durationSeconds: 75,
      purpose: 'rent',
      latitude: 47.5,
      longitude: 28,
    },
  } as const;
  expect(eventPreview(payment, 'Europe/Kyiv', 'en', english).replaceAll('\u00A0', ' ')).toBe(
    'Payment · 2026-07-15 Wed 12:00:00 · A · 0:01:15 · EUR 123.45 · 47.5, 28 · purpose rent',
  );
  expect(
    eventPreview({ type: 'other', start: null, from: null, to: null, properties: {} }, 'UTC', 'en', english),
  ).toBe('Other event');
});
