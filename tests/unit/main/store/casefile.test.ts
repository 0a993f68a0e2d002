import { describe, expect, it } from 'vitest';
import { METHODS } from '../../../../src/contract/index.ts';
import { storeHandlers } from '../../../../src/main/store/handlers.ts';
import { DAY, type SeededFile, START, seededFile } from '../../../helpers/seed.ts';

const auditOf = ({ database }: SeededFile) =>
  database.all<{ action: string; reason: string }>('SELECT action, reason FROM audit ORDER BY seq');

describe('analysis files', () => {
  it('makes one, refuses the same reference twice, and writes the audit', async () => {
    const file = seededFile();
    const {
      id: _,
      created: __,
      status: ___,
      ...form
    } = await storeHandlers['analysisFile.get'](file.context, {
      fileId: file.fileId,
    });
    const made = await storeHandlers['analysisFile.create'](file.context, {
      ...form,
      reference: 'CAF-2026-002',
    });
    METHODS['analysisFile.create'].output.parse(made);
    expect(() =>
      storeHandlers['analysisFile.create'](file.context, { ...form, reference: 'CAF-2026-002' }),
    ).toThrow('store.reference-taken');
    expect(auditOf(file).map((row) => row.action)).toEqual(['create']);
    expect(() => storeHandlers['analysisFile.get'](file.context, { fileId: 'x' })).toThrow(
      'store.no-such-file',
    );
  });
});

describe('protected people', () => {
  async function withVictim() {
    const file = seededFile();
    const { context, fileId } = file;
    const label = 'Ileana Marmalade';
    const made = await storeHandlers['entity.create'](context, {
      fileId,
      type: 'person',
      label,
      status: 'victim',
    });
    return { file, context, fileId, entity: made.entity };
  }

  it('stand behind the shutter everywhere', async () => {
    const { context, fileId, entity } = await withVictim();
    expect(entity).toMatchObject({ label: 'Victim 1', protected: true });
    const seen = [
      await storeHandlers['entity.list'](context, { fileId, offset: 0, limit: 50, sort: 'label' }),
      await storeHandlers['entity.get'](context, { entityId: entity.id }),
      await storeHandlers['search.query'](context, { fileId, text: 'Ileana', limit: 10 }),
      await storeHandlers['chart.data'](context, { fileId, entityIds: [entity.id] }),
      await storeHandlers['journal.list'](context, { fileId, limit: 10 }),
    ];
    expect(JSON.stringify(seen)).not.toContain('Marmalade');
  });

  it('open with a reason, which is written to the audit', async () => {
    const { file, context, entity } = await withVictim();
    const reason = 'Interview tomorrow';
    const detail = await storeHandlers['entity.get'](context, { entityId: entity.id, reason });
    METHODS['entity.get'].output.parse(detail);
    expect(detail.entity.label).toBe('Ileana Marmalade');
    expect(detail.facts.map((fact) => fact.value)).toEqual(['Ileana Marmalade']);
    expect(auditOf(file)).toContainEqual({ action: 'view-protected', reason });
  });

  it('keep the number when the status changes among protected ones', async () => {
    const { context, fileId, entity } = await withVictim();
    await storeHandlers['entity.setStatus'](context, {
      entityId: entity.id,
      status: 'witness',
      minor: false,
    });
    const { rows } = await storeHandlers['entity.list'](context, {
      fileId,
      offset: 0,
      limit: 9,
      sort: 'type',
    });
    expect(rows[0]?.label).toBe('Witness 1');
  });
});

describe('search', () => {
  function people(): SeededFile {
    const file = seededFile();
    file.entity('taras', 'person', 'Тарас Ковальчук');
    file.entity('oana', 'person', 'Oana Șerban');
    file.entity('phone', 'phone', '+37360000123');
    return file;
  }
  async function find(file: SeededFile, text: string) {
    const { hits } = await storeHandlers['search.query'](file.context, {
      fileId: file.fileId,
      text,
      limit: 10,
    });
    return hits.map((hit) => [hit.entity.label, hit.why]);
  }

  it('finds words without their marks, other alphabets, whole and part numbers', async () => {
    const file = people();
    expect(await find(file, 'serban')).toEqual([['Oana Șerban', 'words']]);
    expect(await find(file, 'Kovalchuk')).toEqual([['Тарас Ковальчук', 'transliterated']]);
    expect((await find(file, '+373 60 000 123'))[0]).toEqual(['+37360000123', 'exact']);
    expect(await find(file, '0000123')).toEqual([['+37360000123', 'part']]);
  });

  it('says what tells namesakes apart, and nothing of it about a protected person', async () => {
    const file = seededFile();
    const born = (name: string, birthDate: string, status: string): string => {
      const id = file.entity(name, 'person', 'Ion Popa');
      const properties = JSON.stringify({ birthDate });
      file.database.run('UPDATE entity SET properties = ?, status = ? WHERE id = ?', properties, status, id);
      return id;
    };
    const older = born('older', '1961-02-03', 'suspect');
    born('younger', '1999-12-31', 'victim');
    const { hits } = await storeHandlers['search.query'](file.context, {
      fileId: file.fileId,
      text: 'Popa',
      limit: 10,
    });
    expect(hits.find(({ entity }) => entity.id === older)).toMatchObject({ birthDate: '1961-02-03' });
    expect(hits.filter(({ entity }) => entity.protected)).toEqual([]);
    const victims = await storeHandlers['search.query'](file.context, {
      fileId: file.fileId,
      text: 'status:victim',
      limit: 10,
    });
    const shut = victims.hits.filter(({ entity }) => entity.protected);
    expect(shut.length).toBe(1);
    expect(shut.every((hit) => hit.birthDate === null && hit.identifiers.length === 0)).toBe(true);
    const phones = people();
    const found = await storeHandlers['search.query'](phones.context, {
      fileId: phones.fileId,
      text: '0000123',
      limit: 10,
    });
    expect(found.hits[0]?.identifiers).toEqual(['+37360000123']);
  });

  it('takes any text as words, never as syntax', async () => {
    const file = people();
    for (const text of [
      '"',
      'a OR',
      '{label} : x',
      'NEAR(',
      '***',
      "'; DROP",
      '-',
      '',
      '()(',
      'x"y"z',
      '12"3',
    ]) {
      expect(Array.isArray(await find(file, text))).toBe(true);
    }
  });
});

