import type { Command } from 'commander';
import { crimeArea } from '../../contract/terms.ts';
import type { CrimeArea } from '../../core/model/case-terms.ts';
import { withChoices } from '../help.ts';
import { say } from '../messages.ts';
import { table, type Warning } from '../output.ts';
import { withVault } from '../session.ts';
import { filled, someOf, wholeNumber } from '../values.ts';
import { action } from './command.ts';

interface NewFile {
  reference: string;
  title: string;
  purpose: string;
  crimeArea?: CrimeArea[];
  legalBasis?: string;
  originator?: string;
  participant?: string[];
  months?: number;
}

export function fileCommands(program: Command): void {
  const file = program.command('file').description(say('cli:help.file'));
  const make = file
    .command('new')
    .description(say('cli:help.fileNew'))
    .argument('<reference>', say('cli:help.reference'), filled)
    .requiredOption('--title <title>', say('cli:help.title'), filled)
    .requiredOption('--purpose <purpose>', say('cli:help.filePurpose'), filled)
    .option(
      '--crime-area <area...>',
      withChoices(say('cli:help.crimeArea'), crimeArea.options),
      someOf(crimeArea.options),
    )
    .option('--legal-basis <text>', say('cli:help.legalBasis'))
    .option('--originator <country>', say('cli:help.originator'))
    .option('--participant <country...>', say('cli:help.participant'))
    .option('--months <count>', say('cli:help.months'), wholeNumber(1));
  action<NewFile>(make, (options, reference = '') =>
    withVault(options, async ({ call }) => {
      const made = await call('analysisFile.create', { ...fromOptions(options), reference });
      return {
        json: { file: made },
        text: [say('cli:file.created', { reference: made.reference })],
        warnings: emptyFields(options),
      };
    }),
  );
  action(file.command('list').description(say('cli:help.fileList')), (options) =>
    withVault(options, async ({ call }) => {
      const { files } = await call('analysisFile.list', {});
      const rows = files.map((one) => [one.reference, one.title, one.status]);
      return {
        json: { files },
        text: table([say('cli:file.reference'), say('cli:file.title'), say('cli:file.status')], rows),
      };
    }),
  );
  action(file.command('show').description(say('cli:help.fileShow')), (options) =>
    withVault(options, async ({ call, analysisFile }) => {
      const found = await analysisFile();
      const counts = await call('analysisFile.counts', { fileId: found.id });
      return {
        json: { file: found, counts },
        text: [
          `${found.reference}: ${found.title}`,
          found.purpose,
          ...Object.entries({ ...counts.entities, ...counts.events }).map(
            ([type, count]) => `${type}: ${count}`,
          ),
          say('cli:file.counts', { links: counts.links, sources: counts.sources }),
        ],
      };
    }),
  );
}

/** The fields of the opening order the screen insists on; a script may leave them out but hears of it. */
function emptyFields(options: NewFile): Warning[] {
  const fields = [
    [options.legalBasis, 'cli.no-legal-basis', 'cli:warning.no-legal-basis'],
    [options.originator, 'cli.no-originator', 'cli:warning.no-originator'],
    [options.crimeArea?.join(''), 'cli.no-crime-area', 'cli:warning.no-crime-area'],
  ] as const;
  return fields
    .filter(([value = '']) => value.trim() === '')
    .map(([, code, key]) => ({ code, message: say(key) }));
}

function fromOptions(options: NewFile) {
  return {
    title: options.title,
    purpose: options.purpose,
    crimeAreas: options.crimeArea ?? [],
    legalBasis: options.legalBasis ?? '',
    originator: options.originator ?? '',
    participants: options.participant ?? [],
    subjectCategories: [],
    storageMonths: options.months ?? null,
    reviewDate: null,
    conditions: '',
    marking: { level: 'restricted' as const, handling: ['H1' as const] },
  };
}
