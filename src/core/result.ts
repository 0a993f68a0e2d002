/**
 * Errors are values. A code names the sentence in the message catalogues (`errors` namespace, key = code);
 * `params` fill its blanks. Nothing secret (key, passphrase, recovery words) may ever be put in either.
 */
export interface AppError {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: AppError };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(
  code: string,
  params?: AppError['params'],
): { readonly ok: false; readonly error: AppError } {
  return { ok: false, error: params === undefined ? { code } : { code, params } };
}

/** The one exception of the program: carries an AppError out of deep code to the door that turns it into a reply. */
export class Failure extends Error {
  readonly error: AppError;
  constructor(code: string, params?: AppError['params']) {
    super(code);
    this.name = 'Failure';
    this.error = params === undefined ? { code } : { code, params };
  }
}

export function assertNever(value: never): never {
  throw new Error(`unexpected value ${String(value)}`);
}

/** Returns the value or throws with what was expected; for invariants, never for user input. */
export function required<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`missing: ${what}`);
  return value;
}
