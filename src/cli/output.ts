import { CommandFailed } from './failure.ts';

/** Something the person should know although the command did what it was asked. */
export interface Warning {
  readonly code: string;
  readonly message: string;
}

/** What a command hands back: the object for --json, the lines for a person, and whether it found a problem. */
export interface CommandResult {
  readonly json: Readonly<Record<string, unknown>>;
  readonly text: readonly string[];
  readonly warnings?: readonly Warning[];
  /** What went wrong of it, for a person; in the JSON it stands where it belongs. */
  readonly failures?: readonly string[];
  readonly problem?: boolean;
}

/** Exactly one JSON object on standard output, or the lines for a person; exit code 0, or 1 for a problem found. */
export function show(result: CommandResult, asJson: boolean): void {
  const ok = result.problem !== true;
  const warnings = result.warnings ?? [];
  process.exitCode = ok ? 0 : 1;
  if (asJson) {
    writeObject({ ok, ...result.json, ...(warnings.length === 0 ? {} : { warnings }) });
    return;
  }
  process.stdout.write(result.text.map((line) => `${line}\n`).join(''));
  const told = [...(result.failures ?? []), ...warnings.map(({ message }) => message)];
  process.stderr.write(told.map((line) => `iforce: ${line}\n`).join(''));
}

/** Codes: 1 the command failed, 2 it was called wrongly. */
export function showError(error: CommandFailed, asJson: boolean, exitCode: 1 | 2): void {
  const { code, message, details } = error;
  if (asJson) writeObject({ ok: false, error: { code, message, ...details } });
  else process.stderr.write(`iforce: ${message}\n`);
  process.exitCode = exitCode;
}

/** Whatever was thrown, as something that can be shown: a defect too has a code and no stack. */
export function failureOf(caught: unknown): CommandFailed {
  if (caught instanceof CommandFailed) return caught;
  return new CommandFailed('cli.internal', caught instanceof Error ? caught.message : String(caught));
}

function writeObject(object: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${JSON.stringify(object)}\n`);
}

/** Columns of a table for a terminal, padded to the widest cell; wide tables are the reader's `less -S`. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = header.map((name, column) =>
    Math.min(48, Math.max(name.length, ...rows.map((row) => (row[column] ?? '').length))),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.slice(0, 48).padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(header), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)];
}
