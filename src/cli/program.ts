import { Command } from 'commander';
import { askCommands } from './commands/ask.ts';
import { oneOf, wholeNumber } from './commands/command.ts';
import { demoCommand } from './commands/demo.ts';
import { fileCommands } from './commands/file.ts';
import { importCommands } from './commands/import.ts';
import { journalCommands } from './commands/journal.ts';
import { keyCommands } from './commands/keys.ts';
import { packageCommands } from './commands/package.ts';
import { renderCommand } from './commands/render.ts';
import { searchCommand } from './commands/search.ts';
import { vaultCommands } from './commands/vault.ts';
import { LANGUAGES, type Language, say } from './messages.ts';
import { programVersion } from './places.ts';

/** The whole command line. A wrong call throws CommanderError (exit code 2), a failed command shows itself (1). */
export function createProgram(language: Language, write: (text: string) => void): Command {
  const program = new Command('iforce')
    .description(say('cli:help.program'))
    .version(programVersion())
    .option('--vault <path>', say('cli:help.vaultPath'))
    .option('--passphrase-file <file>', say('cli:help.passphraseFile'))
    .option('--passphrase-fd <number>', say('cli:help.passphraseFd'), wholeNumber)
    .option('--take-over-lock', say('cli:help.takeOverLock'))
    .option('--file <reference>', say('cli:help.fileReference'))
    .option('--json', say('cli:help.json'))
    .option('--language <language>', say('cli:help.language'), oneOf(LANGUAGES), language);
  vaultCommands(program);
  fileCommands(program);
  importCommands(program);
  askCommands(program);
  searchCommand(program);
  renderCommand(program);
  packageCommands(program);
  journalCommands(program);
  keyCommands(program);
  demoCommand(program);
  for (const command of every(program)) {
    command.exitOverride();
    if (command.commands.length === 0 || command === program) command.showHelpAfterError(false);
    command.configureOutput({ writeOut: write, writeErr: write, outputError: () => undefined });
  }
  return program;
}

function every(command: Command): Command[] {
  return [command, ...command.commands.flatMap((one) => every(one))];
}
