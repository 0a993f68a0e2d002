import { describe, expect, it } from 'vitest';
import { insertSource } from '../../../../src/main/store/sources.ts';
import { DAY, START } from '../../../helpers/seed.ts';
import { only, type SearchCase, searchCase } from './case.ts';

function people(): SearchCase {
  const one = searchCase();
  one.thing('uk', 'person', 'Олександр Ткачук', {
    status: 'suspect',
    properties: { birthDate: '1985-03-14' },
  });
  one.thing('ro', 'person', 'Alexandru Tcaciuc', { properties: { birthDate: '1985' } });
  one.thing('ru', 'person', 'Aleksandr Tkachuk');
  one.thing('serban', 'person', 'Oana Șerban', { status: 'wanted', properties: { birthDate: '02.01.1990' } });
  one.thing('plain', 'person', 'Oana Serban');
  one.thing('sandu', 'person', 'Sandu Popa', { properties: { alias: 'Kestrel' } });
  return one;
}

describe('modes of names', () => {
  it('all off finds letter by letter, whole words only', async () => {
    const one = people();
    expect(await one.labels('Șerban', { modes: only() })).toEqual(['Oana Șerban · words']);
    expect(await one.labels('serban', { modes: only() })).toEqual(['Oana Serban · words']);
    expect(await one.labels('Serb', { modes: only() })).toEqual([]);
    expect(await one.labels('Tkachuk', { modes: only() })).toEqual(['Aleksandr Tkachuk · words']);
  });

  it('without diacritics finds marks and beginnings', async () => {
    const one = people();
    const found = await one.labels('serban', { modes: only('diacritics') });
    expect(found.sort()).toEqual(['Oana Serban · words', 'Oana Șerban · words']);
    expect(await one.labels('Serb', { modes: only('diacritics') })).toHaveLength(2);
    expect(await one.labels('Ткачук', { modes: only('diacritics') })).toEqual(['Олександр Ткачук · words']);
  });

  it('transliterated finds the other alphabet, both ways', async () => {
    const one = people();
    const modes = only('diacritics', 'transliterated');
    expect(await one.labels('Tkachuk', { modes })).toEqual([
      'Aleksandr Tkachuk · words',
      'Олександр Ткачук · transliterated',
    ]);
    expect(await one.labels('Ткачук', { modes })).toEqual([
      'Олександр Ткачук · words',
      'Aleksandr Tkachuk · transliterated',
    ]);
  });

  it('phonetic finds what sounds the same in another spelling', async () => {
    const one = people();
    expect(await one.labels('Tkachuk', { modes: only('phonetic') })).toContain(
      'Alexandru Tcaciuc · phonetic',
    );
    expect(await one.labels('Tkachuk', { modes: only('transliterated') })).not.toContain(
      'Alexandru Tcaciuc · phonetic',
    );
  });

  it('equivalent given names find the same name of another language, alone and beside a family name', async () => {
    const one = people();
    expect(await one.labels('Олександр', { modes: only('givenNames') })).toContain('Sandu Popa · given-name');
    expect(await one.labels('Олександр', { modes: only('transliterated') })).not.toContain(
      'Sandu Popa · given-name',
    );
    expect(await one.labels('Sandor Tkachuk', { modes: only('givenNames', 'phonetic') })).toContain(
      'Alexandru Tcaciuc · phonetic',
    );
  });

  it('are kept for each person and used where a search names none', async () => {
    const one = people();
    const { storeHandlers } = await import('../../../../src/main/store/handlers.ts');
    await storeHandlers['search.setModes'](one.context, { modes: only() });
    expect(await one.labels('serban')).toEqual(['Oana Serban · words']);
    const other = { ...one.context, actor: () => 'Analyst B' };
    expect((await storeHandlers['search.modes'](other, {})).modes.diacritics).toBe(true);
  });
});

