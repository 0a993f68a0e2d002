import { expect, test } from 'vitest';
import type { Input } from '../../../../src/contract/index.ts';
import { type EvidenceFile, evidenceFile } from '../../../helpers/evidence.ts';

const TODAY = '2026-03-21';
const HIT: Omit<Input<'check.add'>, 'entityId'> = {
  system: 'sltd',
  systemName: '',
  value: 'AB1234567',
  result: 'hit',
  recordReference: 'SLTD-77',
  ownerNcb: 'NCB Kyiv',
  asked: '2026-03-14',
  due: '2026-03-20',
  received: null,
  answer: null,
  handlingText: '',
  note: '',
};
const NO_RECORD = { ...HIT, result: 'no_record', recordReference: '', asked: null, due: null } as const;

const list = async (file: EvidenceFile, entityId: string, reason?: string) =>
  file.ask('check.list', { entityId, today: TODAY, ...(reason === undefined ? {} : { reason }) });

test('a check is kept with who made it and the marking of the file, and stands in journal and audit without its value', async () => {
  const file = await evidenceFile();
  const entityId = await file.person('Taras Invented');
  const { checkId } = await file.ask('check.add', { entityId, ...HIT });
  const { checks } = await list(file, entityId);
  expect(checks).toMatchObject([
    { id: checkId, system: 'sltd', result: 'hit', open: true, overdue: true, marking: { handling: ['H0'] } },
  ]);
  expect(checks[0]?.operator).not.toBe('');
  const { entries } = await file.ask('journal.list', { fileId: file.fileId, limit: 5 });
  expect(entries[0]?.label).toMatchObject({ key: 'checks:journal.add' });
  const { rows } = await file.ask('audit.list', { offset: 0, limit: 5 });
  expect(rows[0]).toMatchObject({ action: 'check-add', object: `check:${checkId}` });
  expect(JSON.stringify([entries, rows])).not.toContain('AB1234567');
});

test('adding, changing and withdrawing is undone and done again', async () => {
  const file = await evidenceFile();
  const { fileId } = file;
  const entityId = await file.person('Taras Invented');
  const results = async () => (await list(file, entityId)).checks.map((one) => one.result);
  const { checkId } = await file.ask('check.add', { entityId, ...NO_RECORD });
  const [check] = (await list(file, entityId)).checks;
  if (check === undefined) throw new Error('no check');
  await file.ask('check.change', { ...HIT, checkId, at: check.at, operator: 'B', marking: check.marking });
  expect(await results()).toEqual(['hit']);
  await file.ask('check.withdraw', { checkId, reason: 'entered twice' });
  expect(await results()).toEqual([]);
  await file.ask('journal.undo', { fileId });
  expect(await results()).toEqual(['hit']);
  await file.ask('journal.undo', { fileId });
  expect(await results()).toEqual(['no_record']);
  await file.ask('journal.undo', { fileId });
  expect(await results()).toEqual([]);
  for (const _step of [1, 2]) await file.ask('journal.redo', { fileId });
  expect(await results()).toEqual(['hit']);
});

test('what cannot be is refused by name', async () => {
  const file = await evidenceFile();
  const entityId = await file.person('Taras Invented');
  const refused = (change: Partial<Input<'check.add'>>) =>
    file.refusal('check.add', { entityId, ...HIT, ...change });
  expect(await refused({ value: '' })).toBe('checks.value-missing');
  expect(await refused({ system: 'national' })).toBe('checks.system-unnamed');
  expect(await refused({ result: 'no_record' })).toBe('checks.confirmation-without-hit');
  expect(await refused({ due: '2026-02-30' })).toBe('engine.bad-input');
  const h3 = { level: 'restricted', handling: ['H3'] } as const;
  expect(await refused({ marking: { ...h3, handling: [...h3.handling] } })).toBe(
    'evidence.handling-h3-without-text',
  );
  expect(await file.refusal('check.withdraw', { checkId: 'none' })).toBe('checks.no-such-check');
});

