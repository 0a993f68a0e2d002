import fc from 'fast-check';
import { expect, test } from 'vitest';
import { QUIET } from '../../../../src/main/import/run.ts';
import { findPairs } from '../../../../src/main/matching/find.ts';
import { matchingHandlers } from '../../../../src/main/matching/handlers.ts';
import { storeHandlers } from '../../../../src/main/store/handlers.ts';
import { type SeededFile, seededFile } from '../../../helpers/seed.ts';
import { rowsOf } from '../../../helpers/table-hash.ts';

const NAMES = ['Олександр Ткачук', 'Alexandru Tcaciuc', 'Саша Ткачук', 'Іван Бойко', 'Ion Boico'];
const PHONES = ['+37360000001', '+37360000002'];

/** People with facts, numbers and links, each of its own. */
function seeded(): SeededFile {
  const file = seededFile();
  for (const phone of PHONES) file.entity(phone, 'phone', phone);
  for (const [at, name] of NAMES.entries()) {
    file.entity(name, 'person', name);
    file.database.run(
      `INSERT INTO assertion (id, file_seq, source_seq, entity_seq, property, value, created_at) VALUES (?, ?, ?, ?, 'birthDate', ?, 0)`,
      `born-${at}`,
      file.fileSeq,
      file.sourceSeq,
      file.seq(name),
      at < 3 ? '1984-03-12' : '1990',
    );
    file.database.run(
      `INSERT INTO identifier (file_seq, kind, value, entity_seq, raw, check_result) VALUES (?, 'document-number', ?, ?, ?, 'not-checkable')`,
      file.fileSeq,
      `MD:A${at}`,
      file.seq(name),
      `A${at}`,
    );
  }
  file.batch(NAMES.map((from, at) => ({ from, to: PHONES[at % 2] ?? '', at })));
  return file;
}

const person = fc.constantFrom(...NAMES);
const act = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('decide' as const),
      left: person,
      right: person,
      decision: fc.constantFrom('same' as const, 'different' as const, 'undecided' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('merge' as const), left: person, right: person }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('unmerge' as const), which: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('redo' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('find' as const) }) },
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

async function carryOut({ context, fileId, fileSeq, id, database }: SeededFile, one: Act): Promise<unknown> {
  if (one.kind === 'undo') return storeHandlers['journal.undo'](context, { fileId });
  if (one.kind === 'redo') return storeHandlers['journal.redo'](context, { fileId });
  if (one.kind === 'find') return findPairs(context, fileSeq, {}, QUIET);
  if (one.kind === 'unmerge') {
    const merges = database.all<{ id: string }>('SELECT id FROM merge ORDER BY seq');
    const merge = merges[one.which % Math.max(1, merges.length)];
    return merge && storeHandlers['entity.unmerge'](context, { mergeId: merge.id });
  }
  const [leftId, rightId] = [id(one.left), id(one.right)];
  if (one.kind === 'merge') {
    return storeHandlers['entity.merge'](context, { leadId: leftId, memberIds: [rightId], reason: 'one' });
  }
  return matchingHandlers['matching.decide'](context, { leftId, rightId, decision: one.decision });
}

/** What sources said, as it was said, of whom it was said; nothing of who is shown under whom. */
function said({ database }: SeededFile): unknown {
  return [
    database.all('SELECT seq, id, type, label, properties FROM entity ORDER BY seq'),
    ...['assertion', 'identifier', 'link_summary', 'event'].map((table) => rowsOf(database, table)),
  ];
}

function shown({ database }: SeededFile): unknown {
  return database.all('SELECT seq, lead_seq FROM entity ORDER BY seq');
}

/** Two lists that are to say the same: who leads by the merges, and who leads by what is kept. */
function leadsByMerges({ database }: SeededFile): unknown {
  return database.all(
    `WITH RECURSIVE up(seq, lead, steps) AS (SELECT seq, seq, 0 FROM entity
       UNION ALL SELECT up.seq, merge.lead_seq, steps + 1 FROM up
         JOIN merge_member m ON m.entity_seq = up.lead JOIN merge ON merge.seq = m.merge_seq WHERE steps < 20)
     SELECT seq, nullif((SELECT lead FROM up u WHERE u.seq = entity.seq ORDER BY steps DESC LIMIT 1), seq) AS lead_seq
     FROM entity ORDER BY seq`,
  );
}

test('whatever is decided, merged, taken apart and taken back, no fact is lost and all of it can be undone', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 25 }), async (acts) => {
      const file = seeded();
      const before = said(file);
      const first = shown(file);
      for (const one of acts) {
        // Merging what is merged already, or undoing where nothing is left, is refused: nothing happens then.
        await carryOutSafely(file, one);
        expect(said(file)).toEqual(before);
        expect(shown(file)).toEqual(leadsByMerges(file));
      }
      let isLeft = true;
      while (isLeft) isLeft = await carryOutSafely(file, { kind: 'undo' });
      expect(said(file)).toEqual(before);
      expect(shown(file)).toEqual(first);
      expect(file.database.all('SELECT 1 FROM match_decision')).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

/** Whether it went through. */
async function carryOutSafely(file: SeededFile, one: Act): Promise<boolean> {
  try {
    await carryOut(file, one);
    return true;
  } catch (error) {
    expect(String(error)).toMatch(/already-merged|one-record|merge-needs-two|nothing-to-(undo|redo)/);
    return false;
  }
}
