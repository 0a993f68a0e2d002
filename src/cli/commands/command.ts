import type { Command } from 'commander';
import { type CommandResult, show, showError } from '../output.ts';
import type { GlobalOptions } from '../session.ts';

/** Joins a command's work to its output and exit code; the options are the command's own and the global ones. */
export function action<O extends object = object>(
  command: Command,
  work: (options: GlobalOptions & O, ...given: string[]) => Promise<CommandResult>,
): Command {
  return command.action(async (...passed: unknown[]) => {
    const options = command.optsWithGlobals<GlobalOptions & O>();
    const given = passed
      .slice(0, -2)
      .flat()
      .filter((value): value is string => typeof value === 'string');
    try {
      show(await work(options, ...given), options.json === true);
    } catch (error) {
      showError(error, options.json === true, 1);
    }
  });
}

export function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new TypeError(`not a whole number: ${text}`);
  return value;
}
