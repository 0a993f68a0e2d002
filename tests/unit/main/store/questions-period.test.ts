import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Input } from '../../../../src/contract/index.ts';
import { EVENT_TYPE_NAMES, LINK_TYPE_NAMES, type LinkType } from '../../../../src/core/model/link-types.ts';
import { storeHandlers } from '../../../../src/main/store/handlers.ts';
import { addSummary, BY_HAND } from '../../../../src/main/store/summaries.ts';
import { DAY, type SeededFile, START, seededFile } from '../../../helpers/seed.ts';

type Days = readonly [number | null, number | null];
const at = (day: number | null): number | null => (day === null ? null : START + day * DAY);
const march = { from: START, to: START + 31 * DAY };

/** A link as a person or another program states it, with its line on the chart. */
function link(file: SeededFile, type: LinkType, from: string, to: string, [start, end]: Days): void {
  const [fromSeq, toSeq] = [file.seq(from), file.seq(to)];
  file.database.run(
    `INSERT INTO link (id, file_seq, type, from_seq, to_seq, strength, start_at, end_at, created_at)
     VALUES (hex(randomblob(16)), ?, ?, ?, ?, 'confirmed', ?, ?, 0)`,
    file.fileSeq,
    type,
    fromSeq,
    toSeq,
    at(start),
    at(end),
  );
  const pair = { fileSeq: file.fileSeq, from: fromSeq, to: toSeq, type, batch: BY_HAND } as const;
  const count = {
    strength: 'confirmed',
    currency: '',
    count: 1,
    sumMinor: 0,
    first: null,
    last: null,
  } as const;
  addSummary(file.database, { ...pair, ...count });
}

function people(...names: string[]): SeededFile {
  const file = seededFile();
  for (const name of names) file.entity(name, 'person');
  return file;
}

type Connected = Partial<Input<'ask.mostConnected'>>;
async function connected(file: SeededFile, more: Connected = {}) {
  const ask = { fileId: file.fileId, measure: 'contacts' as const, limit: 50, ...more };
  const given = await storeHandlers['ask.mostConnected'](file.context, ask);
  return {
    rows: Object.fromEntries(given.rows.map((row) => [row.entity, row.value])),
    undated: given.caveats.find((one) => one.key === 'questions:caveat.undatedLinks')?.params.count,
  };
}
async function path(file: SeededFile, from: string, to: string, more: Partial<Input<'ask.path'>> = {}) {
  const ends = { from: file.id(from), to: file.id(to) };
  const ask = { fileId: file.fileId, ...ends, maximumSteps: 6, ...more };
  const given = await storeHandlers['ask.path'](file.context, ask);
  return {
    steps: given.rows.map((row) => row.entity),
    lines: given.highlight.linkKeys.map((key) => key.split('|')[2]),
    undated: given.caveats.find((one) => one.key === 'questions:caveat.undatedLinks')?.params.count,
  };
}

