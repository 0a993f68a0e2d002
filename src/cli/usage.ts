import { CommanderError } from 'commander';
import { WrongCall } from './failure.ts';
import { say } from './messages.ts';

const SENTENCES: Readonly<Record<string, string>> = {
  'commander.unknownCommand': 'cli:usage.unknownCommand',
  'commander.unknownOption': 'cli:usage.unknownOption',
  'commander.missingArgument': 'cli:usage.missingArgument',
  'commander.optionMissingArgument': 'cli:usage.optionMissingArgument',
  'commander.missingMandatoryOptionValue': 'cli:usage.missingOption',
  'commander.excessArguments': 'cli:usage.excessArguments',
  'commander.help': 'cli:usage.noCommand',
};

/** The parser's own refusal in the person's language; null where it is none. The parser quotes the word it means. */
export function wrongCall(caught: unknown): WrongCall | null {
  if (caught instanceof WrongCall) return caught;
  if (!(caught instanceof CommanderError)) return null;
  const key = SENTENCES[caught.code];
  if (key === undefined) return new WrongCall('cli.usage', caught.message);
  const [, word = ''] = /'([^']*)'/.exec(caught.message) ?? [];
  const [, meant] = /Did you mean (?:one of )?(.+)\?\)/.exec(caught.message) ?? [];
  const sentence = say(key, { word });
  return new WrongCall(
    'cli.usage',
    meant === undefined ? sentence : `${sentence} ${say('cli:usage.didYouMean', { meant })}`,
  );
}
