import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Answer, answer } from '../../../../src/contract/questions.ts';
import { storeHandlers } from '../../../../src/main/store/handlers.ts';
import { DAY, type SeededFile, START, seededFile } from '../../../helpers/seed.ts';

const LANGUAGES = ['en', 'uk', 'ro'];
function hasSentence(language: string, key: string): boolean {
  const [namespace = '', path = ''] = key.split(':');
  const file = `resources/locales/${language}/${namespace}.json`;
  let place: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  for (const part of path.split('.')) place = (place as Record<string, unknown> | undefined)?.[part];
  return typeof place === 'string';
}

/** Fits the contract, says what is missing, and every key has its words in three languages. */
function checked(given: Answer): Answer {
  answer.parse(given);
  expect(given.caveats.length).toBeGreaterThan(0);
  const keys = [
    given.sentence.key,
    ...given.columns.map((one) => one.key),
    ...given.caveats.map((one) => one.key),
  ];
  const missing = LANGUAGES.flatMap((one) =>
    keys.filter((key) => !hasSentence(one, key)).map((key) => `${one} ${key}`),
  );
  expect(missing).toEqual([]);
  return given;
}

function calls(): SeededFile {
  const file = seededFile();
  for (const [index, name] of ['old', 'new', 'a', 'b', 'c', 'far'].entries())
    file.entity(name, 'phone', `+3736000001${index}`);
  const call = (from: string, to: string, day: number) => ({ from, to, at: START + day * DAY });
  file.batch([
    ...['a', 'b', 'c'].flatMap((to) => [call('old', to, 0), call('old', to, 10)]),
    ...['a', 'b', 'c'].flatMap((to) => [call('new', to, 12), call('new', to, 40)]),
    call('a', 'far', 3),
  ]);
  return file;
}

describe('ask.newIdentities', () => {
  it('finds the changed number with the contacts that stayed', async () => {
    const file = calls();
    const given = checked(
      await storeHandlers['ask.newIdentities'](file.context, {
        fileId: file.fileId,
        minimumShared: 2,
        limit: 5,
      }),
    );
    expect(given.rows[0]).toMatchObject({
      before: '+37360000010',
      after: '+37360000011',
      shared: 3,
      gapDays: 2,
    });
    expect(given.highlight.entityIds).toContain(file.id('a'));
    expect(given.sentence.key).toBe('questions:answer.newIdentity');
    expect(given.rows[0]?.sameDevice).toBe(0);
  });

  it('says when both were used in one handset', async () => {
    const file = calls();
    file.database.run(
      'UPDATE event SET properties = ? WHERE from_seq IN (?, ?)',
      '{"imei":"356938035643809"}',
      file.seq('old'),
      file.seq('new'),
    );
    const given = await storeHandlers['ask.newIdentities'](file.context, {
      fileId: file.fileId,
      minimumShared: 2,
      limit: 5,
    });
    expect(given.rows[0]?.sameDevice).toBe(1);
  });
});

describe('ask.path', () => {
  it('goes through the fewest steps and highlights its lines', async () => {
    const file = calls();
    const ask = { fileId: file.fileId, from: file.id('old'), to: file.id('far'), maximumSteps: 6 };
    const given = checked(await storeHandlers['ask.path'](file.context, ask));
    expect(given.highlight.entityIds).toEqual([file.id('old'), file.id('a'), file.id('far')]);
    expect(given.highlight.linkKeys).toHaveLength(2);
    const without = checked(
      await storeHandlers['ask.path'](file.context, { ...ask, exclude: [file.id('a')] }),
    );
    expect(without.sentence.key).toBe('questions:answer.noPath');
    const period = { from: START + 20 * DAY, to: null };
    const later = checked(await storeHandlers['ask.path'](file.context, { ...ask, period }));
    expect(later.rows).toEqual([]);
    expect(() => storeHandlers['ask.path'](file.context, { ...ask, to: 'nobody' })).toThrow(
      'store.no-such-entity',
    );
  });
});

