import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type EvidenceFile, evidenceFile, FIELDS } from '../../../helpers/evidence.ts';
import { temporaryFolder } from '../../../helpers/vault.ts';

const EMPTY_STEP = {
  exhibitNumber: '',
  sealNumber: '',
  fromHolder: '',
  toHolder: '',
  place: '',
  purpose: '',
  condition: '',
  tool: '',
  note: '',
};

function document(bytes: Uint8Array): { path: string; sha256: string } {
  const path = join(temporaryFolder(), 'Протокол №1.bin');
  writeFileSync(path, bytes);
  return { path, sha256: createHash('sha256').update(bytes).digest('hex') };
}

async function withDocument(file: EvidenceFile, path: string) {
  const { jobId } = await file.ask('source.createFrom', {
    fileId: file.fileId,
    kind: 'statement',
    fields: FIELDS,
    path,
  });
  return file.engine.context.jobs.finished(jobId);
}

describe('a source', () => {
  it('is kept as it was given and changed in one step that can be taken back', async () => {
    const file = await evidenceFile();
    const { sourceId, reference } = await file.ask('source.create', {
      fileId: file.fileId,
      kind: 'statement',
      fields: FIELDS,
    });
    expect(reference).toBe('S-001');
    expect(await file.ask('source.get', { sourceId })).toMatchObject({
      ...FIELDS,
      reference,
      kind: 'statement',
    });
    const fields = {
      ...FIELDS,
      title: 'Second hearing',
      recipients: [],
      grade: { ...FIELDS.grade, source: '3' },
    };
    await file.ask('source.change', { sourceId, reference: 'UA-17', kind: 'message', fields });
    expect(await file.ask('source.get', { sourceId })).toMatchObject({
      ...fields,
      reference: 'UA-17',
      kind: 'message',
    });
    await file.ask('journal.undo', { fileId: file.fileId });
    expect(await file.ask('source.get', { sourceId })).toMatchObject({
      ...FIELDS,
      reference,
      kind: 'statement',
    });
    await file.ask('journal.undo', { fileId: file.fileId });
    expect((await file.ask('source.list', { fileId: file.fileId })).sources).toEqual([]);
    await file.ask('journal.redo', { fileId: file.fileId });
    await file.ask('journal.redo', { fileId: file.fileId });
    expect(await file.ask('source.get', { sourceId })).toMatchObject({ ...fields, reference: 'UA-17' });
  });

  it('is refused where its marking or reference cannot be', async () => {
    const file = await evidenceFile();
    const input = { fileId: file.fileId, kind: 'document' as const, fields: FIELDS };
    await file.ask('source.create', { ...input, reference: 'A' });
    const refused = (fields: Partial<typeof FIELDS>, reference?: string) =>
      file.refusal('source.create', {
        ...input,
        fields: { ...FIELDS, ...fields },
        ...(reference === undefined ? {} : { reference }),
      });
    expect(await refused({ handlingText: ' ' })).toBe('evidence.handling-h3-without-text');
    expect(await refused({ marking: { level: 'restricted', handling: ['H0', 'H1'] } })).toBe(
      'evidence.handling-h0-combined',
    );
    expect(await refused({ tlp: 'AMBER' })).toBe('evidence.tlp-not-here');
    expect(await refused({}, 'A')).toBe('evidence.reference-taken');
    expect(await refused({ informationDate: '2026-02-30' })).toBe('engine.bad-input');
    expect(await refused({ grade: { ...FIELDS.grade, information: '1' } })).toBe('engine.bad-input');
    expect((await file.ask('source.list', { fileId: file.fileId })).sources).toHaveLength(1);
    expect(
      await file.refusal('source.create', {
        ...input,
        kind: 'open_source',
        fields: { ...FIELDS, tlp: 'AMBER' },
      }),
    ).toBe('accepted');
  });
});

