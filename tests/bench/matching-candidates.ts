import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { QUIET } from '../../src/main/import/run.ts';
import { findPairs } from '../../src/main/matching/find.ts';
import { indexNames } from '../../src/main/store/name-keys.ts';
import type { WritableDatabase } from '../../src/main/vault/database.ts';
import { benchContext, emptyVault } from './calls.ts';

/**
 * Candidates for an import of N people against M that are there: the search as it runs after an import, and how much
 * memory it takes at most. `node tests/bench/matching-candidates.ts [there] [brought]` prints one JSON object; each
 * brought person is one of those there in another alphabet, so that the search has something to find.
 */
const there = Number(process.argv[2] ?? 100_000);
const brought = Number(process.argv[3] ?? 1000);
const folder = mkdtempSync(join(tmpdir(), 'iforce-bench-'));

const GIVEN = [
  ['Олександр', 'Alexandru'],
  ['Іван', 'Ion'],
  ['Сергій', 'Serghei'],
  ['Андрій', 'Andrei'],
  ['Наталія', 'Natalia'],
  ['Михайло', 'Mihail'],
  ['Олена', 'Elena'],
  ['Юрій', 'Iurie'],
  ['Вікторія', 'Victoria'],
  ['Петро', 'Petru'],
] as const;
const SYLLABLES = [
  ['ба', 'ba'],
  ['во', 'vo'],
  ['го', 'ho'],
  ['да', 'da'],
  ['жу', 'zhu'],
  ['зи', 'zy'],
  ['ко', 'ko'],
  ['ли', 'ly'],
  ['ма', 'ma'],
  ['не', 'ne'],
  ['пу', 'pu'],
  ['ра', 'ra'],
  ['сто', 'sto'],
  ['ти', 'ty'],
  ['фе', 'fe'],
  ['ча', 'cha'],
] as const;
const ENDINGS = [
  ['енко', 'enko'],
  ['чук', 'chuk'],
  ['ський', 'skyi'],
  ['ник', 'nyk'],
  ['ич', 'ych'],
] as const;

let seed = 11;
function random(limit: number): number {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
  return (seed >>> 8) % limit;
}

/** A common name is drawn more often than a rare one. */
function person(): { uk: string; latin: string; born: string } {
  const pick = <T>(list: readonly T[]): T => list[Math.min(random(list.length), random(list.length))] as T;
  const given = pick(GIVEN);
  const parts = [pick(SYLLABLES), pick(SYLLABLES), pick(ENDINGS)];
  const family = (side: 0 | 1): string => {
    const word = parts.map((part) => part[side]).join('');
    return word.charAt(0).toUpperCase() + word.slice(1);
  };
  const two = (value: number): string => String(value).padStart(2, '0');
  const born = `${1945 + random(60)}-${two(1 + random(12))}-${two(1 + random(28))}`;
  return { uk: `${family(0)} ${given[0]}`, latin: `${given[1]} ${family(1)}`, born };
}

function insert(database: WritableDatabase, id: string, label: string, born: string, batch: number | null) {
  const { lastSeq } = database.run(
    "INSERT INTO entity (id, file_seq, type, label, properties, batch_seq, created_at) VALUES (?, 1, 'person', ?, ?, ?, 0)",
    id,
    label,
    JSON.stringify({ birthDate: born }),
    batch,
  );
  indexNames(database, lastSeq);
  if (batch === null) return;
  database.run(
    "INSERT INTO assertion (id, file_seq, source_seq, entity_seq, property, value, batch_seq, created_at) VALUES (?, 1, 1, ?, 'name', ?, ?, 0)",
    `fact-${id}`,
    lastSeq,
    label,
    batch,
  );
}

function fill(database: WritableDatabase): void {
  const known: ReturnType<typeof person>[] = [];
  database.transaction(() => {
    database.run(
      `INSERT INTO source (id, file_seq, reference, kind, title, originator, grading_scheme, source_grade, information_grade, level, handling, recipients)
       VALUES ('source', 1, 'S-1', 'import', 'people', 'MD', 'europol-4x4', 'B', '2', 'restricted', '["H0"]', '[]')`,
    );
    database.run(
      `INSERT INTO batch (id, file_seq, source_seq, kind, file_name, specification, event_prefix, rows, imported, rejected, report, created_at)
       VALUES ('batch', 1, 1, 'import', 'people.csv', '{}', 'x', 0, 0, 0, '{}', 0)`,
    );
    for (let at = 0; at < there; at += 1) {
      const one = person();
      if (known.length < brought) known.push(one);
      insert(database, `there-${at}`, one.uk, one.born, null);
    }
    for (const [at, one] of known.entries()) insert(database, `brought-${at}`, one.latin, one.born, 1);
  });
}

const key = randomBytes(32);
const path = join(folder, 'vault.db');
const database = emptyVault(path, key);
try {
  const started = performance.now();
  fill(database);
  const filled = (performance.now() - started) / 1000;
  database.execute('PRAGMA wal_checkpoint(TRUNCATE)');
  let most = 0;
  const progress = {
    ...QUIET,
    breathe: () => {
      most = Math.max(most, process.memoryUsage().rss);
      return new Promise<void>((resolve) => setImmediate(resolve));
    },
  };
  const before = process.memoryUsage().rss;
  const begun = performance.now();
  const used = process.cpuUsage();
  const found = await findPairs(benchContext(path, key), 1, { batchIds: ['batch'] }, progress);
  const seconds = (performance.now() - begun) / 1000;
  const work = process.cpuUsage(used);
  const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);
  const hits =
    database.one<{ n: number }>(
      `SELECT count(*) AS n FROM match_pair JOIN entity l ON l.seq = left_seq JOIN entity r ON r.seq = right_seq
       WHERE replace(l.id, 'there-', '') = replace(r.id, 'brought-', '')`,
    )?.n ?? 0;
  console.log(
    JSON.stringify({
      there,
      brought,
      fillSeconds: Math.round(filled),
      seconds: Math.round(seconds * 10) / 10,
      cpuSeconds: Math.round((work.user + work.system) / 100_000) / 10,
      rowsPerSecond: Math.round(brought / seconds),
      memoryMegabytes: megabytes(most),
      memoryBefore: megabytes(before),
      pairs: found.pairs,
      ownFound: Math.round((hits / brought) * 1000) / 1000,
    }),
  );
} finally {
  database.close();
  rmSync(folder, { recursive: true, force: true });
}
