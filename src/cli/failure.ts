/** Ends a command with exit code 1: what happened, as code and sentence. */
export class CommandFailed extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'CommandFailed';
    this.code = code;
  }
}

/** Ends a command with exit code 2: the person can mend it by calling it differently. */
export class WrongCall extends CommandFailed {}
