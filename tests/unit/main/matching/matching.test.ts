import { describe, expect, it } from 'vitest';
import { Failure } from '../../../../src/core/result.ts';
import { QUIET } from '../../../../src/main/import/run.ts';
import { type FindWish, findPairs } from '../../../../src/main/matching/find.ts';
import { matchingHandlers } from '../../../../src/main/matching/handlers.ts';
import { storeHandlers } from '../../../../src/main/store/handlers.ts';
import { type SeededFile, seededFile } from '../../../helpers/seed.ts';

/** Three people: one man in two alphabets, and a stranger. */
function people(): SeededFile {
  const file = seededFile();
  file.entity('uk', 'person', 'Олександр Ткачук');
  file.entity('ro', 'person', 'Alexandru Tcaciuc');
  file.entity('far', 'person', 'Марія Шевченко');
  return file;
}

const find = (file: SeededFile, wish: FindWish = {}) => findPairs(file.context, file.fileSeq, wish, QUIET);

async function listed(file: SeededFile, state: 'open' | 'undecided' | 'different' = 'open') {
  const wish = { fileId: file.fileId, state, offset: 0, limit: 50 };
  return (await matchingHandlers['matching.list'](file.context, wish)).rows;
}

const pairOf = ({ id }: SeededFile) => ({ leftId: id('uk'), rightId: id('ro') });

async function decide(file: SeededFile, decision: 'same' | 'different' | 'undecided', reason = '') {
  return matchingHandlers['matching.decide'](file.context, { ...pairOf(file), decision, reason });
}

const view = (file: SeededFile) => matchingHandlers['matching.pair'](file.context, pairOf(file));
const undo = (file: SeededFile) => storeHandlers['journal.undo'](file.context, { fileId: file.fileId });
const redo = (file: SeededFile) => storeHandlers['journal.redo'](file.context, { fileId: file.fileId });

function fact(
  { database, fileSeq, sourceSeq, seq }: SeededFile,
  name: string,
  property: string,
  value: string,
) {
  database.run(
    `INSERT INTO assertion (id, file_seq, source_seq, entity_seq, property, value, created_at) VALUES (?, ?, ?, ?, ?, ?, 0)`,
    `${name}-${property}-${value}`,
    fileSeq,
    sourceSeq,
    seq(name),
    property,
    value,
  );
}

async function edit(file: SeededFile, name: string, raw: string): Promise<void> {
  const identifiers = [{ kind: 'document-number', raw, country: 'MD' }];
  await storeHandlers['entity.edit'](file.context, { entityId: file.id(name), identifiers });
}

function stopAt(phase: string): void {
  if (phase === 'matching') throw new Failure('jobs.cancelled');
}

