import type { Command } from 'commander';
import { isTimeZone } from '../../core/time/index.ts';
import { WrongCall } from '../failure.ts';
import { say } from '../messages.ts';
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
      showError(error, options.json === true, error instanceof WrongCall ? 2 : 1);
    }
  });
}

export function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0)
    throw new WrongCall('cli.usage', say('cli:error.whole-number', { value: text }));
  return value;
}

/** A parser of one value out of a list; the refusal names what is allowed. */
export function oneOf<T extends string>(allowed: readonly T[]): (text: string) => T {
  return (text) => {
    const found = allowed.find((one) => one === text);
    if (found !== undefined) return found;
    throw new WrongCall('cli.usage', say('cli:error.choice', { value: text, allowed: allowed.join(', ') }));
  };
}

/** The same for an option that may be given several times. */
export function someOf<T extends string>(allowed: readonly T[]): (text: string, before?: T[]) => T[] {
  const read = oneOf(allowed);
  return (text, before = []) => [...before, read(text)];
}

export function timeZone(text: string): string {
  if (isTimeZone(text)) return text;
  throw new WrongCall('cli.usage', say('cli:error.time-zone', { zone: text }));
}

export function country(text: string): string {
  if (/^[A-Z]{2}$/.test(text)) return text;
  throw new WrongCall('cli.usage', say('cli:error.country', { country: text }));
}
