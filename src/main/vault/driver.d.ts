/** The encrypted driver: the interface of better-sqlite3, and keys. Its package does not export its own types. */
declare module 'better-sqlite3-multiple-ciphers' {
  import type Plain from 'better-sqlite3';

  namespace Driver {
    interface Database extends Plain.Database {
      key(bytes: Buffer): number;
      rekey(bytes: Buffer): number;
    }
    type Statement = Plain.Statement;
  }
  const Driver: new (path: string, options?: Plain.Options) => Driver.Database;
  export default Driver;
  export type { Statement } from 'better-sqlite3';
}
