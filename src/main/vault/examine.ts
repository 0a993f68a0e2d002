import { type AuditEntry, appendAudit, auditHead } from './audit.ts';
import { openDatabase, type ReadableDatabase, rekeyDatabase } from './database.ts';
import { schemaVersion } from './migrate.ts';

/** What is done with a copy of a database that nobody else has open. */
export interface Examination {
  readonly path: string;
  readonly key: Uint8Array;
  /** Encrypts it anew under this one first. */
  readonly newKey?: Uint8Array;
  /** Written to its audit chain after it was found whole. */
  readonly entry?: AuditEntry;
}

export interface Finding {
  /** “ok”, or the first thing that is wrong. */
  readonly integrity: string;
  readonly schemaVersion: number;
  readonly auditEntries: number;
  /** Before the entry was written. */
  readonly auditHead: string;
}

/** Rows of each table, those behind the search indexes too. */
function rowCounts(database: ReadableDatabase): string {
  const tables = database.all<{ name: string }>(
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow') ORDER BY name",
  );
  const counts = tables.map(({ name }) => [
    name,
    database.one<{ rows: number }>(`SELECT count(*) AS rows FROM "${name}"`)?.rows ?? 0,
  ]);
  return JSON.stringify(counts);
}

function find(database: ReadableDatabase): Finding {
  const integrity = database.one<{ integrity_check: string }>('PRAGMA integrity_check(1)');
  return {
    integrity: integrity?.integrity_check ?? '',
    schemaVersion: schemaVersion(database),
    auditEntries: database.one<{ entries: number }>('SELECT count(*) AS entries FROM audit')?.entries ?? 0,
    auditHead: auditHead(database),
  };
}

function rowsUnder(path: string, key: Uint8Array): string {
  const database = openDatabase(path, key);
  try {
    return rowCounts(database);
  } finally {
    database.close();
  }
}

/** Under the new key there must be what was there under the old one. */
function findRekeyed(database: ReadableDatabase, rowsBefore: string | null): Finding {
  const finding = find(database);
  const isSame = rowsBefore === null || rowsBefore === rowCounts(database);
  return isSame ? finding : { ...finding, integrity: 'rows differ' };
}

/** Opens the copy, looks at every page of it and closes it again, so that nothing is left in a log beside it. */
export function examine({ path, key, newKey, entry }: Examination): Finding {
  const rowsBefore = newKey === undefined ? null : rowsUnder(path, key);
  if (newKey !== undefined) rekeyDatabase(path, key, newKey);
  const database = openDatabase(path, newKey ?? key);
  try {
    const finding = findRekeyed(database, rowsBefore);
    if (entry !== undefined && finding.integrity === 'ok') appendAudit(database, entry);
    database.execute('PRAGMA wal_checkpoint(TRUNCATE)');
    return finding;
  } finally {
    database.close();
  }
}
