import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventId, eventPrefix, eventSeq } from '../../../../src/main/store/event-id.ts';
import { storeHandlers } from '../../../../src/main/store/handlers.ts';
import { removeBatchSummaries } from '../../../../src/main/store/summaries.ts';
import { DAY, type SeededFile, START, seededFile } from '../../../helpers/seed.ts';

const COLUMNS = 'from_seq, to_seq, type, batch_seq, strength, currency, count, sum_minor, first_at, last_at';

const kept = ({ database }: SeededFile) =>
  database.all(`SELECT ${COLUMNS} FROM link_summary ORDER BY ${COLUMNS}`);

/** The same lines counted anew from what they sum up. */
const rebuilt = ({ database }: SeededFile) =>
  database.all(
    `SELECT ${COLUMNS} FROM (
       SELECT from_seq, to_seq, CASE type WHEN 'call' THEN 'called' ELSE 'paid' END AS type, batch_seq, 'confirmed' AS strength,
         coalesce(currency, '') AS currency, count(*) AS count, coalesce(sum(amount_minor), 0) AS sum_minor, min(start_at) AS first_at, max(start_at) AS last_at
       FROM event WHERE to_seq IS NOT NULL GROUP BY 1, 2, 3, 4, 6
       UNION ALL SELECT from_seq, to_seq, type, 0, strength, '', count(*), 0, NULL, NULL FROM link GROUP BY 1, 2, 3, 5)
     ORDER BY ${COLUMNS}`,
  );

const NAMES = ['a', 'b', 'c'];
const event = fc.record({
  from: fc.constantFrom(...NAMES),
  to: fc.constantFrom(...NAMES),
  at: fc.option(fc.nat(90).map((day) => START + day * DAY)),
  money: fc.option(fc.record({ amountMinor: fc.nat(9999), currency: fc.constantFrom('EUR', 'MDL') })),
});

describe('chart lines', () => {
  it('kept while writing are the lines counted anew, after imports, links by hand and their undo', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(event, { maxLength: 8 }), { minLength: 1, maxLength: 3 }),
        fc.array(fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom(...NAMES), fc.boolean()), {
          maxLength: 5,
        }),
        async (batches, links) => {
          const file = seededFile();
          const { context, fileId, database } = file;
          for (const name of NAMES) file.entity(name, 'bank_account');
          const seqs = batches.map((events) =>
            file.batch(
              events.map(({ money, ...one }) =>
                money === null ? one : { ...one, ...money, type: 'payment' },
              ),
            ),
          );
          for (const [from, to, sure] of links) {
            const ends = { from: file.id(from), to: file.id(to) };
            const strength = sure ? 'confirmed' : 'tentative';
            await storeHandlers['link.create'](context, { fileId, ...ends, type: 'owns', strength });
          }
          expect(kept(file)).toEqual(rebuilt(file));
          database.run('DELETE FROM event WHERE batch_seq = ?', seqs[0] ?? 0);
          removeBatchSummaries(database, seqs[0] ?? 0);
          for (let i = 0; i < links.length; i += 2) await storeHandlers['journal.undo'](context, { fileId });
          expect(kept(file)).toEqual(rebuilt(file));
        },
      ),
      { numRuns: 15 },
    );
  }, 20_000);
});

describe('event ids', () => {
  it('are UUIDs made of the prefix of the batch and the ordinal', () => {
    const prefix = eventPrefix();
    expect(eventId(prefix, 255)).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{4}000000ff$/,
    );
  });

  it('of another batch or of nothing find nothing', () => {
    const file = seededFile();
    file.entity('a', 'phone', '+37360000001');
    file.batch([{ from: 'a', at: START }]);
    const prefix =
      file.database.one<{ event_prefix: string }>('SELECT event_prefix FROM batch')?.event_prefix ?? '';
    expect(eventSeq(file.database, eventId(prefix, 0))).toBe(1);
    expect(eventSeq(file.database, eventId(prefix, 1))).toBeUndefined();
    expect(eventSeq(file.database, eventId(eventPrefix(), 0))).toBeUndefined();
    expect(eventSeq(file.database, 'nonsense')).toBeUndefined();
  });
});
