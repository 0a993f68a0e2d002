import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { verifyFile } from '../../../../src/main/exchange/minisign.ts';
import { testEngine } from '../../../helpers/engine.ts';
import { temporaryFolder } from '../../../helpers/vault.ts';

/** RFC 4180, so that the file is read by other means than ours. */
function cells(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [whole, , quoted, plain, end] of csv.matchAll(
    /(?:("((?:[^"]|"")*)")|([^",\r\n]*))(,|\r\n|$)/gu,
  )) {
    if (whole === '') break;
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}

async function engineWithEntries() {
  const engine = testEngine();
  await engine.create();
  const made = await engine.handle('analysisFile.create', {
    reference: 'CAF-2026-002',
    title: 'Тест, "один"',
    purpose: 'test',
    crimeAreas: ['vehicles'],
    legalBasis: '',
    originator: 'MD',
    participants: [],
    subjectCategories: [],
    storageMonths: null,
    reviewDate: null,
    conditions: '',
    marking: { level: 'restricted', handling: ['H1'] },
  } as never);
  if (!made.ok) throw new Error(made.error.message);
  await engine.handle('search.query', { fileId: made.value.id, text: 'Ткачук, "Саша"\nнове', limit: 5 });
  return engine;
}

test('the exported chain can be recomputed from the file alone, and its signature names count and head', async () => {
  const engine = await engineWithEntries();
  const path = join(temporaryFolder(), 'журнал.csv');
  const reply = await engine.handle('audit.export', { path });
  if (!reply.ok) throw new Error(reply.error.message);
  const content = readFileSync(path);
  const [header, ...rows] = cells(content.toString('utf8').replace(/^\uFEFF/u, ''));
  expect(header).toEqual([
    'seq',
    'at',
    'actor',
    'action',
    'object',
    'reason',
    'details',
    'previous_hash',
    'hash',
  ]);
  expect(rows).toHaveLength(reply.value.entries);
  let previous = '0'.repeat(64);
  for (const [seq, at, actor, action, object, reason, details, before, hash] of rows) {
    expect(before).toBe(previous);
    const fields = [Number(seq), Number(at), actor, action, object, reason, details, before];
    expect(createHash('sha256').update(JSON.stringify(fields)).digest('hex')).toBe(hash);
    previous = hash ?? '';
  }
  expect(previous).toBe(reply.value.head);
  expect(rows.at(-1)?.[3]).toBe('export-audit');
  const signature = readFileSync(reply.value.signaturePath, 'utf8');
  expect(signature).toContain(`${rows.length} entries, head ${reply.value.head}`);
  expect(verifyFile(reply.value.signer, content, signature)).toBe(true);
  expect(verifyFile(reply.value.signer, Buffer.concat([content, Buffer.from(' ')]), signature)).toBe(false);
});

test('a place that cannot be written is said in words, and the chain stays whole', async () => {
  const engine = await engineWithEntries();
  const blocker = join(temporaryFolder(), 'a file');
  writeFileSync(blocker, '');
  expect(await engine.handle('audit.export', { path: join(blocker, 'log.csv') })).toMatchObject({
    ok: false,
    error: { code: 'files.cannot-write', message: expect.stringContaining('log.csv') },
  });
  expect(await engine.handle('vault.verify', {})).toMatchObject({ value: { ok: true } });
});

test('the list is filtered by action, person, words and time, and tells what occurs', async () => {
  const engine = await engineWithEntries();
  const list = async (filter: object) => {
    const reply = await engine.handle('audit.list', { offset: 0, limit: 100, filter });
    if (!reply.ok) throw new Error(reply.error.message);
    return reply.value;
  };
  const all = await list({});
  expect(all.actions).toEqual(['create', 'search', 'unlock']);
  expect((await list({ action: 'search' })).rows.map((row) => row.action)).toEqual(['search']);
  expect((await list({ text: 'саша' })).total + (await list({ text: 'Саша' })).total).toBeGreaterThan(0);
  expect((await list({ actor: 'nobody' })).total).toBe(0);
  expect((await list({ to: all.rows.at(-1)?.at ?? 0 })).total).toBe(0);
});
