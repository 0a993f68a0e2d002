/** Ends a command with exit code 1: what happened, as code and sentence, and what a script can use of it. */
export class CommandFailed extends Error {
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
  constructor(code: string, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = 'CommandFailed';
    this.code = code;
    this.details = details;
  }
}

/** Ends a command with exit code 2: the person can mend it by calling it differently. */
export class WrongCall extends CommandFailed {}
