import { CommanderError } from 'commander';
import { LANGUAGES, startMessages, terminalLanguage } from './messages.ts';
import { showError } from './output.ts';
import { createProgram } from './program.ts';

/** Reads the language before the parser runs: the help itself is in that language. */
function wantedLanguage(words: readonly string[]) {
  const given = words[words.indexOf('--language') + 1] ?? '';
  const named = words.includes('--language') ? LANGUAGES.find((language) => language === given) : undefined;
  return named ?? terminalLanguage(process.env);
}

async function run(): Promise<void> {
  const words = process.argv.slice(2);
  const language = wantedLanguage(words);
  await startMessages(language);
  try {
    await createProgram(language).parseAsync(words, { from: 'user' });
  } catch (error) {
    const isHelp = error instanceof CommanderError && error.exitCode === 0;
    if (!isHelp) showError(error, words.includes('--json'), 2);
  }
}

await run();