describe('ask.mostConnected', () => {
  it('ranks by contacts, by events and within a period', async () => {
    const file = calls();
    const ask = { fileId: file.fileId, limit: 3 };
    const by = async (more: object) =>
      checked(
        await storeHandlers['ask.mostConnected'](file.context, { ...ask, measure: 'contacts', ...more }),
      ).rows;
    expect((await by({})).map((row) => row.value)).toEqual([3, 3, 3]);
    expect((await by({ measure: 'events' }))[0]).toMatchObject({ value: 6 });
    const period = { from: START + 20 * DAY, to: null };
    expect((await by({ period }))[0]).toMatchObject({ entityId: file.id('new'), value: 3 });
  });

  it('follows the money per currency and never adds two', async () => {
    const file = seededFile();
    for (const name of ['x', 'y', 'end']) file.entity(name, 'bank_account');
    const pay = (from: string, to: string, amountMinor: number, currency: string) =>
      ({ type: 'payment', from, to, at: START, amountMinor, currency }) as const;
    file.batch([pay('x', 'y', 1000, 'EUR'), pay('y', 'end', 900, 'EUR'), pay('x', 'end', 70, 'MDL')]);
    const ask = { fileId: file.fileId, measure: 'money-net', limit: 9 } as const;
    const { rows } = checked(await storeHandlers['ask.mostConnected'](file.context, ask));
    expect(rows.map((row) => [row.entity, row.value, row.currency])).toEqual([
      ['end', 900, 'EUR'],
      ['y', 100, 'EUR'],
      ['end', 70, 'MDL'],
      ['x', -70, 'MDL'],
      ['x', -1000, 'EUR'],
    ]);
  });
});

describe('ask.together and ask.sameName', () => {
  it('finds two cars at the same crossings', async () => {
    const file = seededFile();
    for (const name of ['car1', 'car2', 'car3']) file.entity(name, 'vehicle');
    file.entity('palanca', 'place', 'Palanca');
    const cross = (from: string, minutes: number) =>
      ({ type: 'border_crossing', from, to: 'palanca', at: START + minutes * 60_000 }) as const;
    file.batch([
      cross('car1', 0),
      cross('car2', 4),
      cross('car3', 300),
      cross('car1', 4000),
      cross('car2', 4003),
    ]);
    const ask = { fileId: file.fileId, minutes: 15, kilometres: 1, minimumTimes: 2, limit: 9 };
    const given = checked(await storeHandlers['ask.together'](file.context, ask));
    expect(given.rows).toHaveLength(1);
    expect(given.rows[0]).toMatchObject({ times: 2, leader: 'car1', places: 'Palanca', minutes: 3.5 });
    const never = await storeHandlers['ask.together'](file.context, { ...ask, minimumTimes: 3 });
    expect(checked(never).sentence.key).toBe('questions:answer.neverTogether');
  });

  it('does not pair a car with who drives or has it, only with other cars', async () => {
    const file = seededFile();
    for (const name of ['car1', 'car2']) file.entity(name, 'vehicle');
    file.entity('driver', 'person', 'Ion Rusu');
    file.entity('palanca', 'place', 'Palanca');
    const cross = (from: string, minutes: number) =>
      ({ type: 'border_crossing', from, to: 'palanca', at: START + minutes * 60_000 }) as const;
    file.batch([cross('car1', 0), cross('driver', 0), cross('car2', 4)]);
    const { context, fileId } = file;
    const ask = { fileId, minutes: 15, kilometres: 1, minimumTimes: 1, limit: 9 };
    const pairs = async () => {
      const given = checked(await storeHandlers['ask.together'](context, ask));
      return given.rows.map((row) => [row.first, row.second].sort().join(' + ')).sort();
    };
    expect(await pairs()).toEqual(['Ion Rusu + car1', 'Ion Rusu + car2', 'car1 + car2']);
    await storeHandlers['link.create'](context, {
      fileId,
      from: file.id('driver'),
      to: file.id('car1'),
      type: 'drives',
      strength: 'unconfirmed',
    });
    expect(await pairs()).toEqual(['Ion Rusu + car2', 'car1 + car2']);
  });

  it('pairs one person written in two alphabets, and leaves protected people out', async () => {
    const file = seededFile();
    for (const name of ['Олександр Ковальчук', 'Oleksandr Kovalchuk', 'Ion Rusu'])
      file.entity(name, 'person');
    const { context, fileId } = file;
    const given = checked(await storeHandlers['ask.sameName'](context, { fileId, limit: 9 }));
    expect(given.rows.map((row) => [row.first, row.second])).toEqual([
      ['Олександр Ковальчук', 'Oleksandr Kovalchuk'],
    ]);
    expect(given.rows[0]?.reasons).toContain('same in another alphabet');
    const entityId = file.id('Oleksandr Kovalchuk');
    await storeHandlers['entity.setStatus'](context, { entityId, status: 'victim', minor: false });
    expect(checked(await storeHandlers['ask.sameName'](context, { fileId, limit: 9 })).rows).toEqual([]);
  });

  it('writes every question to the audit chain', async () => {
    const file = calls();
    await storeHandlers['ask.newIdentities'](file.context, {
      fileId: file.fileId,
      minimumShared: 2,
      limit: 5,
    });
    const rows = file.database.all<{ action: string; details: string }>('SELECT action, details FROM audit');
    expect(rows).toHaveLength(1);
    expect(rows[0]?.action).toBe('search');
    expect(rows[0]?.details).toContain('newIdentities');
  });
});
