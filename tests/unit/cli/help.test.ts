import type { Command } from 'commander';
import { beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES, type Language, startMessages } from '../../../src/cli/messages.ts';
import { createProgram, everyCommand } from '../../../src/cli/program.ts';

type Page = Map<string, string>;
const pages = new Map<Language, Page>();
const texts = new Map<Language, string>();

const pathOf = (command: Command): string =>
  command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`;

/** What is said of every command, argument and option, by its place. */
function sentencesOf(program: Command): Page {
  const found: Page = new Map();
  for (const command of everyCommand(program)) {
    const place = pathOf(command);
    found.set(place, command.description());
    for (const one of command.registeredArguments) found.set(`${place} <${one.name()}>`, one.description);
    for (const option of command.options) found.set(`${place} ${option.long}`, option.description);
  }
  return found;
}

beforeAll(async () => {
  for (const language of LANGUAGES) {
    await startMessages(language);
    const program = createProgram(language, () => undefined);
    pages.set(language, sentencesOf(program));
    texts.set(
      language,
      everyCommand(program)
        .map((one) => one.helpInformation())
        .join('\n'),
    );
  }
});

const placesIn = (language: Language, isWrong: (sentence: string, place: string) => boolean): string[] =>
  [...(pages.get(language) ?? [])]
    .filter(([place, sentence]) => isWrong(sentence, place))
    .map(([place]) => place);

describe('every command, argument and option has a sentence', () => {
  test('there are many of them', () => {
    expect(pages.get('en')?.size).toBeGreaterThan(80);
  });

  test.each(LANGUAGES)('in %s', (language) => {
    const isKeyOrNothing = (sentence: string) =>
      !/\p{L}{2}/u.test(sentence) || /^(cli:|help\.)/.test(sentence);
    expect(placesIn(language, isKeyOrNothing)).toEqual([]);
  });

  test('in Ukrainian with Ukrainian letters, in Romanian not in English', () => {
    expect(placesIn('uk', (sentence) => !/[а-щьюяєіїґ]/i.test(sentence))).toEqual([]);
    const english = pages.get('en');
    expect(placesIn('ro', (sentence, place) => sentence === english?.get(place))).toEqual([]);
  });
});

test.each(['uk', 'ro'] as const)('the parser adds no English to the pages in %s', (language) => {
  const text = texts.get(language) ?? '';
  expect(text).not.toMatch(
    /Usage:|Options:|Arguments:|Commands:|display help|output the version|\(default|choices:/,
  );
});

test('the page of a command tells the options every command takes', async () => {
  await startMessages('en');
  const program = createProgram('en', () => undefined);
  const seal = everyCommand(program).find((one) => one.name() === 'seal');
  expect(seal?.helpInformation()).toContain('--passphrase-fd');
});