describe('the search for the same persons', () => {
  it('finds one name in two alphabets, once, and says why', async () => {
    const file = people();
    expect(await find(file)).toEqual({ looked: 3, pairs: 1 });
    const [pair, ...rest] = await listed(file);
    expect(rest).toEqual([]);
    expect(pair).toMatchObject({ state: 'open', isBack: false });
    expect([pair?.left.id, pair?.right.id]).toEqual([file.id('uk'), file.id('ro')]);
    const seen = await view(file);
    expect(seen.reasons).toMatchObject([{ key: 'matching:reason.nameSame', speaksFor: true }]);
    expect(seen.names?.left.map(({ sign }) => sign)).toEqual(['same', 'same']);
    expect(seen.decided).toBeNull();
  });

  it('takes conflicting dates of birth against a pair, and partial ones as far as they go', async () => {
    const file = people();
    fact(file, 'uk', 'birthDate', '1984');
    fact(file, 'ro', 'birthDate', '12.03.1984');
    await find(file);
    expect((await view(file)).reasons.map(({ key }) => key)).toContain('matching:reason.birthCompatible');
    fact(file, 'far', 'birthDate', '1984');
    file.database.run('DELETE FROM assertion WHERE entity_seq = ?', file.seq('ro'));
    fact(file, 'ro', 'birthDate', '1991-01-02');
    await find(file);
    expect(await listed(file)).toEqual([]);
  });

  it('finds by a number that joins nobody, and counts shared contacts', async () => {
    const file = people();
    file.entity('phone', 'phone', '+37360000001');
    file.batch([
      { from: 'uk', to: 'phone', at: 1 },
      { from: 'far', to: 'phone', at: 2 },
    ]);
    for (const name of ['uk', 'far']) await edit(file, name, 'A1234567');
    await find(file);
    const rows = await listed(file);
    expect(rows).toHaveLength(2);
    const wish = { leftId: file.id('uk'), rightId: file.id('far') };
    const seen = await matchingHandlers['matching.pair'](file.context, wish);
    expect(seen.reasons.map(({ key }) => key)).toEqual([
      'matching:reason.identifierSame',
      'matching:reason.nameDifferent',
      'matching:reason.neighboursShared',
    ]);
    expect(seen.shared.map(({ id }) => id)).toEqual([file.id('phone')]);
    const some = await matchingHandlers['matching.list'](file.context, {
      fileId: file.fileId,
      state: 'open',
      entityId: file.id('far'),
      offset: 0,
      limit: 9,
    });
    expect(some.total).toBe(1);
  });

  it('finds a name of one word only where few have it', async () => {
    const file = seededFile();
    file.entity('0', 'person', 'Тарас');
    file.entity('1', 'person', 'Taras');
    expect(await find(file)).toMatchObject({ pairs: 1 });
    for (let at = 2; at < 60; at += 1) file.entity(String(at), 'person', 'Тарас');
    file.database.run('DELETE FROM match_pair');
    expect(await find(file)).toMatchObject({ pairs: 0 });
  });

  it('leaves the pairs alone when it is cancelled', async () => {
    const file = people();
    await find(file);
    file.entity('new', 'person', 'Alexandru Tcaciuc');
    const before = file.database.all('SELECT * FROM match_pair');
    const cancelled = { ...QUIET, phase: (name: string) => stopAt(name) };
    await expect(findPairs(file.context, file.fileSeq, {}, cancelled)).rejects.toThrow('jobs.cancelled');
    expect(file.database.all('SELECT * FROM match_pair')).toEqual(before);
  });

  it('writes the keys of records of an older vault first', async () => {
    const file = people();
    file.database.run('INSERT INTO name_key_missing SELECT entity_seq FROM name_key GROUP BY 1');
    file.database.run('DELETE FROM name_key');
    await find(file);
    expect(file.database.all('SELECT * FROM name_key_missing')).toEqual([]);
    expect(await listed(file)).toHaveLength(1);
  });
});

