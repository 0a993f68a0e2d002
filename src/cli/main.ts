import { CommanderError } from 'commander';
import { WrongCall } from './failure.ts';
import { LANGUAGES, say, startMessages, terminalLanguage } from './messages.ts';
import { show, showError } from './output.ts';
import { createProgram } from './program.ts';

/** Reads the language before the parser runs: the help itself is in that language. */
function wantedLanguage(words: readonly string[]) {
  const given = words[words.indexOf('--language') + 1] ?? '';
  const named = words.includes('--language') ? LANGUAGES.find((language) => language === given) : undefined;
  return named ?? terminalLanguage(process.env);
}

async function run(): Promise<void> {
  const words = process.argv.slice(2);
  const asJson = words.includes('--json');
  const language = wantedLanguage(words);
  await startMessages(language);
  let said = '';
  const program = createProgram(language, (text) => {
    said += text;
  });
  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError) || said === '') showError(error, asJson, 2);
    else if (error.exitCode === 0) showHelp(error.code === 'commander.version', said, asJson);
    else if (asJson) showError(new WrongCall('cli.usage', say('cli:error.no-command')), true, 2);
    else {
      process.stderr.write(said);
      process.exitCode = 2;
    }
  }
}

/** With --json also help and version are one object. */
function showHelp(isVersion: boolean, text: string, asJson: boolean): void {
  if (!asJson) process.stdout.write(text);
  else show({ json: isVersion ? { version: text.trim() } : { help: text.trimEnd() }, text: [] }, true);
}

await run();