describe('the file of a source', () => {
  it('is kept byte for byte under its hash, saved again, and both are on record', async () => {
    const file = await evidenceFile();
    const bytes = randomBytes(2_500_001);
    const { path, sha256 } = document(bytes);
    const job = await withDocument(file, path);
    expect(job).toMatchObject({ state: 'done', result: { sha256, size: bytes.length, reference: 'S-001' } });
    const { sourceId } = job.result as { sourceId: string };
    expect(await file.ask('source.get', { sourceId })).toMatchObject({
      sha256,
      size: bytes.length,
      fileName: 'Протокол №1.bin',
    });
    const folder = temporaryFolder();
    const copy = join(folder, 'copy.bin');
    expect(await file.ask('source.saveAttachment', { sourceId, path: copy })).toEqual({
      path: copy,
      bytes: bytes.length,
      sha256,
    });
    expect(readFileSync(copy).equals(bytes)).toBe(true);
    expect(readdirSync(folder)).toEqual(['copy.bin']);
    expect(await file.actions()).toContain('save-attachment');
    await file.ask('journal.undo', { fileId: file.fileId });
    await file.ask('journal.redo', { fileId: file.fileId });
    expect(await file.ask('source.get', { sourceId })).toMatchObject({ sha256, size: bytes.length });
  });

  it('that cannot be read leaves no trace', async () => {
    const file = await evidenceFile();
    const job = await withDocument(file, join(temporaryFolder(), 'not there.pdf'));
    expect(job).toMatchObject({ state: 'failed', error: { code: 'import.file-missing' } });
    const count = (table: string) =>
      file.database().one<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n;
    expect([count('source'), count('attachment'), count('attachment_chunk')]).toEqual([0, 0, 0]);
  });

  it('whose bytes changed in the vault is not handed out', async () => {
    const file = await evidenceFile();
    const job = await withDocument(file, document(randomBytes(5000)).path);
    const { sourceId } = job.result as { sourceId: string };
    file.database().run('UPDATE attachment_chunk SET bytes = ?', randomBytes(5000));
    const folder = temporaryFolder();
    expect(await file.refusal('source.saveAttachment', { sourceId, path: join(folder, 'x') })).toBe(
      'evidence.attachment-damaged',
    );
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('the custody record', () => {
  it('keeps its entries in order, and each can be taken back', async () => {
    const file = await evidenceFile();
    const { sourceId } = await file.ask('source.create', {
      fileId: file.fileId,
      kind: 'document',
      fields: FIELDS,
    });
    for (const action of ['collected', 'sealed', 'transferred'] as const)
      await file.ask('custody.add', {
        sourceId,
        entry: { ...EMPTY_STEP, action, at: '2026-03-04 10:00', sealNumber: 'A 17' },
      });
    const steps = async () => (await file.ask('source.get', { sourceId })).custody.map((one) => one.action);
    expect(await steps()).toEqual(['collected', 'sealed', 'transferred']);
    await file.ask('journal.undo', { fileId: file.fileId });
    expect(await steps()).toEqual(['collected', 'sealed']);
    await file.ask('journal.redo', { fileId: file.fileId });
    expect(await steps()).toEqual(['collected', 'sealed', 'transferred']);
  });
});

describe('what a source said', () => {
  it('is counted and named, without the words about protected people', async () => {
    const file = await evidenceFile();
    const { sourceId } = await file.ask('source.create', {
      fileId: file.fileId,
      kind: 'document',
      fields: FIELDS,
    });
    const create = async (label: string, status: 'suspect' | 'victim') =>
      (await file.ask('entity.create', { fileId: file.fileId, type: 'person', label, status, sourceId }))
        .entity.id;
    const taras = await create('Taras Kovalchuk', 'suspect');
    const victim = await create('Ileana Marmalade', 'victim');
    await file.ask('link.create', {
      fileId: file.fileId,
      from: taras,
      to: victim,
      type: 'recruited',
      strength: 'confirmed',
      sourceId,
    });
    const said = await file.ask('source.said', { sourceId, limit: 10 });
    expect(said.facts.total).toBe(2);
    expect(said.links).toMatchObject({ total: 1, rows: [{ type: 'recruited' }] });
    expect(new Set(said.entityIds)).toEqual(new Set([taras, victim]));
    expect(JSON.stringify(said)).toContain('Taras Kovalchuk');
    expect(JSON.stringify(said)).not.toContain('Marmalade');
  });
});
