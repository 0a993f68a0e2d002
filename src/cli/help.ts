import type { Command, HelpConfiguration, Option } from 'commander';
import { say } from './messages.ts';

/** Headings of the parser's help pages, by the words the parser knows them under. */
const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'cli:heading.usage',
  'Arguments:': 'cli:heading.arguments',
  'Options:': 'cli:heading.options',
  'Global Options:': 'cli:heading.globalOptions',
  'Commands:': 'cli:heading.commands',
};

/** Help pages wholly in the person's language; those of a command tell the options of every command too. */
export const localHelp: HelpConfiguration = {
  showGlobalOptions: true,
  styleTitle: (title) => (TITLES[title] === undefined ? title : say(TITLES[title])),
  optionDescription: ({ description, defaultValue }: Option) =>
    defaultValue === undefined
      ? description
      : `${description} (${say('cli:heading.default', { value: String(defaultValue) })})`,
};

/** The words the parser adds itself. Said before the first command, because each takes them over from here. */
export function localiseHelp(program: Command): Command {
  return program
    .configureHelp(localHelp)
    .helpOption('-h, --help', say('cli:help.help'))
    .helpCommand('help [command]', say('cli:help.helpCommand'));
}

/** What an option is for and which words it takes. */
export function withChoices(sentence: string, allowed: readonly string[]): string {
  return `${sentence}: ${allowed.join(', ')}`;
}
