import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AUDIT_START, appendAudit, auditHead, verifyAudit } from '../../../../src/main/vault/audit.ts';
import type { WritableDatabase } from '../../../../src/main/vault/database.ts';
import { analysisFile, temporaryDatabase } from '../../../helpers/database.ts';

function chainOfThree(): WritableDatabase {
  const database = temporaryDatabase();
  for (const object of ['file:a', 'file:б', 'file:c'])
    appendAudit(database, {
      at: 1000,
      actor: 'analyst',
      action: 'view',
      object,
      reason: 'hit',
      details: { rows: 1 },
    });
  return database;
}

/** What somebody with the key and another program could do. */
function past(database: WritableDatabase, sql: string): void {
  database.execute('DROP TRIGGER audit_is_append_only_update; DROP TRIGGER audit_is_append_only_delete;');
  database.execute(sql);
}

test('an untouched chain holds and its head is the last hash', () => {
  const database = chainOfThree();
  const check = verifyAudit(database);
  expect(check).toMatchObject({ entries: 3, firstBroken: null, head: auditHead(database) });
  expect(check.head).not.toBe(AUDIT_START);
});

test('an empty chain holds', () => {
  expect(verifyAudit(temporaryDatabase())).toEqual({ entries: 0, head: AUDIT_START, firstBroken: null });
});

test.each([
  ['a changed actor', "UPDATE audit SET actor='someone' WHERE seq=2", 2],
  ['a changed reason', "UPDATE audit SET reason='' WHERE seq=3", 3],
  ['changed details', "UPDATE audit SET details='{}' WHERE seq=1", 1],
  ['a removed entry', 'DELETE FROM audit WHERE seq=2', 3],
  ['a removed first entry', 'DELETE FROM audit WHERE seq=1', 2],
  [
    'swapped entries',
    'UPDATE audit SET seq=9 WHERE seq=1; UPDATE audit SET seq=1 WHERE seq=2; UPDATE audit SET seq=2 WHERE seq=9',
    1,
  ],
])('%s is found', (_name, sql, firstBroken) => {
  const database = chainOfThree();
  past(database, sql);
  expect(verifyAudit(database).firstBroken).toBe(firstBroken);
});

test('the database itself refuses a change of the chain', () => {
  const database = chainOfThree();
  expect(() => database.run("UPDATE audit SET actor='x' WHERE seq=1")).toThrow('append-only');
  expect(() => database.run('DELETE FROM audit WHERE seq=1')).toThrow('append-only');
});

test('any byte of any entry changed, any entry removed, swapped or inserted is found at or before its place', () => {
  const COLUMNS = ['at', 'actor', 'action', 'object', 'reason', 'details', 'previous_hash', 'hash'] as const;
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
  const attack = fc.oneof(
    fc.record({ kind: fc.constant('byte' as const), row: fc.nat(), column: fc.nat(7), at: fc.nat() }),
    fc.record({ kind: fc.constant('remove' as const), row: fc.nat() }),
    fc.record({ kind: fc.constant('swap' as const), row: fc.nat(), other: fc.nat() }),
    fc.record({ kind: fc.constant('insert' as const), row: fc.nat() }),
  );
  const database = temporaryDatabase();
  database.execute('DROP TRIGGER audit_is_append_only_update; DROP TRIGGER audit_is_append_only_delete;');
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { minLength: 2, maxLength: 6 }), attack, (entries, what) => {
      database.execute("DELETE FROM audit; DELETE FROM setting WHERE name = 'audit.last-entry'");
      for (const [object, reason] of entries)
        appendAudit(database, { at: 5, actor: 'Ганна', action: 'view', object, reason });
      expect(verifyAudit(database).firstBroken).toBeNull();
      const seq = (what.row % entries.length) + 1;
      let first = seq;
      if (what.kind === 'byte') changeByte(database, seq, COLUMNS[what.column] ?? 'hash', what.at);
      else if (what.kind === 'remove') database.run('DELETE FROM audit WHERE seq = ?', seq);
      else if (what.kind === 'insert') {
        database.run('UPDATE audit SET seq = -seq - 1 WHERE seq >= ?', seq);
        database.run('UPDATE audit SET seq = -seq WHERE seq < 0');
        database.run(
          'INSERT INTO audit SELECT ?, at, actor, action, object, reason, details, previous_hash, hash FROM audit WHERE seq = ?',
          seq,
          seq + 1,
        );
        first = seq + 1;
      } else {
        const other = (what.other % entries.length) + 1;
        fc.pre(other !== seq);
        database.run('UPDATE audit SET seq = 99 WHERE seq = ?', seq);
        database.run('UPDATE audit SET seq = ? WHERE seq = ?', seq, other);
        database.run('UPDATE audit SET seq = ? WHERE seq = 99', other);
        first = Math.min(seq, other);
      }
      const found = verifyAudit(database).firstBroken;
      expect(found).not.toBeNull();
      expect(found).toBeLessThanOrEqual(first + (what.kind === 'remove' ? 1 : 0));
    }),
    { numRuns: 300 },
  );
});

/** Flips the lowest bit of one byte of the stored value; a number is raised by one. */
function changeByte(database: WritableDatabase, seq: number, column: string, at: number): void {
  const value = database.one<Record<string, string | number>>(
    `SELECT ${column} AS v FROM audit WHERE seq = ?`,
    seq,
  )?.v;
  if (typeof value === 'number') {
    database.run(`UPDATE audit SET ${column} = ${column} + 1 WHERE seq = ?`, seq);
    return;
  }
  const bytes = Buffer.from(value ?? '', 'utf8');
  if (bytes.length === 0) {
    database.run(`UPDATE audit SET ${column} = 'x' WHERE seq = ?`, seq);
    return;
  }
  const place = at % bytes.length;
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  database.run(`UPDATE audit SET ${column} = CAST(? AS TEXT) WHERE seq = ?`, bytes, seq);
}

test('the newest entries cannot be cut off, and a chain written anew does not know the heads that left in packages', () => {
  const database = chainOfThree();
  const manifest = JSON.stringify({ auditHead: auditHead(database) });
  const file = analysisFile(database);
  database.run(
    "INSERT INTO package_out (id, file_seq, reference, created_at, manifest, sha256) VALUES ('p', ?, 'r', 1, ?, '')",
    file.seq,
    manifest,
  );
  expect(verifyAudit(database).firstBroken).toBeNull();
  past(database, 'DELETE FROM audit WHERE seq = 3');
  expect(verifyAudit(database)).toMatchObject({ entries: 2, firstBroken: 3 });
  database.execute("DELETE FROM audit; DELETE FROM setting WHERE name = 'audit.last-entry'");
  appendAudit(database, { at: 1, actor: 'somebody', action: 'create', object: 'vault' });
  expect(verifyAudit(database)).toMatchObject({ entries: 1, firstBroken: 2 });
});