describe('filters', () => {
  function things(): SearchCase {
    const one = people();
    one.thing('black', 'vehicle', 'ABC 123', {
      numbers: { plate: 'MD:ABC123' },
      properties: { colour: 'black', make: 'Dacia' },
    });
    one.thing('white', 'vehicle', 'AXC 124', {
      numbers: { plate: 'MD:AXC124' },
      properties: { colour: 'white' },
    });
    one.thing('phone', 'phone', '+37369123456');
    one.thing('other', 'phone', '+37369923456');
    one.thing('company', 'organisation', 'Kestrel Trans SRL', { properties: { note: 'black market' } });
    return one;
  }

  it.each([
    ['type:vehicle colour:black', ['ABC 123 · fact']],
    ['тип:авто колір:black', ['ABC 123 · fact']],
    ['tip:mașină', ['ABC 123 · filter', 'AXC 124 · filter']],
    ['type:vehicle -colour:black', ['AXC 124 · filter']],
    ['status:suspect', ['Олександр Ткачук · filter']],
    ['born:1985-03', ['Alexandru Tcaciuc · fact', 'Олександр Ткачук · fact']],
    ['born:1990-01-02', ['Oana Șerban · fact']],
    ['born:1991', []],
    ['Ткачук born:1985', ['Олександр Ткачук · words', 'Alexandru Tcaciuc · phonetic']],
    ['phone:+373 69 123-456', ['+37369123456 · exact']],
    ['(373) 69 123 456', ['+37369123456 · exact']],
    ['+373 6? 12*', ['+37369123456 · pattern']],
    ['phone:*3456', ['+37369123456 · pattern', '+37369923456 · pattern']],
    ['plate:A?C 12?', ['ABC 123 · pattern', 'AXC 124 · pattern']],
    ['ABC-123', ['ABC 123 · exact']],
    ['MD:ABC123', ['ABC 123 · exact']],
    ['iban:MD24', []],
    ['Kest*l', ['Kestrel Trans SRL · pattern', 'Sandu Popa · pattern']],
    ['kestrel -trans', ['Sandu Popa · words']],
    ['"Trans SRL"', ['Kestrel Trans SRL · words']],
    ['"SRL Trans"', []],
    ['-kestrel', []],
  ])('%s', async (text, expected) => {
    expect((await things().labels(text)).sort()).toEqual([...expected].sort());
  });

  it('say which field answered and by which text', async () => {
    const one = things();
    expect((await one.find('Dacia')).hits[0]).toMatchObject({
      field: 'make',
      matched: 'Dacia',
      why: 'words',
    });
    expect((await one.find('69123')).hits[0]).toMatchObject({
      field: 'phone',
      matched: '+37369123456',
      why: 'part',
    });
    expect((await one.find('kestrel type:person')).hits[0]).toMatchObject({
      field: 'alias',
      matched: 'Kestrel',
    });
  });

  it('narrow by source and by grade as it was given', async () => {
    const one = things();
    const source = insertSource(one.database, {
      ...{
        fileSeq: one.fileSeq,
        kind: 'import',
        title: 'Vehicle register',
        originator: 'RO',
        received: START,
      },
      grade: { scheme: 'admiralty-6x6', source: 'C', information: '3' },
      ...{ marking: { level: 'restricted', handling: ['H1'] }, recipients: [] },
    });
    one.thing('seen', 'vehicle', 'B 100 KES', { source: source.seq });
    expect(await one.labels('source:register')).toEqual(['B 100 KES · filter']);
    expect(await one.labels('type:vehicle grade:C3')).toEqual(['B 100 KES · filter']);
    expect((await one.labels('type:vehicle grade:B2')).length).toBe(2);
    expect((await one.labels('type:vehicle -grade:B2')).length).toBe(1);
    const { problems, hits } = await one.find('source:nowhere');
    expect([problems[0]?.code, hits.length]).toEqual(['source-unknown', 0]);
  });
});

describe('time and place', () => {
  function meetings(): SearchCase {
    const one = people();
    one.thing('phone', 'phone', '+37369123456');
    one.batch([
      { type: 'meeting', from: 'uk', at: START, latitude: 47.01, longitude: 28.86 },
      { type: 'meeting', from: 'ro', at: START + 40 * DAY, latitude: 47.02, longitude: 28.87 },
      { type: 'call', from: 'phone', to: 'uk', at: START + 2 * DAY },
    ]);
    one.database.execute(
      'INSERT INTO event_place (seq, south, north, west, east) SELECT seq, latitude, latitude, longitude, longitude FROM event WHERE latitude IS NOT NULL',
    );
    return one;
  }

  it('finds who took part within the days, and the events', async () => {
    const one = meetings();
    expect(await one.labels('Ткачук date:2026-03')).toEqual(['Олександр Ткачук · words']);
    const { hits, events } = await one.find('from:2026-04-01');
    expect(hits).toEqual([]);
    expect(events).toMatchObject([{ fromLabel: 'Alexandru Tcaciuc', type: 'meeting', why: 'filter' }]);
    const calls = await one.find('Ткачук type:call');
    expect(calls.events).toEqual([]);
    expect((await one.find('type:call date:2026-03-03')).events).toMatchObject([{ type: 'call' }]);
  });

  it('counts days in the zone of the person', async () => {
    const one = people();
    one.batch([{ type: 'meeting', from: 'uk', at: Date.UTC(2026, 2, 1, 22, 30) }]);
    expect((await one.find('date:2026-03-02')).events).toHaveLength(1);
    expect((await one.find('date:2026-03-01')).events).toEqual([]);
  });

  it('finds who and what was near a position', async () => {
    const one = meetings();
    const near = await one.find('near:47.01,28.86 1km');
    expect(near.hits.map(({ entity }) => entity.label)).toEqual(['Олександр Ткачук']);
    expect(near.events).toHaveLength(1);
    expect((await one.find('near:47.01,28.86 5km')).events).toHaveLength(2);
    expect((await one.find('near:47.01,28.86 5km to:2026-03-31')).events).toHaveLength(1);
    expect((await one.find('near:"Chișinău" 20km')).events).toHaveLength(2);
    expect((await one.find('біля:Кишинів 20км')).events).toHaveLength(2);
  });

  it('tells a place nobody knows, and one that may be several', async () => {
    const one = meetings();
    expect((await one.find('near:Xyzzyville')).problems[0]).toMatchObject({
      code: 'place-unknown',
      start: 0,
      end: 15,
    });
    expect((await one.find('near:Ivanivka')).problems[0]?.code).toBe('place-several');
  });

  it('finds the words of messages and payments in either alphabet, until they are gone', async () => {
    const one = meetings();
    one.database.run(
      `UPDATE event SET properties = '{"text":"Зустріч біля Палáнки завтра"}' WHERE type = 'call'`,
    );
    expect((await one.find('zustrich')).events).toMatchObject([{ type: 'call', why: 'text' }]);
    const [event] = (await one.find('завтра')).events;
    expect(event?.snippet).toContain('завтра');
    one.database.run("DELETE FROM event WHERE type = 'call'");
    expect((await one.find('завтра')).events).toEqual([]);
  });
});

it('no text is syntax of the index, and nothing is thrown', async () => {
  const one = people();
  const texts = [
    '"',
    'a OR',
    '{label} : x',
    'NEAR(',
    'a AND NOT b',
    '*',
    "'; DROP TABLE entity; --",
    '\u0000',
    '🚗',
    '(',
    'label:x',
    'x^2',
    'a'.repeat(9999),
    '"a" "b" -"c"',
  ];
  for (const text of texts) expect((await one.find(text)).hits.length).toBeGreaterThanOrEqual(0);
});
