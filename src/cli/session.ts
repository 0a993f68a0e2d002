import type { AnalysisFile } from '../contract/casefile.ts';
import type { Input, MethodName, Output } from '../contract/index.ts';
import type { Job } from '../contract/jobs.ts';
import type { Reply } from '../contract/method.ts';
import { CommandFailed, WrongCall } from './failure.ts';
import { errorSentence, type Language, say } from './messages.ts';
import { programVersion, resourcesFolder, settingsFolder } from './places.ts';
import { passphrase, type SecretOptions } from './secret.ts';

export interface GlobalOptions extends SecretOptions {
  vault?: string;
  file?: string;
  json?: boolean;
  language: Language;
  /** The person says that nobody works with the vault whose lock was left. */
  takeOverLock?: boolean;
}

export type Call = <M extends MethodName>(method: M, input: Input<M>) => Promise<Output<M>>;

/** One engine in this process, with the vault of --vault unlocked when `open` is asked. */
export interface Session {
  readonly options: GlobalOptions;
  readonly call: Call;
  /** The door as the window's host uses it. */
  request(request: Request): Promise<Response>;
  /** Waits for a job, shows its progress on standard error and gives its result. */
  job(jobId: string): Promise<unknown>;
  /** The analysis file of --file: by reference or id; the only one where the vault has one. */
  analysisFile(): Promise<AnalysisFile>;
  close(): void;
}

/** The engine is loaded here and not before: help and a wrong call are answered without waiting for it. */
export async function startSession(
  options: GlobalOptions,
  settings = settingsFolder(process.env),
): Promise<Session> {
  const { createEngine } = await import('../main/engine/index.ts');
  const engine = createEngine({
    resourcesFolder,
    settingsFolder: settings,
    programVersion: programVersion(),
    host: 'none',
  });
  const call: Call = async (method, input) => {
    const reply = (await engine.handle(method, input)) as Reply<Output<typeof method>>;
    if (reply.ok) return reply.value;
    const isWrong = reply.error.code === 'engine.bad-input';
    throw new (isWrong ? WrongCall : CommandFailed)(reply.error.code, errorSentence(reply.error));
  };
  return {
    options,
    call,
    request: (request) => engine.request(request),
    job: (jobId) => followJob(call, jobId),
    analysisFile: () => chosenFile(call, options.file),
    close: () => engine.close(),
  };
}

export function vaultPath(options: GlobalOptions): string {
  if (options.vault !== undefined) return options.vault;
  throw new WrongCall('cli.vault-needed', say('cli:error.vault-needed'));
}

/** Runs the work with an unlocked vault and closes everything, also after a failure. */
export async function withVault<T>(
  options: GlobalOptions,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  return withOwnSecret(options, (session) => work(session));
}

/** The same for what asks again for the passphrase the vault was opened with. */
export async function withOwnSecret<T>(
  options: GlobalOptions,
  work: (session: Session, secret: { kind: 'passphrase'; text: string }) => Promise<T>,
): Promise<T> {
  const path = vaultPath(options);
  const text = await passphrase(options);
  return withEngine(options, async (session) => {
    await session.call('vault.unlock', {
      path,
      passphrase: text,
      takeOverLock: options.takeOverLock === true,
    });
    return work(session, { kind: 'passphrase', text });
  });
}

export async function withEngine<T>(
  options: GlobalOptions,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const session = await startSession(options);
  try {
    return await work(session);
  } finally {
    session.close();
  }
}

async function chosenFile(call: Call, wanted: string | undefined): Promise<AnalysisFile> {
  const { files } = await call('analysisFile.list', {});
  const found =
    wanted === undefined && files.length === 1
      ? files[0]
      : files.find((file) => file.reference === wanted || file.id === wanted);
  if (found !== undefined) return found;
  if (wanted === undefined) throw new WrongCall('cli.file-needed', say('cli:error.file-needed'));
  throw new CommandFailed('cli.file-unknown', say('cli:error.file-unknown', { file: wanted }));
}

async function followJob(call: Call, jobId: string): Promise<unknown> {
  const cancel = () => void call('jobs.cancel', { jobId });
  process.once('SIGINT', cancel);
  try {
    let job: Job = await call('jobs.watch', { jobId, since: -1 });
    while (job.state === 'running') {
      if (process.stderr.isTTY)
        process.stderr.write(`\r${job.done}${job.total === null ? '' : ` / ${job.total}`} `);
      job = await call('jobs.watch', { jobId, since: job.revision });
    }
    if (process.stderr.isTTY) process.stderr.write('\r');
    if (job.state === 'done') return job.result;
    if (job.error === null) throw new CommandFailed('cli.cancelled', say('cli:error.cancelled'));
    throw new CommandFailed(job.error.code, errorSentence(job.error));
  } finally {
    process.removeListener('SIGINT', cancel);
  }
}
