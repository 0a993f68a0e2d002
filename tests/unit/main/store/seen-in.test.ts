import { expect, test } from 'vitest';
import { type EvidenceFile, evidenceFile } from '../../../helpers/evidence.ts';

const NUMBER = '+37360000555';
const IDENTIFIER = { kind: 'phone', value: NUMBER };

/** Two analysis files in one vault; in both somebody holds the number. */
async function twoFiles() {
  const file = await evidenceFile();
  const {
    id: _,
    created: __,
    status: ___,
    tlp: ____,
    categoriseDays: _____,
    ...form
  } = await file.ask('analysisFile.get', { fileId: file.fileId });
  const other = await file.ask('analysisFile.create', {
    ...form,
    reference: 'CAF-2026-009',
    title: 'Grey Heron',
  });
  const holder = async (label: string, fileId = file.fileId): Promise<string> => {
    const { entity } = await file.ask('entity.create', { fileId, type: 'person', label });
    const identifiers = [{ kind: 'phone', raw: NUMBER }];
    await file.ask('entity.edit', { entityId: entity.id, identifiers });
    return entity.id;
  };
  return { ...file, otherId: other.id, holder };
}

const seen = (file: EvidenceFile, entityId: string, more: { fileId?: string; reason?: string } = {}) => {
  const { fileId = file.fileId, reason } = more;
  return file.ask('entity.seenIn', {
    fileId,
    asked: { entityId, ...(reason === undefined ? {} : { reason }) },
  });
};

test('in the open file others with the same number are named; of another file only that it holds it', async () => {
  const file = await twoFiles();
  const one = await file.holder('Taras Invented');
  const two = await file.holder('Olena Invented');
  await file.holder('Petro Secret', file.otherId);
  const found = await seen(file, one);
  expect(found.entities).toMatchObject([{ entity: { id: two }, numbers: [IDENTIFIER] }]);
  expect(found.files).toEqual([{ reference: 'CAF-2026-009', numbers: [IDENTIFIER] }]);
  for (const word of ['Secret', 'Grey Heron', file.otherId])
    expect(JSON.stringify(found)).not.toContain(word);
});

test('the same asked with the other file open tells its names, and of this one only the reference', async () => {
  const file = await twoFiles();
  const one = await file.holder('Taras Invented');
  await file.holder('Olena Invented');
  const petro = await file.holder('Petro Secret', file.otherId);
  const found = await seen(file, one, { fileId: file.otherId });
  expect(found.entities).toMatchObject([{ entity: { id: petro } }]);
  expect(found.files).toEqual([{ reference: 'CAF-2026-077', numbers: [IDENTIFIER] }]);
  expect(JSON.stringify(found)).not.toContain('Olena');
});

test('a number alone is looked for the same way; one nobody holds is no hit', async () => {
  const file = await twoFiles();
  const one = await file.holder('Taras Invented');
  const { chartId } = await chartWith(file, one);
  const ask = (value: string) =>
    file.ask('entity.seenIn', { fileId: file.fileId, asked: { identifier: { kind: 'phone', value } } });
  expect(await ask(NUMBER)).toMatchObject({ entities: [{ entity: { id: one } }], charts: [{ id: chartId }] });
  expect(await ask('+37360000556')).toMatchObject({ entities: [], charts: [], files: [], packages: [] });
});

async function chartWith(file: EvidenceFile, entityId: string) {
  const { id: chartId } = await file.ask('chart.create', { fileId: file.fileId, name: 'Схема 1' });
  const change = { members: { [entityId]: { x: 0, y: 0 } } };
  await file.ask('chart.change', { chartId, label: 'act.add', count: 1, change });
  return { chartId };
}

test('charts and sources in which it stands, and the package it left in', async () => {
  const file = await twoFiles();
  const one = await file.holder('Taras Invented');
  const { chartId } = await chartWith(file, one);
  await file.ask('entity.addFact', { entityId: one, kind: 'fact', property: 'alias', value: 'Docker' });
  const { context } = file.engine;
  context.database().run(
    `INSERT INTO package_out (id, file_seq, reference, created_at, manifest, sha256)
     SELECT 'p1', seq, reference, 1000, '{"recipients":["RO"]}', 'ab' FROM analysis_file WHERE id = ?`,
    file.fileId,
  );
  context
    .database()
    .run("INSERT INTO package_item SELECT seq, 'entity', ? FROM package_out WHERE id = 'p1'", one);
  const found = await seen(file, one);
  expect(found.charts).toEqual([{ id: chartId, name: 'Схема 1' }]);
  expect(found.sources).toHaveLength(1);
  expect(found.packages).toEqual([{ id: 'p1', created: 1000, recipients: ['RO'], sha256: 'ab' }]);
});

test('a merged record counts what its members hold', async () => {
  const file = await twoFiles();
  const member = await file.holder('T. Invented');
  const lead = await file.person('Taras Invented');
  const two = await file.holder('Olena Invented');
  const { chartId } = await chartWith(file, member);
  await file.ask('entity.merge', { leadId: lead, memberIds: [member], reason: 'one man' });
  const found = await seen(file, lead);
  expect(found.entities).toMatchObject([{ entity: { id: two } }]);
  expect(found.charts).toMatchObject([{ id: chartId }]);
  expect((await seen(file, two)).entities).toMatchObject([{ entity: { id: lead } }]);
});

test('a protected person is not told as a holder, and says nothing without a reason', async () => {
  const file = await twoFiles();
  const one = await file.holder('Taras Invented');
  const victim = await file.holder('Olena Invented');
  await file.ask('entity.setStatus', { entityId: victim, status: 'victim', minor: false });
  const found = await seen(file, one);
  expect(found.entities).toEqual([]);
  expect(JSON.stringify(found)).not.toContain('Victim');
  expect(await seen(file, victim)).toMatchObject({ shut: true, entities: [], files: [] });
  const opened = await seen(file, victim, { reason: 'to be warned' });
  expect(opened.entities).toMatchObject([{ entity: { id: one } }]);
  expect(await file.actions()).toContain('view-protected');
});
