import type { Command } from 'commander';
import { WrongCall } from '../failure.ts';
import { type CommandResult, failureOf, show, showError } from '../output.ts';
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
      showError(failureOf(error), options.json === true, error instanceof WrongCall ? 2 : 1);
    }
  });
}
