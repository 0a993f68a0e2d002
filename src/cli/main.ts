import { CommanderError } from 'commander';
import { givenLanguage, startMessages, terminalLanguage } from './messages.ts';
import { failureOf, show, showError } from './output.ts';
import { createProgram } from './program.ts';
import { wrongCall } from './usage.ts';

/** The words that can be options: what follows `--` is meant literally. */
function optionWords(words: readonly string[]): readonly string[] {
  return words.includes('--') ? words.slice(0, words.indexOf('--')) : words;
}

async function run(): Promise<void> {
  const words = process.argv.slice(2);
  const asJson = optionWords(words).includes('--json');
  // The help itself is in that language, so it is read before the parser runs.
  const language = givenLanguage(optionWords(words)) ?? terminalLanguage(process.env);
  await startMessages(language);
  let said = '';
  const program = createProgram(language, (text) => {
    said += text;
  });
  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (caught) {
    if (caught instanceof CommanderError && caught.exitCode === 0)
      showHelp(caught.code === 'commander.version', said, asJson);
    else refuse(caught, said, asJson);
  }
}

/** With --json also help and version are one object. */
function showHelp(isVersion: boolean, text: string, asJson: boolean): void {
  if (!asJson) process.stdout.write(text);
  else show({ json: isVersion ? { version: text.trim() } : { help: text.trimEnd() }, text: [] }, true);
}

/** Half a command shows a person the help of that half. */
function refuse(caught: unknown, said: string, asJson: boolean): void {
  if (said !== '' && !asJson) process.stderr.write(said);
  const wrong = wrongCall(caught);
  showError(wrong ?? failureOf(caught), asJson, wrong === null ? 1 : 2);
}

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
await run();
