import { expect, test } from 'vitest';
import {
  dayOf,
  type PermissionForm,
  permissionRequest,
} from '../../../../src/renderer/exchange/permission-form.ts';
import {
  changedForm,
  changesPreview,
  NEW_PACKAGE,
  packageName,
  selectionOf,
} from '../../../../src/renderer/exchange/seal-form.ts';

const desk = { fileId: 'f', chartId: 'c', members: ['a', 'b'], chosen: ['b'], period: { from: 1, to: null } };
const released = [{ entityId: 'v', inFile: 'Victim 3', reason: 'asked to be heard' }];

test('a release holds for what was chosen and for whom; other recipients close the shutter again', () => {
  const form = { ...NEW_PACKAGE, recipients: 'RO', released };
  expect(changedForm(form, { recipients: 'RO, PL' }).released).toEqual([]);
  expect(changedForm(form, { what: 'chart' }).released).toEqual([]);
  for (const change of [{ purpose: 'meeting' }, { keys: 'age1' }, { passphrase: 'seven quiet rivers' }]) {
    expect(changedForm(form, change)).toEqual({ ...form, ...change });
    expect(changesPreview(change)).toBe(false);
  }
});

test('each release goes out with its reason, and nothing else of the form does', () => {
  const form = { ...NEW_PACKAGE, recipients: 'RO; UA', purpose: ' meeting ', released };
  expect(selectionOf(form, desk)).toEqual({
    fileId: 'f',
    entityIds: null,
    chartId: null,
    period: null,
    recipients: ['RO', 'UA'],
    purpose: 'meeting',
    released: [{ entityId: 'v', reason: 'asked to be heard' }],
  });
  expect(selectionOf({ ...form, what: 'selection' }, desk)).toMatchObject({
    entityIds: ['b'],
    chartId: 'c',
    period: { from: 1, to: null },
  });
});

test('a permission without who, when, what for, document or recipient cannot be recorded', () => {
  const form: PermissionForm = {
    recipients: ['RO'],
    grantedBy: ' NCB Kyiv ',
    granted: '2026-04-20',
    scope: 'meeting',
    document: 'UA-2026-0417',
  };
  expect(permissionRequest('s', form)).toEqual({
    sourceId: 's',
    recipients: ['RO'],
    grantedBy: 'NCB Kyiv',
    granted: Date.UTC(2026, 3, 20),
    scope: 'meeting',
    document: 'UA-2026-0417',
  });
  for (const name of ['grantedBy', 'granted', 'scope', 'document'] as const)
    expect(permissionRequest('s', { ...form, [name]: ' ' })).toBeNull();
  expect(permissionRequest('s', { ...form, recipients: [] })).toBeNull();
  expect(dayOf(Date.UTC(2026, 3, 20))).toBe('2026-04-20');
});

test.each([
  ['UA-2026/014', 'UA-2026-014_2026-07-15.caf.age'],
  ['ОЗ 7', 'ОЗ-7_2026-07-15.caf.age'],
  ['../..', 'package_2026-07-15.caf.age'],
])('a package of %s is called %s', (reference, name) => {
  expect(packageName({ reference }, Date.UTC(2026, 6, 15, 12))).toBe(name);
});
