import { describe, expect, it } from 'vitest';
import { evidenceFile, FIELDS } from '../../../helpers/evidence.ts';

const DAY = 86_400_000;
const NOTHING = { since: null, sourceId: null, reason: '', minor: null };

describe('a status', () => {
  it('is dated and sourced, its history is kept, and undo takes the newest entry away', async () => {
    const file = await evidenceFile();
    const entityId = await file.person('Taras Kovalchuk');
    const { sourceId } = await file.ask('source.create', {
      fileId: file.fileId,
      kind: 'document',
      fields: FIELDS,
    });
    await file.ask('entity.setStatus', {
      entityId,
      status: 'suspect',
      minor: false,
      since: '2026-03',
      sourceId,
      reason: 'seen at the depot',
    });
    await file.ask('entity.setStatus', { entityId, status: 'charged', minor: false });
    const history = async () => (await file.ask('entity.get', { entityId })).statuses;
    expect((await history()).map((one) => one.status)).toEqual(['charged', 'suspect']);
    expect((await history())[1]).toMatchObject({
      since: '2026-03',
      sourceReference: 'S-002',
      reason: 'seen at the depot',
    });
    await file.ask('journal.undo', { fileId: file.fileId });
    expect((await history()).map((one) => one.status)).toEqual(['suspect']);
    expect((await file.ask('entity.get', { entityId })).entity.status).toBe('suspect');
    await file.ask('journal.redo', { fileId: file.fileId });
    expect((await file.ask('entity.get', { entityId })).entity.status).toBe('charged');
  });

  it('of a closed person does not show its reason', async () => {
    const file = await evidenceFile();
    const entityId = await file.person('Ileana Marmalade');
    await file.ask('entity.setStatus', {
      entityId,
      status: 'victim',
      minor: false,
      reason: 'Marmalade said so herself',
    });
    expect(JSON.stringify(await file.ask('entity.get', { entityId }))).not.toContain('Marmalade');
    const opened = await file.ask('entity.get', { entityId, reason: 'hearing' });
    expect(opened.statuses[0]?.reason).toBe('Marmalade said so herself');
  });
});

describe('people without a status', () => {
  it('are listed by the days they have left, and many get one in a single act', async () => {
    const file = await evidenceFile();
    const now = Date.now();
    const ids: string[] = [];
    for (const [index, age] of [10, 200, 182, 183].entries()) {
      const id = await file.person(`Person ${index}`);
      file.database().run('UPDATE entity SET uncategorised_since = ? WHERE id = ?', now - age * DAY, id);
      ids.push(id);
    }
    const list = () => file.ask('people.uncategorised', { fileId: file.fileId, offset: 0, limit: 100 });
    const before = await list();
    expect(before.rows.map((row) => row.entity.id)).toEqual([ids[1], ids[3], ids[2], ids[0]]);
    expect(before.rows.map((row) => row.daysLeft)).toEqual([-17, 0, 1, 173]);
    expect(before).toMatchObject({ total: 4, overdue: 2, days: 183 });
    await file.ask('people.categorise', {
      ...NOTHING,
      fileId: file.fileId,
      entityIds: ids.slice(1),
      status: 'contact',
    });
    expect(await list()).toMatchObject({ total: 1, overdue: 0 });
    const { entries } = await file.ask('journal.list', { fileId: file.fileId, limit: 1 });
    expect(entries[0]?.label).toEqual({ key: 'evidence:journal.categorise', params: { count: 3 } });
    await file.ask('journal.undo', { fileId: file.fileId });
    expect((await list()).rows).toEqual(before.rows);
  });

  it('wait as long as the file says; one who loses the status waits from then on', async () => {
    const file = await evidenceFile();
    const entityId = await file.person('Person');
    await file.ask('analysisFile.edit', { fileId: file.fileId, change: { categoriseDays: 30, tlp: null } });
    const list = () => file.ask('people.uncategorised', { fileId: file.fileId, offset: 0, limit: 100 });
    expect(await list()).toMatchObject({ days: 30, rows: [{ daysLeft: 30 }] });
    await file.ask('entity.setStatus', { entityId, status: 'contact', minor: false });
    expect((await list()).total).toBe(0);
    await file.ask('entity.setStatus', { entityId, status: null, minor: false });
    expect((await list()).total).toBe(1);
    for (let step = 0; step < 3; step += 1) await file.ask('journal.undo', { fileId: file.fileId });
    expect(await list()).toMatchObject({ days: 183, total: 1 });
  });

  it('who are overdue are counted in the preview of a package', async () => {
    const file = await evidenceFile();
    const entityId = await file.person('Person');
    await file.person('Newcomer');
    file
      .database()
      .run('UPDATE entity SET uncategorised_since = ? WHERE id = ?', Date.now() - 400 * DAY, entityId);
    const preview = await file.ask('package.preview', {
      fileId: file.fileId,
      entityIds: null,
      chartId: null,
      period: null,
      recipients: ['RO'],
      purpose: 'meeting',
      released: [],
    });
    expect(preview.overduePeople).toBe(1);
  });
});

describe('the days of a country', () => {
  it('hold for each of its files unless a file has its own, and go with undo', async () => {
    const file = await evidenceFile();
    const days = async () => (await file.ask('analysisFile.get', { fileId: file.fileId })).categoriseDays;
    await file.ask('people.countryDays', { fileId: file.fileId, days: 90 });
    expect(await days()).toBe(90);
    await file.ask('analysisFile.edit', { fileId: file.fileId, change: { categoriseDays: 30 } });
    expect(await days()).toBe(30);
    await file.ask('people.countryDays', { fileId: file.fileId, days: 120 });
    expect(await days()).toBe(120);
    for (let step = 0; step < 2; step += 1) await file.ask('journal.undo', { fileId: file.fileId });
    expect(await days()).toBe(90);
    await file.ask('journal.undo', { fileId: file.fileId });
    expect(await days()).toBe(183);
  });
});
