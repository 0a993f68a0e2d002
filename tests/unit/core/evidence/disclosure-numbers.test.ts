import { expect, test } from 'vitest';
import { disclose } from '../../../../src/core/evidence/disclosure.ts';
import { standInLabel } from '../../../../src/core/evidence/pseudonyms.ts';
import {
  caseData,
  caseEntity,
  caseFact,
  caseSource,
  event,
  nobodyReleased,
} from '../../../helpers/case-data.ts';

test('a number a permitted call names stays, under its number only; a person it does not name is withheld', () => {
  const number = { kind: 'phone', value: '+40700000001', raw: '0700', check: 'valid', sourceId: 'x' };
  const data = caseData({
    sources: [caseSource('s'), caseSource('x', { recipients: ['PL'] })],
    entities: [
      caseEntity('t', 'Phone of the Kestrel', { type: 'phone', sourceId: 'x', identifiers: [number] }),
      caseEntity('a', 'Kestrel', {
        sourceId: 'x',
        identifiers: [{ ...number, kind: 'personal-number', value: 'KESTREL-99', raw: 'KESTREL-99' }],
      }),
    ],
    events: [event('e', { from: 't' }), event('g', { from: 'a' })],
  });
  const result = disclose(data, nobodyReleased);
  expect(result.data.entities).toMatchObject([{ label: '+40700000001', sourceId: null }]);
  expect(result.data.events.map((one) => one.id)).toEqual(['e']);
  expect(JSON.stringify(result.data)).not.toContain('Kestrel');
});

test('a number known from a withheld and a permitted list goes under the number, though the importer kept it once', () => {
  const data = caseData({
    sources: [caseSource('s'), caseSource('x', { recipients: ['PL'] })],
    entities: [
      caseEntity('t', 'Phone of the Kestrel', {
        type: 'phone',
        sourceId: 'x',
        identifiers: [
          { kind: 'phone', value: '+40700000001', raw: '0700000001', check: 'valid', sourceId: 'x' },
        ],
      }),
    ],
    facts: [caseFact('f', 't', 'x', '', { property: null }), caseFact('g', 't', 's', '', { property: null })],
  });
  expect(disclose(data, nobodyReleased).data.entities).toMatchObject([
    { label: '+40700000001', identifiers: [] },
  ]);
});

test("a bank's own number names its account as an IBAN would", () => {
  const number = {
    kind: 'account',
    value: 'MD:2259001',
    raw: '2259001',
    check: 'not-checkable',
    sourceId: 'x',
  };
  const data = caseData({
    sources: [caseSource('s'), caseSource('x', { recipients: ['PL'] })],
    entities: [
      caseEntity('t', 'Account of the Kestrel', {
        type: 'bank_account',
        sourceId: 'x',
        identifiers: [number as never],
      }),
    ],
    events: [event('e', { type: 'payment', from: 't' })],
  });
  const result = disclose(data, nobodyReleased);
  expect(result.data.entities).toMatchObject([{ label: 'MD:2259001' }]);
  expect(result.data.events).toHaveLength(1);
});

test.each([
  ['Victim 2', 'Потерпілий 2'],
  ['Victim 2 – 7', 'Потерпілий 2 – 7'],
  ['Victim Support 2 North', 'Victim Support 2 North'],
  ['Petrenko 7', 'Petrenko 7'],
])('the stand-in %s is shown as %s', (label, shown) => {
  expect(standInLabel(label, () => 'Потерпілий')).toBe(shown);
});

test('a conclusion stays where something it rests on stays, and does not name its grounds outside', () => {
  const data = caseData({
    sources: [
      caseSource('own'),
      caseSource('closed', { marking: { level: 'restricted', handling: ['H2'] } }),
      caseSource('open', { marking: { level: 'restricted', handling: ['H3'] }, handlingText: 'call first' }),
    ],
    entities: [caseEntity('p', 'Taras')],
    facts: [
      caseFact('base', 'p', 'open', 'Taras'),
      caseFact('leaks', 'p', 'own', 'meets the courier on Fridays', {
        kind: 'inference',
        restsOn: [{ sourceId: 'closed', marking: { level: 'restricted', handling: ['H2'] } }],
      }),
      caseFact('goes', 'p', 'own', 'drives a van', {
        kind: 'inference',
        restsOn: [{ sourceId: 'open', marking: { level: 'restricted', handling: ['H3'] } }],
      }),
    ],
  });
  const found = disclose(data, {
    recipients: ['RO'],
    permissions: [],
    released: [],
    surroundings: { entities: [], links: [], facts: [] },
  });
  expect(found.data.facts.map((fact) => fact.id)).toEqual(['base', 'goes']);
  expect(JSON.stringify(found.data)).not.toContain('restsOn');
  expect(found.marking).toMatchObject({ handling: ['H3'], handlingTexts: ['call first'] });
});