describe('a question with a period', () => {
  it.each<[string, Days, boolean]>([
    ['inside', [5, 10], true],
    ['over its start', [-20, 3], true],
    ['over its end', [25, 90], true],
    ['around it', [-90, 90], true],
    ['since before, not ended', [-90, null], true],
    ['until inside, start unknown', [null, 3], true],
    ['over before it', [-90, -1], false],
    ['begun when it ended', [31, 60], false],
    ['not begun yet, not ended', [40, null], false],
    ['without dates', [null, null], false],
  ])('counts a link %s: %j → %j', async (_name, days, counts) => {
    const file = people('a', 'b');
    link(file, 'associate_of', 'a', 'b', days);
    expect((await connected(file, { period: march })).rows).toEqual(counts ? { a: 1, b: 1 } : {});
    expect((await path(file, 'a', 'b', { period: march })).steps).toEqual(counts ? ['a', 'b'] : []);
    expect((await connected(file)).rows).toEqual({ a: 1, b: 1 });
  });

  it('says how many links without dates it left out, of the chosen types', async () => {
    const file = people('a', 'b', 'c');
    link(file, 'associate_of', 'a', 'b', [null, null]);
    link(file, 'related_to', 'b', 'c', [null, null]);
    link(file, 'related_to', 'a', 'c', [2, null]);
    expect(await connected(file, { period: march })).toEqual({ rows: { a: 1, c: 1 }, undated: 2 });
    expect((await connected(file, { period: march, linkTypes: ['related_to'] })).undated).toBe(1);
    expect((await connected(file, { period: march, linkTypes: ['called'] })).undated).toBeUndefined();
    expect((await connected(file)).undated).toBeUndefined();
    expect((await path(file, 'a', 'b', { period: march })).undated).toBe(2);
    expect((await path(file, 'a', 'b')).undated).toBeUndefined();
    const money = await connected(file, { period: march, measure: 'money-in' });
    expect(money.undated).toBeUndefined();
  });

  it('keeps to the chosen link types, for events by the line they draw', async () => {
    const file = people('a', 'b', 'c', 'd');
    const [call, message] = ['call', 'message'] as const;
    file.batch([
      { type: call, from: 'a', to: 'b', at: at(3) },
      { type: message, from: 'a', to: 'c', at: at(4) },
      { type: 'offence', from: 'a', to: 'd', at: at(5) },
    ]);
    link(file, 'associate_of', 'c', 'd', [1, 2]);
    const of = async (...linkTypes: LinkType[]) => (await connected(file, { period: march, linkTypes })).rows;
    expect(await of('called')).toEqual({ a: 1, b: 1 });
    expect(await of('messaged', 'associate_of')).toEqual({ a: 1, c: 2, d: 1 });
    expect(await of('paid')).toEqual({});
    expect((await connected(file, { period: march })).rows).toEqual({ a: 2, b: 1, c: 2, d: 1 });
    const way = (linkTypes: LinkType[]) => path(file, 'b', 'd', { period: march, linkTypes });
    expect((await way(['called', 'messaged'])).steps).toEqual([]);
    expect((await way(['called', 'messaged', 'associate_of'])).steps).toEqual(['b', 'a', 'c', 'd']);
  });

  it('highlights only the lines the way rests on', async () => {
    const file = people('a', 'b');
    file.batch([{ from: 'a', to: 'b', at: at(3) }]);
    link(file, 'associate_of', 'a', 'b', [null, null]);
    link(file, 'related_to', 'a', 'b', [null, 8]);
    expect((await path(file, 'a', 'b', { period: march })).lines.sort()).toEqual(['called', 'related_to']);
    expect((await path(file, 'a', 'b')).lines.sort()).toEqual(['associate_of', 'called', 'related_to']);
  });

  it('gives what the question without a period gives, where it covers all and everything has a date', async () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const ends = { from: name, to: name, day: fc.nat(60) };
    const events = fc.array(fc.record({ ...ends, type: fc.constantFrom(...EVENT_TYPE_NAMES) }), {
      maxLength: 12,
    });
    const links = fc.array(fc.record({ ...ends, type: fc.constantFrom(...LINK_TYPE_NAMES) }), {
      maxLength: 8,
    });
    const chosen = fc.option(fc.subarray([...LINK_TYPE_NAMES], { minLength: 1 }), { nil: undefined });
    await fc.assert(
      fc.asyncProperty(events, links, chosen, async (happened, stated, linkTypes) => {
        const file = people('a', 'b', 'c', 'd', 'e');
        file.batch(happened.map(({ day, ...event }) => ({ ...event, at: START + day * DAY })));
        for (const one of stated) link(file, one.type, one.from, one.to, [one.day, one.day + 1]);
        const types = linkTypes === undefined ? {} : { linkTypes };
        const always = { period: { from: START - DAY, to: START + 99 * DAY } };
        for (const measure of ['contacts', 'events'] as const)
          expect(await connected(file, { ...types, ...always, measure })).toEqual(
            await connected(file, { ...types, measure }),
          );
        const [long, short] = [
          await path(file, 'a', 'e', { ...types, ...always }),
          await path(file, 'a', 'e', types),
        ];
        expect(long.steps.length).toBe(short.steps.length);
      }),
      { numRuns: 25 },
    );
  });
});