test('open confirmations of the file: overdue first, answered ones gone', async () => {
  const file = await evidenceFile();
  const one = await file.person('Taras Invented');
  const other = await file.person('Olena Invented');
  await file.ask('check.add', { entityId: one, ...HIT, due: null });
  await file.ask('check.add', { entityId: one, ...HIT, due: '2026-04-01', result: 'possible' });
  await file.ask('check.add', { entityId: other, ...HIT });
  await file.ask('check.add', { entityId: other, ...HIT, received: '2026-03-15', answer: 'confirmed' });
  await file.ask('check.add', { entityId: other, ...NO_RECORD });
  const open = await file.ask('check.open', { fileId: file.fileId, today: TODAY });
  expect(open.overdue).toBe(1);
  expect(open.rows.map((row) => [row.entity.id, row.due, row.overdue])).toEqual([
    [other, '2026-03-20', true],
    [one, '2026-04-01', false],
    [one, null, false],
  ]);
});

test('of a protected person nothing is said without a reason, not even what was asked', async () => {
  const file = await evidenceFile();
  const entityId = await file.person('Olena Invented');
  await file.ask('check.add', { entityId, ...HIT });
  await file.ask('entity.setStatus', { entityId, status: 'victim', minor: false });
  expect(await list(file, entityId)).toEqual({ shut: true, checks: [], national: [], values: [] });
  const open = await file.ask('check.open', { fileId: file.fileId, today: TODAY });
  expect(open.rows).toMatchObject([{ check: null, overdue: true, entity: { label: 'Victim 1' } }]);
  for (const word of ['AB1234567', 'SLTD-77', 'NCB Kyiv', 'Olena'])
    expect(JSON.stringify(open)).not.toContain(word);
  const before = (await file.actions()).filter((action) => action === 'view-protected').length;
  expect((await list(file, entityId, 'identity to be confirmed')).checks).toHaveLength(1);
  expect((await file.actions()).filter((action) => action === 'view-protected')).toHaveLength(before + 1);
});

test('a merged record shows the checks of its members and says whose they are; un-merging gives them back', async () => {
  const file = await evidenceFile();
  const lead = await file.person('Taras Invented');
  const member = await file.person('T. Invented');
  await file.ask('check.add', { entityId: member, ...NO_RECORD });
  const { mergeId } = await file.ask('entity.merge', {
    leadId: lead,
    memberIds: [member],
    reason: 'one man',
  });
  expect((await list(file, lead)).checks).toMatchObject([{ entityId: member, member: 'T. Invented' }]);
  await file.ask('entity.unmerge', { mergeId });
  expect((await list(file, lead)).checks).toEqual([]);
  expect((await list(file, member)).checks).toHaveLength(1);
});

test('a national database somebody named is offered for everything of the type', async () => {
  const file = await evidenceFile();
  const one = await file.person('Taras Invented');
  const other = await file.person('Olena Invented');
  await file.ask('check.add', {
    entityId: one,
    ...NO_RECORD,
    system: 'national',
    systemName: 'Register of weapons',
  });
  const { national, values } = await list(file, other);
  expect(national).toEqual(['Register of weapons']);
  expect(values).toEqual([{ kind: null, value: 'Olena Invented' }]);
});

test('an entity goes with its checks and comes back with them', async () => {
  const file = await evidenceFile();
  const entityId = await file.person('Taras Invented');
  await file.ask('check.add', { entityId, ...HIT });
  await file.ask('entity.delete', { entityId, reason: 'a mistake' });
  expect(file.database().one('SELECT count(*) AS n FROM external_check')).toEqual({ n: 0 });
  await file.ask('journal.undo', { fileId: file.fileId });
  expect((await list(file, entityId)).checks).toMatchObject([{ value: 'AB1234567', due: '2026-03-20' }]);
});