describe('entities by hand', () => {
  it('are found by their number and linked with a line', async () => {
    const file = seededFile();
    const { context, fileId } = file;
    file.entity('a', 'person');
    const phone = await storeHandlers['entity.create'](context, {
      fileId,
      type: 'phone',
      label: '+373 60 000 777',
    });
    const from = file.id('a');
    const to = phone.entity.id;
    const link = { fileId, from, to, type: 'uses', strength: 'unconfirmed' } as const;
    const { key } = await storeHandlers['link.create'](context, link);
    expect(key).toBe(`${from}|${to}|uses`);
    const detail = await storeHandlers['entity.get'](context, { entityId: to });
    expect(detail.links).toMatchObject([{ key, outgoing: false, count: 1, strength: 'unconfirmed' }]);
    const { hits } = await storeHandlers['search.query'](context, { fileId, text: '+37360000777', limit: 5 });
    expect(hits[0]?.entity.id).toBe(to);
  });

  it('tells when another file holds the same number, by reference only', async () => {
    const file = seededFile();
    const { context } = file;
    const {
      id: _,
      created: __,
      status: ___,
      ...form
    } = await storeHandlers['analysisFile.get'](context, {
      fileId: file.fileId,
    });
    const other = await storeHandlers['analysisFile.create'](context, { ...form, reference: 'CAF-2026-009' });
    const label = '+37360000555';
    await storeHandlers['entity.create'](context, { fileId: other.id, type: 'phone', label });
    const mine = await storeHandlers['entity.create'](context, { fileId: file.fileId, type: 'phone', label });
    const asked = { entityId: mine.entity.id };
    const seen = await storeHandlers['entity.seenIn'](context, { fileId: file.fileId, asked });
    expect(seen.files).toEqual([{ reference: 'CAF-2026-009', numbers: [{ kind: 'phone', value: label }] }]);
  });

  it('gives the first facts of an entity, says how many there are, and gives the rest when asked', async () => {
    const file = seededFile();
    const entityId = file.entity('p', 'phone', '+37360000001');
    const { context, database } = file;
    const insert = database.prepare(
      "INSERT INTO assertion (id, file_seq, kind, entity_seq, property, value, source_seq, created_at) VALUES (?, ?, 'fact', ?, 'note', ?, ?, 0)",
    );
    for (let index = 0; index < 620; index += 1)
      insert.run(`f${index}`, file.fileSeq, file.seq('p'), `note ${index}`, file.sourceSeq);
    const first = await storeHandlers['entity.get'](context, { entityId });
    expect([first.facts.length, first.factCount]).toEqual([500, 620]);
    const more = await storeHandlers['entity.get'](context, { entityId, factLimit: 1000 });
    expect([more.facts.length, more.facts.at(-1)?.value]).toEqual([620, 'note 619']);
  });

  it('counts what the file holds', async () => {
    const file = seededFile();
    file.entity('a', 'person');
    file.entity('p', 'phone', '+37360000001');
    file.batch([{ from: 'p', at: START + DAY }]);
    const counts = await storeHandlers['analysisFile.counts'](file.context, { fileId: file.fileId });
    expect(counts).toMatchObject({
      entities: { person: 1, phone: 1 },
      events: { call: 1 },
      uncategorised: 1,
      sources: 1,
    });
  });
});

describe('the contents', () => {
  it('stands in the order of the alphabet, protected people by number behind the others', async () => {
    const { context, fileId, database } = seededFile();
    const make = (label: string, status: 'victim' | null = null) =>
      storeHandlers['entity.create'](context, { fileId, type: 'organisation', label, status });
    for (const label of ['Яр', 'Їжак', '«Іва»', 'Йод', 'Ива', 'Єва', 'Ева']) await make(label);
    await make('Аліна', 'victim');
    expect(database.all("SELECT label FROM entity WHERE type = 'organisation'").length).toBe(8);
    const { rows } = await storeHandlers['entity.list'](context, {
      fileId,
      types: ['organisation'],
      sort: 'label',
      offset: 0,
      limit: 20,
    });
    expect(rows.map(({ label }) => label).slice(0, 7)).toEqual([
      'Ева',
      'Єва',
      'Ива',
      '«Іва»',
      'Їжак',
      'Йод',
      'Яр',
    ]);
    expect(rows[7]).toMatchObject({ protected: true });
    expect(rows[7]?.label).not.toContain('Аліна');
  });
});
