import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Input } from '../../../../src/contract/index.ts';
import { type EvidenceFile, evidenceFile } from '../../../helpers/evidence.ts';
import { temporaryFolder } from '../../../helpers/vault.ts';

const BUREAU = { name: 'NCB Chisinau', contact: 'desk 4', reference: 'CAF-2026-077' };
const NUMBERS = ['+37360000077', 'MD24AG000225100013104168', '356938035643809'];

interface Desk extends EvidenceFile {
  readonly folder: string;
  add(
    type: 'person' | 'phone',
    label: string,
    numbers?: readonly (readonly [kind: string, raw: string])[],
  ): Promise<string>;
  send(change?: Partial<Input<'hitNoHit.export'>>): Promise<string>;
}

async function desk(): Promise<Desk> {
  const file = await evidenceFile();
  const folder = temporaryFolder();
  return {
    ...file,
    folder,
    async add(type, label, numbers = []) {
      const { entity } = await file.ask('entity.create', { fileId: file.fileId, type, label });
      const identifiers = numbers.map(([kind, raw]) => ({ kind, raw, country: 'MD' }));
      if (numbers.length > 0) await file.ask('entity.edit', { entityId: entity.id, identifiers });
      return entity.id;
    },
    async send(change = {}) {
      const path = join(folder, 'for the partner.json');
      const order = {
        fileId: file.fileId,
        entityIds: null,
        chartId: null,
        partners: ['UA'],
        bureau: BUREAU,
        path,
      };
      await file.ask('hitNoHit.export', { ...order, ...change });
      return path;
    },
  };
}

/** Two bureaux that share a secret. */
async function meeting(): Promise<{ here: Desk; there: Desk }> {
  const [here, there] = [await desk(), await desk()];
  const { words, code } = await here.ask('hitNoHit.begin', {});
  expect(words).toHaveLength(12);
  expect(await there.ask('hitNoHit.join', { words: words.join('  ').toUpperCase() })).toEqual({ code });
  return { here, there };
}

const born = (file: Desk, entityId: string, value: string) =>
  file.ask('entity.addFact', { entityId, kind: 'fact', property: 'birthDate', value });

describe('two bureaux at one table', () => {
  test('learn of what both have, each with its own names, and of nothing else', async () => {
    const { here, there } = await meeting();
    await here.add('phone', '+373 600 00 077');
    await here.add('phone', '+37360000099');
    const ours = await here.add('person', 'Ткачук Олександр Іванович');
    await born(here, ours, '1984-03-02');
    await there.add('phone', '0037360000077');
    const theirs = await there.add('person', 'Alexandru Tcaciuc');
    await born(there, theirs, '1984-03-02');
    await there.add('person', 'Nobody Else', [['phone', '+37360000011']]);
    const path = await here.send();
    const result = await there.ask('hitNoHit.match', { fileId: there.fileId, path });
    expect(result.partner).toMatchObject(BUREAU);
    expect(result.namesCompared).toBe(true);
    expect(result.hits.map((one) => one.entity.label).sort()).toEqual(['0037360000077', 'Alexandru Tcaciuc']);
    const text = JSON.stringify(result);
    for (const word of ['Ткачук', '60000099', 'Nobody Else']) expect(text).not.toContain(word);
  });

  test('the file holds hashes, kinds and whom to turn to, and its lists are filled up', async () => {
    const { here } = await meeting();
    await here.add('phone', NUMBERS[0] ?? '');
    await here.add('person', 'Taras Invented', [
      ['iban', NUMBERS[1] ?? ''],
      ['imei', NUMBERS[2] ?? ''],
    ]);
    const text = readFileSync(await here.send(), 'utf8');
    for (const number of [...NUMBERS, '35693803564380', 'Taras', 'Paper Lantern'])
      expect(text).not.toContain(number);
    const { keys } = JSON.parse(text) as { keys: Record<string, string[]> };
    expect(new Set(Object.values(keys).map((list) => list.length))).toEqual(new Set([64]));
    expect(await here.send()).toBeTruthy();
  });

  test('what was done is in the audit chain with its counts, and the secret is nowhere', async () => {
    const { here, there } = await meeting();
    const { words } = await here.ask('hitNoHit.begin', {});
    await there.ask('hitNoHit.join', { words: words.join(' ') });
    await here.add('phone', '+37360000077');
    await there.add('phone', '+37360000077');
    await there.ask('hitNoHit.match', { fileId: there.fileId, path: await here.send() });
    const { rows } = await here.ask('audit.list', { offset: 0, limit: 20 });
    const sent = rows.find((row) => row.action === 'hit-no-hit-export');
    expect(JSON.parse(sent?.details ?? '{}')).toMatchObject({
      keys: [{ kind: 'phone', count: 1 }],
      entities: 1,
    });
    const matched = (await there.ask('audit.list', { offset: 0, limit: 20 })).rows;
    expect(matched.find((row) => row.action === 'hit-no-hit-match')?.details).toContain('"hits":1');
    const stored = JSON.stringify([rows, matched, here.database().all('SELECT * FROM setting')]);
    expect(stored).not.toContain(words.slice(0, 3).join(' '));
  });
});

