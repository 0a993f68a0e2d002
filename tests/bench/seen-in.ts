import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ComparedNumber } from '../../src/contract/seen-in.ts';
import { holdersOf } from '../../src/main/store/seen-in.ts';
import { emptyVault } from './calls.ts';

/**
 * Who holds a number, among N entities each with one. `node tests/bench/seen-in.ts [entities]` prints one JSON object.
 */
const entities = Number(process.argv[2] ?? 1_000_000);
const ASKED = 3000;
const folder = mkdtempSync(join(tmpdir(), 'iforce-bench-'));
const database = emptyVault(join(folder, 'vault.db'), randomBytes(32));

/** One in ten has the number of another one. */
function numberOf(at: number): ComparedNumber {
  return { kind: 'phone', value: `+3736${String(at % Math.ceil(entities * 0.9)).padStart(7, '0')}` };
}

database.transaction(() => {
  const entity = database.prepare(
    "INSERT INTO entity (seq, id, file_seq, type, label, created_at) SELECT ?, ?, min(seq), 'phone', ?, 0 FROM analysis_file",
  );
  const identifier = database.prepare(
    "INSERT INTO identifier (file_seq, kind, value, entity_seq, raw, check_result) SELECT min(seq), 'phone', ?, ?, ?, 'valid' FROM analysis_file",
  );
  for (let at = 1; at <= entities; at += 1) {
    const { value } = numberOf(at);
    entity.run(at, `e${at}`, value);
    identifier.run(value, at, value);
  }
});
const times = Array.from({ length: ASKED }, (_, at) => {
  const number = numberOf((at * 7919) % entities);
  const started = performance.now();
  holdersOf(database, [number]);
  return performance.now() - started;
}).sort((left, right) => left - right);
database.close();
rmSync(folder, { recursive: true, force: true });
const p95 = times[Math.floor(ASKED * 0.95)] ?? 0;
console.log(JSON.stringify({ entities, p95Milliseconds: Math.round(p95 * 1000) / 1000 }));
