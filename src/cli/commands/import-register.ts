import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import { notedFileFields } from '../../core/evidence/noted-file.ts';
import { say } from '../messages.ts';
import { type CommandResult, failureOf } from '../output.ts';
import { type Session, withVault } from '../session.ts';
import { action } from './command.ts';
import { refusedOf } from './import-files.ts';

interface Options {
  hashOnly?: boolean;
}

interface Registered {
  readonly file: string;
  readonly path: string;
  readonly sourceId: string;
  readonly reference: string;
  readonly sha256: string;
  readonly size: number;
}

/** Files that are not read: each becomes a source by hash and size, none is opened to see what it is. */
export function importRegister(command: Command): void {
  const register = command
    .command('register')
    .description(say('cli:help.importRegister'))
    .argument('<path...>', say('cli:help.registerPath'))
    .option('--hash-only', say('cli:help.hashOnly'));
  action<Options>(register, ({ hashOnly = false, ...options }, ...paths) =>
    withVault(options, (session) => registerAll(session, paths, hashOnly)),
  );
}

async function registerAll(
  session: Session,
  paths: readonly string[],
  hashOnly: boolean,
): Promise<CommandResult> {
  const asked = { paths: paths.map((path) => resolve(path)), hashOnly: true };
  const { files: found, refused, stopped } = await session.call('import.expand', asked);
  const files = [];
  for (const { path } of found) files.push(await outcomeOf(session, path, hashOnly));
  files.push(...refused.map(refusedOf));
  const failures = files.flatMap((one) =>
    'error' in one ? [say('cli:register.not', { file: one.file, reason: one.error.message })] : [],
  );
  return {
    json: { hashOnly, files },
    text: files.flatMap((one) => ('error' in one ? [] : [lineOf(one, hashOnly)])),
    failures,
    warnings: stopped.map(({ key, params }) => ({ code: key, message: say(key, params) })),
    problem: failures.length > 0 || stopped.length > 0,
  };
}

function lineOf({ file, reference, sha256 }: Registered, hashOnly: boolean): string {
  return say(hashOnly ? 'cli:register.forbidden' : 'cli:register.noted', { file, reference, sha256 });
}

async function outcomeOf(session: Session, path: string, hashOnly: boolean) {
  const file = basename(path);
  try {
    return await registered(session, path, hashOnly);
  } catch (error) {
    const { code, message } = failureOf(error);
    return { file, path, part: null, error: { code, message } };
  }
}

async function registered(session: Session, path: string, hashOnly: boolean): Promise<Registered> {
  const analysisFile = await session.analysisFile();
  const file = basename(path);
  const { jobId } = await session.call('source.createFrom', {
    fileId: analysisFile.id,
    path,
    kind: 'document',
    fields: notedFileFields(file, analysisFile),
    copy: false,
    hashOnly,
  });
  const made = (await session.job(jobId)) as Omit<Registered, 'file' | 'path'>;
  return { file, path, ...made };
}