describe('what must not go does not go as a hash either', () => {
  test('protected people and their things stay, and are counted', async () => {
    const { here, there } = await meeting();
    const victim = await here.add('person', 'Olena Invented', [['personal-number', '2000000000008']]);
    const phone = await here.add('phone', '+37360000055');
    const { fileId } = here;
    await here.ask('link.create', { fileId, from: victim, to: phone, type: 'uses', strength: 'confirmed' });
    await here.ask('entity.setStatus', { entityId: victim, status: 'victim', minor: false });
    await here.add('phone', '+37360000077');
    for (const label of ['+37360000055', '+37360000077']) await there.add('phone', label);
    const selection = { fileId, entityIds: null, chartId: null, partners: ['UA'] };
    const preview = await here.ask('hitNoHit.preview', selection);
    expect(preview).toMatchObject({ entities: 1, keys: [{ kind: 'phone', count: 1 }], protected: 2 });
    const { hits } = await there.ask('hitNoHit.match', { fileId: there.fileId, path: await here.send() });
    expect(hits.map((one) => one.entity.label)).toEqual(['+37360000077']);
  });

  test('a source for other recipients stays, with its reason', async () => {
    const { here } = await meeting();
    const person = await here.add('person', 'Taras Invented');
    const { sourceId } = await here.ask('source.create', {
      fileId: here.fileId,
      kind: 'statement',
      fields: {
        title: 'Statement',
        originator: 'PL',
        agency: '',
        received: null,
        informationDate: null,
        grade: { scheme: 'europol-4x4', source: 'A', information: '1' },
        marking: { level: 'restricted', handling: ['H2'] },
        handlingText: '',
        tlp: null,
        recipients: [],
        usage: 'intelligence',
      },
    });
    const fact = {
      entityId: person,
      kind: 'fact',
      property: 'birthDate',
      value: '1984-03-02',
      sourceId,
    } as const;
    await here.ask('entity.addFact', fact);
    const selection = { fileId: here.fileId, entityIds: null, chartId: null, partners: ['UA'] };
    const preview = await here.ask('hitNoHit.preview', selection);
    expect(preview.keys).toEqual([]);
    expect(preview.withheld.map((one) => one.reason)).toContain('H2');
  });

  test('a hit on a protected person of one’s own shows the shutter alone', async () => {
    const { here, there } = await meeting();
    await here.add('person', 'Somebody', [['personal-number', '2000000000008']]);
    const victim = await there.add('person', 'Olena Invented', [['personal-number', '2000000000008']]);
    await there.ask('entity.setStatus', { entityId: victim, status: 'victim', minor: false });
    const { hits } = await there.ask('hitNoHit.match', { fileId: there.fileId, path: await here.send() });
    expect(hits).toMatchObject([{ entity: { label: 'Victim 1', protected: true }, what: [] }]);
  });
});

describe('the secret', () => {
  test('another one opens nothing, and says so', async () => {
    const { here, there } = await meeting();
    await here.add('phone', '+37360000077');
    const path = await here.send();
    await there.ask('hitNoHit.begin', {});
    expect(await there.refusal('hitNoHit.match', { fileId: there.fileId, path })).toBe(
      'hitnohit.other-secret',
    );
    expect(await there.refusal('hitNoHit.join', { words: 'abandon abandon' })).toBe(
      'hitnohit.mistyped-words',
    );
  });

  test('is gone when the meeting ends and when the vault is locked', async () => {
    const { here, there } = await meeting();
    await here.add('phone', '+37360000077');
    const path = await here.send();
    await there.ask('hitNoHit.end', {});
    expect(await there.ask('hitNoHit.status', {})).toEqual({ code: null });
    expect(await there.refusal('hitNoHit.match', { fileId: there.fileId, path })).toBe('hitnohit.no-meeting');
    await here.ask('vault.lock', {});
    expect(here.engine.context.meeting.code()).toBeNull();
    expect(await here.refusal('hitNoHit.begin', {})).toBe('vault.locked');
  });
});

test('a file that is none, too large, broken or one’s own is refused by name', async () => {
  const { here, there } = await meeting();
  await here.add('phone', '+37360000077');
  const path = await here.send();
  const refused = (where: string) => there.refusal('hitNoHit.match', { fileId: there.fileId, path: where });
  expect(await here.refusal('hitNoHit.match', { fileId: here.fileId, path })).toBe('hitnohit.own-file');
  expect(await refused(join(here.folder, 'none.json'))).toBe('hitnohit.cannot-read');
  const other = join(here.folder, 'other.json');
  writeFileSync(other, '{"format":1}');
  expect(await refused(other)).toBe('hitnohit.not-one');
  writeFileSync(other, readFileSync(path, 'utf8').replace('"version": 1', '"version": 2'));
  expect(await refused(other)).toBe('hitnohit.other-version');
  writeFileSync(other, readFileSync(path, 'utf8').replace(/"[0-9a-f]{64}"/, '"tampered"'));
  expect(await refused(other)).toBe('hitnohit.malformed');
  writeFileSync(other, Buffer.alloc(64 * 1024 * 1024 + 1, 32));
  expect(await refused(other)).toBe('hitnohit.too-large');
});

test('where nothing may go no file is written', async () => {
  const { here } = await meeting();
  await here.add('person', 'Taras Invented');
  const order = { fileId: here.fileId, entityIds: null, chartId: null, partners: ['UA'], bureau: BUREAU };
  expect(await here.refusal('hitNoHit.export', { ...order, path: join(here.folder, 'x.json') })).toBe(
    'hitnohit.nothing-left',
  );
});
