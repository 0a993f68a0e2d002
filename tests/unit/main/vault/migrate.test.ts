import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MIGRATIONS, migrate, SCHEMA_VERSION, schemaVersion } from '../../../../src/main/vault/migrate.ts';
import { analysisFile, temporaryDatabase } from '../../../helpers/database.ts';

test('a new vault gets the whole schema of this program', () => {
  const database = temporaryDatabase();
  expect(schemaVersion(database)).toBe(SCHEMA_VERSION);
  expect(analysisFile(database).seq).toBe(1);
});

test('versions rise, so that each is one step from the one before', () => {
  const versions = MIGRATIONS.map((migration) => migration.version);
  expect(versions).toEqual([...versions].sort((one, other) => one - other));
  expect(new Set(versions).size).toBe(versions.length);
});

/** SHA-256 of each migration once it is in the program: vaults out there were made by exactly this. */
const FROZEN: Readonly<Record<number, string>> = {
  10: '3a93299790e201b280119fcf27089ed8eb70d1a2e78386804256928b4e780cad',
  20: '178886ad89f0633e8913c68bd7d3fd85abbbad14987a68ab54f1d9198381c04c',
  22: '697046d2f3214ec8ca66caca8de101dbf5bd05e3a2b625f01fd0a3007ea78faf',
  23: 'ae8f0d6c87a125a99538bd209bd3fb89fbd4850050a0acf2130e9e74fd48fae6',
  24: 'aa3664f74e57c554c3ceb11395b848e49c92a22a54055a3d554fe6879ed5b21f',
  25: '83db0290623fbc21ac887e2a1b1270436e46f2271f5d8e513c7a07acc231ee9e',
  26: '125a0547a05331b4cb1b7f4c277728ba4f338d24c35989b0991bcbeff3b8d998',
  27: 'c34bfb708aecd9193b4fe401a0b2d6a8395cf70b6896687243ef4862fd007aa4',
};

test('no migration that is in the program changes any more', () => {
  const hashes = MIGRATIONS.map(({ version, sql }) => [
    version,
    createHash('sha256').update(sql).digest('hex'),
  ]);
  expect(Object.fromEntries(hashes)).toEqual(FROZEN);
});

test('each migration is one file whose name begins with its number', () => {
  const files = readdirSync('src/main/vault/migrations').filter((name) => /^\d/.test(name));
  expect(files.map((name) => Number(name.slice(0, 4))).sort((a, b) => a - b)).toEqual(
    MIGRATIONS.map(({ version }) => version),
  );
});

test('20: people with a status get its first entry, everything else stays as it was', () => {
  const database = temporaryDatabase(10);
  expect(schemaVersion(database)).toBe(10);
  const file = analysisFile(database);
  const person = (label: string, status: string | null, minor: number) =>
    database.run(
      "INSERT INTO entity (id, file_seq, type, label, status, minor, created_at) VALUES (?, ?, 'person', ?, ?, ?, 77)",
      label,
      file.seq,
      label,
      status,
      minor,
    ).lastSeq;
  const [suspect, child] = [person('Іван', 'suspect', 0), person('Ana', null, 1)];
  person('Radu', null, 0);
  database.run(
    `INSERT INTO source (id, file_seq, reference, kind, title, originator, grading_scheme, source_grade, information_grade, level, handling, recipients)
     VALUES ('s', ?, 'S-001', 'statement', 'title', 'UA', 'europol-4x4', 'B', '2', 'restricted', '["H1"]', '[]')`,
    file.seq,
  );
  migrate(database);
  expect(schemaVersion(database)).toBe(SCHEMA_VERSION);
  expect(
    database.all('SELECT entity_seq, status, minor, since, decided_at FROM person_status ORDER BY seq'),
  ).toEqual([
    { entity_seq: suspect, status: 'suspect', minor: 0, since: null, decided_at: 77 },
    { entity_seq: child, status: null, minor: 1, since: null, decided_at: 77 },
  ]);
  expect(database.all('SELECT count(*) AS n, count(lead_seq) AS leads FROM entity')).toEqual([
    { n: 3, leads: 0 },
  ]);
  expect(database.one('SELECT agency, usage, tlp FROM source')).toEqual({
    agency: '',
    usage: 'intelligence',
    tlp: null,
  });
  expect(database.all('PRAGMA foreign_key_check')).toEqual([]);
});

test('22: the few facts with a marking, grade or grounds of their own are found without reading the many', () => {
  const database = temporaryDatabase(20);
  const { seq: file } = analysisFile(database);
  database.run(
    `INSERT INTO source (id, file_seq, reference, kind, title, originator, grading_scheme, source_grade, information_grade, level, handling, recipients)
     VALUES ('s', ?, 'S-001', 'statement', 'title', 'UA', 'europol-4x4', 'B', '2', 'restricted', '["H1"]', '[]')`,
    file,
  );
  const assertion = (id: string, level: string | null) =>
    database.run(
      'INSERT INTO assertion (id, file_seq, source_seq, level, handling, created_at) VALUES (?, ?, 1, ?, ?, 1)',
      id,
      file,
      level,
      level === null ? null : '["H2"]',
    );
  assertion('plain', null);
  assertion('marked', 'confidential');
  migrate(database);
  expect(schemaVersion(database)).toBe(SCHEMA_VERSION);
  const own = 'SELECT id FROM assertion WHERE file_seq = ? AND';
  expect(database.all(`${own} level IS NOT NULL`, file)).toEqual([{ id: 'marked' }]);
  const planOf = (condition: string) =>
    database.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${own} ${condition}`, file)[0]?.detail;
  expect(planOf('level IS NOT NULL')).toContain('assertion_own_marking');
  expect(planOf('grading_scheme IS NOT NULL')).toContain('assertion_own_grade');
  expect(planOf('basis IS NOT NULL')).toContain('assertion_with_basis');
  expect(database.all('SELECT * FROM country_rule')).toEqual([]);
});
