/** The encrypted driver has the interface of better-sqlite3; its package does not export its own types. */
declare module 'better-sqlite3-multiple-ciphers' {
  import Database from 'better-sqlite3';
  export default Database;
  export type { Statement } from 'better-sqlite3';
}