describe('a decision', () => {
  it('of two stays through the next search, and ends with something new, which is said', async () => {
    const file = people();
    await find(file);
    await decide(file, 'different', 'two passports seen');
    expect(await listed(file)).toEqual([]);
    expect(await listed(file, 'different')).toHaveLength(1);
    await find(file);
    expect(await listed(file)).toEqual([]);
    await edit(file, 'ro', 'A1234567');
    expect(await listed(file)).toMatchObject([{ isBack: true }]);
    const seen = await view(file);
    expect(seen.news).toMatchObject([{ key: 'matching:news.identifier', params: { value: 'MD:A1234567' } }]);
    expect(seen.decided).toMatchObject({
      decision: 'different',
      by: 'Analyst A',
      reason: 'two passports seen',
    });
    await decide(file, 'different');
    expect(await listed(file)).toEqual([]);
    await undo(file);
    expect(await listed(file)).toHaveLength(1);
  });

  it('is not ended by a new contact', async () => {
    const file = people();
    await find(file);
    await decide(file, 'different');
    file.entity('phone', 'phone', '+37360000001');
    file.batch([
      { from: 'uk', to: 'phone', at: 1 },
      { from: 'ro', to: 'phone', at: 2 },
    ]);
    await find(file);
    expect(await listed(file)).toEqual([]);
  });

  it('is taken back and done again by the journal, and stands in audit and journal', async () => {
    const file = people();
    await find(file);
    await decide(file, 'undecided');
    expect(await listed(file, 'undecided')).toHaveLength(1);
    await undo(file);
    expect(await listed(file)).toHaveLength(1);
    await redo(file);
    expect(await listed(file)).toEqual([]);
    expect(file.database.one("SELECT action FROM audit WHERE action = 'decide'")).toBeDefined();
    const { entries } = await storeHandlers['journal.list'](file.context, { fileId: file.fileId, limit: 9 });
    expect(entries[0]?.label).toMatchObject({ key: 'matching:journal.undecided' });
  });

  it('of one merges them under the better documented; taking that apart puts the pair back as undecided', async () => {
    const file = people();
    await find(file);
    await edit(file, 'ro', 'A1234567');
    const { mergeId } = await decide(file, 'same');
    expect(file.database.all('SELECT seq FROM entity WHERE lead_seq = ?', file.seq('ro'))).toEqual([
      { seq: file.seq('uk') },
    ]);
    expect(await listed(file)).toEqual([]);
    await find(file);
    expect(await listed(file)).toEqual([]);
    await storeHandlers['entity.unmerge'](file.context, { mergeId: mergeId ?? '', reason: 'a mistake' });
    expect(await listed(file)).toEqual([]);
    expect(await listed(file, 'undecided')).toHaveLength(1);
    await undo(file);
    await undo(file);
    expect(await listed(file)).toHaveLength(1);
    expect(file.database.all('SELECT * FROM match_decision')).toEqual([]);
  });

  it('holds for a merged record too', async () => {
    const file = people();
    file.entity('third', 'person', 'Олександр Ткачук');
    await find(file);
    expect(await listed(file)).toHaveLength(3);
    await decide(file, 'different');
    const wish = { leftId: file.id('uk'), rightId: file.id('third'), decision: 'same' as const };
    await matchingHandlers['matching.decide'](file.context, wish);
    expect(await listed(file)).toEqual([]);
    expect(await listed(file, 'different')).toHaveLength(1);
  });

  it('is refused for one record, across types and files', async () => {
    const file = people();
    file.entity('phone', 'phone', '+37360000001');
    const ask = (rightId: string) =>
      matchingHandlers['matching.decide'](file.context, {
        leftId: file.id('uk'),
        rightId,
        decision: 'different',
      });
    await expect(async () => ask(file.id('uk'))).rejects.toThrow('matching.one-record');
    await expect(async () => ask(file.id('phone'))).rejects.toThrow('matching.other-type');
  });
});

describe('a protected person', () => {
  it('stands in a pair by number, without reasons, names or what is new', async () => {
    const file = people();
    await find(file);
    await storeHandlers['entity.setStatus'](file.context, {
      entityId: file.id('ro'),
      status: 'victim',
      minor: false,
    });
    const seen = await view(file);
    const rows = await listed(file);
    await decide(file, 'different', 'why');
    const { entries } = await storeHandlers['journal.list'](file.context, { fileId: file.fileId, limit: 9 });
    const said = JSON.stringify([seen, rows, entries[0]]);
    expect(rows).toMatchObject([
      { left: { label: 'Person' }, right: { label: 'Victim 1', protected: true } },
    ]);
    expect(seen).toMatchObject({ closed: true, reasons: [], news: [], names: null, shared: [] });
    expect(said).not.toContain('Tcaciuc');
    expect(said).not.toContain('Ткачук');
  });
});

describe('a rule', () => {
  it('is set, read, journalled and taken back', async () => {
    const file = people();
    const rule = async () =>
      (await matchingHandlers['matching.rules'](file.context, {})).rules.find(
        ({ type, kind }) => type === 'vehicle' && kind === 'plate',
      );
    expect(await rule()).toMatchObject({ joins: true, byDefault: true });
    const wish = { fileId: file.fileId, type: 'vehicle' as const, kind: 'plate', joins: false };
    await matchingHandlers['matching.setRule'](file.context, wish);
    expect(await rule()).toMatchObject({ joins: false, byDefault: true });
    await undo(file);
    expect(await rule()).toMatchObject({ joins: true });
    await expect(async () =>
      matchingHandlers['matching.setRule'](file.context, { ...wish, kind: 'nonsense' }),
    ).rejects.toThrow('matching.no-such-rule');
  });
});
