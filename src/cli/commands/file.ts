import type { Command } from 'commander';
import { CRIME_AREAS, type CrimeArea } from '../../core/model/case-terms.ts';
import { say } from '../messages.ts';
import { table } from '../output.ts';
import { withVault } from '../session.ts';
import { action, someOf, wholeNumber } from './command.ts';

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
    .argument('<reference>')
    .requiredOption('--title <title>', say('cli:help.title'))
    .requiredOption('--purpose <purpose>', say('cli:help.purpose'))
    .option('--crime-area <area...>', CRIME_AREAS.join(', '), someOf(CRIME_AREAS))
    .option('--legal-basis <text>', say('cli:help.legalBasis'))
    .option('--originator <country>', say('cli:help.originator'))
    .option('--participant <country...>', say('cli:help.participant'))
    .option('--months <count>', say('cli:help.months'), wholeNumber);
  action<NewFile>(make, (options, reference = '') =>
    withVault(options, async ({ call }) => {
      const made = await call('analysisFile.create', { ...fromOptions(options), reference });
      return { json: { file: made }, text: [say('cli:file.created', { reference: made.reference })] };
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

function fromOptions(options: NewFile) {
  return {
    title: options.title,
    purpose: options.purpose,
    crimeAreas: options.crimeArea ?? ['organised_crime' as const],
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
