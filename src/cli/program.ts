import { Command } from 'commander';
import { askCommands } from './commands/ask.ts';
import { demoCommand } from './commands/demo.ts';
import { fileCommands } from './commands/file.ts';
import { identifierCommands } from './commands/identifier.ts';
import { importCommands } from './commands/import.ts';
import { journalCommands } from './commands/journal.ts';
import { keyCommands } from './commands/keys.ts';
import { namesCommands } from './commands/names.ts';
import { packageCommands } from './commands/package.ts';
import { renderCommand } from './commands/render.ts';
import { searchCommand } from './commands/search.ts';
import { vaultCommands } from './commands/vault.ts';
import { localiseHelp, withChoices } from './help.ts';
import { LANGUAGES, type Language, say } from './messages.ts';
import { programVersion } from './places.ts';
import { descriptor, filled, oneOf } from './values.ts';

/** The whole command line. A wrong call throws CommanderError (exit code 2), a failed command shows itself (1). */
export function createProgram(language: Language, write: (text: string) => void): Command {
  const program = localiseHelp(new Command('iforce'))
    .description(say('cli:help.program'))
    .version(programVersion(), '-V, --version', say('cli:help.version'))
    .option('--vault <path>', say('cli:help.vaultPath'), filled)
    .option('--passphrase-file <file>', say('cli:help.passphraseFile'), filled)
    .option('--passphrase-fd <number>', say('cli:help.passphraseFd'), descriptor)
    .option('--take-over-lock', say('cli:help.takeOverLock'))
    .option('--file <reference>', say('cli:help.fileReference'), filled)
    .option('--json', say('cli:help.json'))
    .option(
      '--language <language>',
      withChoices(say('cli:help.language'), LANGUAGES),
      oneOf(LANGUAGES),
      language,
    );
  vaultCommands(program);
  fileCommands(program);
  importCommands(program);
  askCommands(program);
  searchCommand(program);
  identifierCommands(program);
  namesCommands(program);
  renderCommand(program);
  packageCommands(program);
  journalCommands(program);
  keyCommands(program);
  demoCommand(program);
  for (const command of everyCommand(program)) {
    command.exitOverride();
    if (command.commands.length === 0 || command === program) command.showHelpAfterError(false);
    command.configureOutput({ writeOut: write, writeErr: write, outputError: () => undefined });
  }
  return program;
}

export function everyCommand(command: Command): Command[] {
  return [command, ...command.commands.flatMap(everyCommand)];
}
