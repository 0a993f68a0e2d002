import type { Command } from 'commander';
import { type CheckResult, IDENTIFIER_KINDS, normaliseIdentifier } from '../../core/identifiers/index.ts';
import { withChoices } from '../help.ts';
import { say } from '../messages.ts';
import { country, filled, oneOf } from '../values.ts';
import { action } from './command.ts';

const CHECK_WORDS: Readonly<Record<CheckResult, string>> = {
  valid: 'cli:identifier.valid',
  'check-failed': 'cli:identifier.checkFailed',
  'format-unknown': 'cli:identifier.formatUnknown',
  'not-checkable': 'cli:identifier.notCheckable',
};

/** What the program makes of a number, without any vault. A failing check is an answer, not a failure. */
export function identifierCommands(program: Command): void {
  const group = program.command('identifier').description(say('cli:help.identifier'));
  const command = group
    .command('explain')
    .description(say('cli:help.identifierExplain'))
    .argument(
      '<kind>',
      withChoices(say('cli:help.identifierKind'), IDENTIFIER_KINDS),
      oneOf(IDENTIFIER_KINDS),
    )
    .argument('<value>', say('cli:help.identifierValue'), filled)
    .option('--country <country>', say('cli:help.identifierCountry'), countryOrRegion, '');
  action<{ country: string }>(command, async (options, kind = '', raw = '') => {
    const { value, check, explain } = normaliseIdentifier(kind, raw, options);
    const sentences = explain.map((one) => say(one.key, one.params));
    return {
      json: { kind, raw, country: options.country, value, check, explain: sentences },
      text: [
        say('cli:identifier.kind', { kind: say(`types:identifier.${kind}`) }),
        say('cli:identifier.value', { value: value.replaceAll('\n', ' / ') }),
        say(CHECK_WORDS[check]),
        ...sentences.map((sentence) => `- ${sentence}`),
      ],
    };
  });
}

/** The one part of a country with plates of its own. */
function countryOrRegion(text: string): string {
  return text.toUpperCase() === 'MD-SN' ? 'MD-SN' : country(text);
}
