import { expect, test } from 'vitest';
import type { CaseCheck, CaseData } from '../../../../src/core/evidence/case-data.ts';
import { disclose } from '../../../../src/core/evidence/disclosure.ts';
import { caseData, caseEntity, caseFact, caseSource, nobodyReleased } from '../../../helpers/case-data.ts';

function check(id: string, change: Partial<CaseCheck> = {}): CaseCheck {
  return {
    id,
    entityId: 'a',
    system: 'sltd',
    systemName: '',
    value: 'AB 1234567',
    at: 1,
    result: 'no_record',
    recordReference: '',
    ownerNcb: '',
    asked: null,
    due: null,
    received: null,
    answer: null,
    marking: { level: 'official_use', handling: ['H0'] },
    note: '',
    ...change,
  };
}

const going = (change: Partial<CaseData>, recipients = ['RO']) =>
  disclose(caseData(change), { ...nobodyReleased, recipients });
const person = caseEntity('a', 'Taras Invented');

test('a check goes with its entity and raises the marking of the whole', () => {
  const one = check('c', { marking: { level: 'confidential', handling: ['H3'] }, handlingText: 'ask first' });
  const { data, marking } = going({ entities: [person], checks: [one] });
  expect(data.checks).toEqual([one]);
  expect(marking).toMatchObject({ level: 'confidential', handling: ['H3'], handlingTexts: ['ask first'] });
});

test('H2 goes to the bureau that owns the record and to nobody else', () => {
  const one = check('c', { ownerNcb: 'ro ', marking: { level: 'restricted', handling: ['H2'] } });
  expect(going({ entities: [person], checks: [one] }).data.checks).toHaveLength(1);
  const { data, withheld } = going({ entities: [person], checks: [one] }, ['RO', 'PL']);
  expect(data.checks).toEqual([]);
  expect(withheld).toEqual([{ reason: 'H2', count: 1 }]);
});

test('of a protected person no check goes, and none of another one names them', () => {
  const victim = caseEntity('v', 'Ileana Marmalade', { status: 'victim' });
  const { data } = going({
    entities: [person, victim],
    checks: [check('c', { entityId: 'v' }), check('d', { note: 'asked with Ileana Marmalade beside' })],
  });
  expect(data.checks?.map((one) => one.id)).toEqual(['d']);
  expect(JSON.stringify(data)).not.toContain('Marmalade');
});

test('what only a withheld source says does not leave inside a check, however it is written there', () => {
  const open = caseSource('open');
  const closed = caseSource('closed', { recipients: ['PL'] });
  const number = {
    kind: 'phone',
    value: '+37360000077',
    raw: '060000077',
    check: 'valid',
    sourceId: 'closed',
  };
  const entity = { ...person, identifiers: [number] };
  const facts = [
    caseFact('f', 'a', 'open', 'Taras Invented'),
    caseFact('g', 'a', 'closed', 'Quokka', { property: 'alias' }),
  ];
  const texts = ['+373 (600) 00-077', '060 000 077', 'alias QUOKKA', 'Taras Invented'];
  const checks = texts.map((value) => check(value, { value }));
  const { data } = going({ sources: [open, closed], entities: [entity], facts, checks });
  expect(data.checks?.map((one) => one.value)).toEqual(['Taras Invented']);
});

test('a check of a merged record names the member it was asked for', () => {
  const member = caseEntity('m', 'T. Invented', { leadId: 'a' });
  const { data } = going({ entities: [person, member], checks: [check('c', { entityId: 'm' })] });
  expect(data.checks).toMatchObject([{ entityId: 'a', recordId: 'm' }]);
});
