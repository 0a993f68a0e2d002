import { createHash } from 'node:crypto';
import type { ReadableDatabase } from '../../src/main/vault/database.ts';

/** What a vault holds, so that two runs of one act give the same though their ids, hashes and times differ. */
export interface State {
  /** Hash over the same rows as they are, ids and moments included. */
  readonly exact: string;
  /** Hash over every row of every table, the tables behind the search index too; without the audit chain. */
  readonly tables: string;
  /** Hash over the audit chain: who, what, on what, with which details. */
  readonly audit: string;
  /** Rows of each table, for the message when two states differ. */
  readonly shape: string;
}

const DAYS_AROUND = 3;
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4,12}|[0-9a-f]{64}/g;
const INSTANT = /\b1[6-9]\d{11}\b|\b20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g;
const BACKUP_NAME = /\b20\d\d-\d\d-\d\d_\d\d-\d\d-\d\d-\d{3}/g;

/**
 * Ids and hashes become their number in order of appearance, so that who refers to whom is kept; moments of these days
 * become a word. What tests put into vaults is dated otherwise.
 */
class Plain {
  readonly #seen = new Map<string, string>();

  text(json: string): string {
    return json
      .replace(/("seconds\\*":)[\d.e-]+/g, '$1_')
      .replace(BACKUP_NAME, 'now')
      .replace(ID, (id) => this.#numbered(id))
      .replace(INSTANT, (text) => (isNow(text) ? 'now' : text));
  }

  #numbered(id: string): string {
    const known = this.#seen.get(id) ?? `#${this.#seen.size}`;
    this.#seen.set(id, known);
    return known;
  }
}

function isNow(text: string): boolean {
  const at = /^\d+$/.test(text) ? Number(text) : Date.parse(text);
  return Math.abs(Date.now() - at) < DAYS_AROUND * 86_400_000;
}

function tables(database: ReadableDatabase): string[] {
  return database
    .all<{ name: string }>(
      `SELECT name FROM pragma_table_list
       WHERE schema = 'main' AND type IN ('table', 'shadow') AND name NOT LIKE 'sqlite%' AND name <> 'audit' ORDER BY name`,
    )
    .map((row) => row.name);
}

const plainValue = (_key: string, value: unknown): unknown => {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  return typeof value === 'bigint' ? String(value) : value;
};

function hashOf(plain: Plain, rows: Iterable<unknown>): { hash: string; exact: string; count: number } {
  const hash = createHash('sha256');
  const exact = createHash('sha256');
  let count = 0;
  for (const row of rows) {
    count += 1;
    const json = JSON.stringify(row, plainValue);
    exact.update(`${json}\n`);
    hash.update(`${plain.text(json)}\n`);
  }
  return { hash: hash.digest('hex'), exact: exact.digest('hex'), count };
}

/** Everything the vault holds. The mark of the chain's end is part of the chain, not of the settings. */
export function stateOf(database: ReadableDatabase): State {
  const plain = new Plain();
  const whole = createHash('sha256');
  const wholeExact = createHash('sha256');
  const shape: string[] = [];
  for (const name of tables(database)) {
    const rest = name === 'setting' ? "WHERE name <> 'audit.last-entry'" : '';
    const { hash, exact, count } = hashOf(plain, database.iterate(`SELECT * FROM "${name}" ${rest}`));
    whole.update(`${name} ${hash}\n`);
    wholeExact.update(`${name} ${exact}\n`);
    shape.push(`${name}=${count}:${hash.slice(0, 6)}`);
  }
  const audit = hashOf(
    new Plain(),
    database.iterate('SELECT seq, actor, action, object, reason, details FROM audit ORDER BY seq'),
  );
  shape.push(`audit=${audit.count}:${audit.hash.slice(0, 6)}`);
  const [tableHash, exact] = [whole.digest('hex'), wholeExact.digest('hex')];
  return { exact, tables: tableHash, audit: audit.hash, shape: shape.join(' ') };
}
