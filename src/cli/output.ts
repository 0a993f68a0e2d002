import { CommandFailed } from './failure.ts';

/** What a command hands back: the object for --json, the lines for a person, and whether it found a problem. */
export interface CommandResult {
  readonly json: Readonly<Record<string, unknown>>;
  readonly text: readonly string[];
  readonly problem?: boolean;
}

/** Exactly one JSON object on standard output, or the lines for a person; exit code 0, or 1 for a problem found. */
export function show(result: CommandResult, asJson: boolean): void {
  const ok = result.problem !== true;
  process.stdout.write(
    asJson ? `${JSON.stringify({ ok, ...result.json })}\n` : result.text.map((line) => `${line}\n`).join(''),
  );
  process.exitCode = ok ? 0 : 1;
}

/** Codes: 1 the command failed, 2 it was called wrongly. */
export function showError(error: unknown, asJson: boolean, exitCode: 1 | 2): void {
  const code = error instanceof CommandFailed ? error.code : exitCode === 2 ? 'cli.usage' : 'cli.internal';
  const message = error instanceof Error ? error.message.replace(/^error: /, '') : String(error);
  if (asJson) process.stdout.write(`${JSON.stringify({ ok: false, error: { code, message } })}\n`);
  else process.stderr.write(`iforce: ${message}\n`);
  process.exitCode = exitCode;
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
