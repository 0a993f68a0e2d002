import { createHash } from 'node:crypto';
import type { ReadableDatabase } from '../../src/main/vault/database.ts';

/** Grow with every unlock; the audit chain is verified by itself. */
const OWN_LIFE = ['audit', 'setting'];

export interface State {
  /** Hash over every row of every table. */
  readonly exact: string;
  /** Rows of each table: what two runs of one act have in common though their ids differ. */
  readonly shape: string;
}

function tables(database: ReadableDatabase): string[] {
  return database
    .all<{ name: string }>(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name",
    )
    .map((row) => row.name)
    .filter((name) => !OWN_LIFE.includes(name));
}

/** Everything the vault holds, but for the chain and the settings. */
export function stateOf(database: ReadableDatabase): State {
  const hash = createHash('sha256');
  const shape: string[] = [];
  for (const name of tables(database)) {
    let rows = 0;
    const lines: string[] = [];
    for (const row of database.iterate<Record<string, unknown>>(`SELECT * FROM "${name}"`)) {
      rows += 1;
      lines.push(JSON.stringify(row, (_key, value) => (typeof value === 'bigint' ? String(value) : value)));
    }
    hash.update(`${name}\n${lines.sort().join('\n')}\n`);
    shape.push(`${name}=${rows}`);
  }
  return { exact: hash.digest('hex'), shape: shape.join(' ') };
}
