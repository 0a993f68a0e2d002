import { expect, test } from 'vitest';
import { AUDIT_START, appendAudit, auditHead, verifyAudit } from '../../../../src/main/vault/audit.ts';
import type { WritableDatabase } from '../../../../src/main/vault/database.ts';
import { temporaryDatabase } from '../../../helpers/database.ts';

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
