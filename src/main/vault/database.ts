import { toNamespacedPath } from 'node:path';
import Driver from 'better-sqlite3-multiple-ciphers';
import { foldName, sortKey } from '../../core/names/index.ts';
import { soundKeys } from '../../core/names/sound-keys.ts';
import { withRawKey } from './raw-key.ts';

/** What SQLite can bind and give back. */
export type SqlValue = string | number | bigint | null | Uint8Array;
export type SqlRow = Record<string, SqlValue>;

/** A reader cannot write, by type. Statements are prepared once per text and kept. */
export interface ReadableDatabase {
  all<R = SqlRow>(sql: string, ...values: SqlValue[]): R[];
  one<R = SqlRow>(sql: string, ...values: SqlValue[]): R | undefined;
  iterate<R = SqlRow>(sql: string, ...values: SqlValue[]): IterableIterator<R>;
}

export interface WritableDatabase extends ReadableDatabase {
  run(sql: string, ...values: SqlValue[]): { changes: number; lastSeq: number };
  /** Prepared statement for loaders that run it a million times. */
  prepare(sql: string): Driver.Statement;
  execute(sql: string): void;
  /** BEGIN IMMEDIATE … COMMIT; rolls back and rethrows on a throw. Nested calls join the outer one. */
  transaction<T>(work: () => T): T;
  readonly inTransaction: boolean;
  close(): void;
}

/** The log of changes shrinks to this after it was written back: a large import must not keep its size on the disk. */
const LOG_BYTES = 4 * 1024 * 1024;

/**
 * The file in SQLCipher 4 format with a raw 256-bit key. The pragma order is fixed: cipher, legacy, key, and only then
 * any other statement; another order gives a file that cannot be opened again. Windows takes more than 260 characters
 * of a path only in its long form.
 */
function openDriver(path: string, key: Uint8Array): Driver.Database {
  const driver = new Driver(toNamespacedPath(path));
  try {
    driver.pragma("cipher='sqlcipher'");
    driver.pragma('legacy=4');
    withRawKey(key, (raw) => driver.key(raw));
    driver.prepare('SELECT count(*) FROM sqlite_master').get();
    driver.pragma('temp_store=MEMORY');
    return driver;
  } catch (error) {
    driver.close();
    throw error;
  }
}

/**
 * WAL with synchronous=FULL so that a committed change survives a power cut; nothing temporary on disk.
 * Throws the driver's SQLITE_NOTADB where the key does not fit; the caller gives that a name.
 */
export function openDatabase(path: string, key: Uint8Array): WritableDatabase {
  const driver = openDriver(path, key);
  try {
    driver.pragma('journal_mode=WAL');
    driver.pragma('synchronous=FULL');
    driver.pragma(`journal_size_limit=${LOG_BYTES}`);
    driver.pragma('foreign_keys=ON');
    driver.pragma('secure_delete=ON');
    driver.pragma('cache_size=-65536');
    driver.function('sort_key', { deterministic: true }, (text) => sortKey(String(text)));
    driver.function('latin_copy', { deterministic: true }, (text) => foldName(String(text)));
    driver.function('sound_keys', { deterministic: true }, (text) => soundKeys(String(text)).join(' '));
    return wrap(driver);
  } catch (error) {
    driver.close();
    throw error;
  }
}

/**
 * Encrypts a copy that nobody has open anew, under another key and salt. It cannot be done in WAL mode; and the copy
 * is worth nothing before it is whole, so that the disk need not be waited for in between.
 */
export function rekeyDatabase(path: string, key: Uint8Array, newKey: Uint8Array): void {
  const driver = openDriver(path, key);
  try {
    driver.pragma('journal_mode=DELETE');
    driver.pragma('synchronous=OFF');
    driver.pragma('cache_size=-16384');
    withRawKey(newKey, (raw) => driver.rekey(raw));
  } finally {
    driver.close();
  }
}

function wrap(driver: Driver.Database): WritableDatabase {
  const prepared = new Map<string, Driver.Statement>();
  function statement(sql: string): Driver.Statement {
    let found = prepared.get(sql);
    if (found === undefined) {
      found = driver.prepare(sql);
      prepared.set(sql, found);
    }
    return found;
  }
  return {
    all: <R>(sql: string, ...values: SqlValue[]) => statement(sql).all(...values) as R[],
    one: <R>(sql: string, ...values: SqlValue[]) => statement(sql).get(...values) as R | undefined,
    iterate: <R>(sql: string, ...values: SqlValue[]) =>
      driver.prepare(sql).iterate(...values) as IterableIterator<R>,
    run(sql, ...values) {
      const result = statement(sql).run(...values);
      return { changes: result.changes, lastSeq: Number(result.lastInsertRowid) };
    },
    prepare: (sql) => driver.prepare(sql),
    execute(sql) {
      driver.exec(sql);
    },
    transaction<T>(work: () => T): T {
      if (driver.inTransaction) return work();
      return driver.transaction(work).immediate();
    },
    get inTransaction() {
      return driver.inTransaction;
    },
    close() {
      prepared.clear();
      driver.close();
    },
  };
}
