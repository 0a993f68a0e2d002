import { CallError } from './call.ts';

/** What went wrong, as a view shows it: the sentence for the person, and the code where a view acts on one. */
export interface Problem {
  readonly code: string;
  readonly message: string;
}

/** An error without a code never came out of the engine's door: the engine did not answer. */
export function problemOf(caught: unknown): Problem {
  return {
    code: caught instanceof CallError ? caught.code : 'engine.gone',
    message: caught instanceof Error ? caught.message : String(caught),
  };
}
