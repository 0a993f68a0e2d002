import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { AnalysisFile } from '../../contract/casefile.ts';
import type { Input } from '../../contract/index.ts';
import { CommandFailed, WrongCall } from '../failure.ts';
import { say } from '../messages.ts';
import type { CommandResult, Warning } from '../output.ts';
import { fromFile, wholeFile } from '../secret.ts';
import { type GlobalOptions, type Session, withEngine, withVault } from '../session.ts';
import { filled } from '../values.ts';
import { action } from './command.ts';

interface SealOptions {
  to?: string[];
  recipient?: string[];
  purpose?: string;
  packagePassphraseFile?: string;
  out: string;
  overwrite?: boolean;
}
interface OpenOptions {
  identity?: string;
  packagePassphraseFile?: string;
}

export function packageCommands(program: Command): void {
  const group = program.command('package').description(say('cli:help.package'));
  const seal = group
    .command('seal')
    .description(say('cli:help.seal'))
    .option('--to <key...>', say('cli:help.to'))
    .option('--recipient <country...>', say('cli:help.recipient'))
    .option('--purpose <text>', say('cli:help.purpose'), filled)
    .option('--package-passphrase-file <file>', say('cli:help.packagePassphrase'), filled)
    .requiredOption('--out <file>', say('cli:help.out'), filled)
    .option('--overwrite', say('cli:help.overwrite'));
  action<SealOptions>(seal, (options) => withVault(options, (session) => sealPackage(session, options)));
  const opening = (name: string, help: string) =>
    group
      .command(name)
      .description(help)
      .argument('<file>', say('cli:help.packageFile'), filled)
      .option('--identity <file>', say('cli:help.identity'), filled)
      .option('--package-passphrase-file <file>', say('cli:help.packagePassphrase'), filled);
  action<OpenOptions>(opening('verify', say('cli:help.verify')), (options, path = '') =>
    withOpener(options, ({ call }) => verify(call, resolve(path), options)),
  );
  action<OpenOptions & { out: string }>(
    opening('open', say('cli:help.open')).requiredOption('--out <folder>', say('cli:help.outFolder'), filled),
    (options, path = '') =>
      withOpener(options, async ({ call }) => {
        const input = { path: resolve(path), opener: opener(options), folder: resolve(options.out) };
        const { verification, index } = await call('package.open', input);
        return {
          json: { verification, index },
          text: [...verdict(verification), say('cli:package.opened', { index })],
          problem: !verification.ok,
        };
      }),
  );
}

/** With an identity or the package's passphrase nothing of a vault is needed to open it. */
function withOpener<T>(
  options: GlobalOptions & OpenOptions,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const isGiven = options.identity !== undefined || options.packagePassphraseFile !== undefined;
  if (isGiven) return withEngine(options, work);
  if (options.vault === undefined) throw new WrongCall('cli.opener-needed', say('cli:error.opener-needed'));
  return withVault(options, work);
}

/** Chooses the whole file, seals the very set that was previewed, and reports where it lies. What lies there stays. */
export async function sealPackage(session: Session, options: SealOptions): Promise<CommandResult> {
  const path = resolve(options.out);
  if (options.overwrite !== true && existsSync(path))
    throw new CommandFailed('cli.out-exists', say('cli:error.out-exists', { path }));
  if (options.to === undefined && options.packagePassphraseFile === undefined)
    throw new WrongCall('cli.no-key', say('cli:error.no-key'));
  const file = await session.analysisFile();
  const recipients = options.recipient ?? file.participants;
  if (recipients.length === 0) throw new WrongCall('cli.no-recipient', say('cli:error.no-recipient'));
  const selection = {
    fileId: file.id,
    entityIds: null,
    chartId: null,
    period: null,
    recipients,
    purpose: options.purpose ?? file.purpose,
    released: [],
  };
  const preview = await session.call('package.preview', selection);
  const secret = options.packagePassphraseFile;
  const { jobId } = await session.call('package.seal', {
    selection,
    recipientKeys: options.to ?? [],
    path,
    dataHash: preview.dataHash,
    language: session.options.language,
    ...(secret === undefined ? {} : { passphrase: fromFile(secret) }),
  });
  const sealed = (await session.job(jobId)) as { path: string; bytes: number; sha256: string };
  return {
    json: {
      ...sealed,
      counts: preview.counts,
      withheld: preview.withheld,
      pseudonymised: preview.pseudonymised.length,
    },
    warnings: await doubts(session, file),
    text: [
      say('cli:package.sealed', { path: sealed.path, bytes: sealed.bytes, sha256: sealed.sha256 }),
      say('cli:package.counts', { ...preview.counts, pseudonymised: preview.pseudonymised.length }),
    ],
  };
}

/** What whoever gets the package will ask about, and the sender can still mend. */
async function doubts(session: Session, file: AnalysisFile): Promise<Warning[]> {
  const { uncategorised } = await session.call('analysisFile.counts', { fileId: file.id });
  const isUnsigned = file.originator.trim() === '';
  return [
    ...(isUnsigned ? [{ code: 'cli.no-originator', message: say('cli:warning.sealed-no-originator') }] : []),
    ...(uncategorised > 0
      ? [{ code: 'cli.no-status', message: say('cli:warning.sealed-no-status', { count: uncategorised }) }]
      : []),
  ];
}

type Verification = Awaited<ReturnType<typeof checked>>;
const checked = (call: Session['call'], path: string, options: OpenOptions) =>
  call('package.verify', { path, opener: opener(options) });

async function verify(call: Session['call'], path: string, options: OpenOptions): Promise<CommandResult> {
  const verification = await checked(call, path, options);
  const { ok, ...found } = verification;
  return { json: found, text: verdict(verification), problem: !ok };
}

function verdict(found: Verification): string[] {
  return [
    say(found.ok ? 'cli:package.good' : 'cli:package.bad', {
      files: found.filesChecked,
      signer: found.signer,
    }),
    ...found.problems.map((problem) => say(problem.key, problem.params)),
  ];
}

/** The vault's own key, an age identity file, or the package's passphrase from a file. */
function opener(options: OpenOptions): Input<'package.verify'>['opener'] {
  if (options.identity !== undefined) return { kind: 'identity', secret: wholeFile(options.identity) };
  if (options.packagePassphraseFile !== undefined)
    return { kind: 'passphrase', secret: fromFile(options.packagePassphraseFile) };
  return { kind: 'own' };
}
