import { readdirSync, statSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { FileEntry } from '../../contract/files.ts';
import type { MethodName } from '../../contract/index.ts';
import { Failure } from '../../core/result.ts';
import type { Handlers } from './handlers.ts';
import { saveUploads } from './save-uploads.ts';

type ComputerMethod = Extract<
  MethodName,
  `host.${string}` | `files.${string}` | `settings.${string}` | `jobs.${string}`
>;

function entryOf(folder: string, name: string): FileEntry | null {
  const path = join(folder, name);
  try {
    const found = statSync(path);
    const kind = !found.isDirectory() ? 'file' : name.endsWith('.vault') ? 'vault' : 'folder';
    return { name, path, kind, size: found.size, modified: Math.round(found.mtimeMs) };
  } catch {
    return null;
  }
}

function listFolder(path: string): { path: string; parent: string | null; entries: FileEntry[] } {
  const folder = resolve(path === '' ? homedir() : path);
  try {
    const entries = readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .map((name) => entryOf(folder, name))
      .filter((entry) => entry !== null);
    const parent = dirname(folder);
    return { path: folder, parent: parent === folder ? null : parent, entries };
  } catch {
    throw new Failure('files.cannot-list', { path: folder });
  }
}

/** What concerns this computer and not a case: files to choose from, preferences, running jobs. */
export function computerHandlers(host: 'electron' | 'chromium' | 'none'): Pick<Handlers, ComputerMethod> {
  return {
    'host.info': (context) => ({
      host,
      nativeDialogs: host === 'electron',
      programVersion: context.programVersion,
      platform: platform(),
    }),
    'host.chooseFiles'() {
      throw new Failure('files.no-dialog');
    },
    'files.list': (_context, { path }) => listFolder(path),
    'files.save': saveUploads,
    'settings.get': (context) => context.settings.get(),
    'settings.set'(context, change) {
      const given = Object.entries(change).filter(([, value]) => value !== undefined);
      context.settings.set(Object.fromEntries(given));
      return {};
    },
    'jobs.watch': (context, { jobId, since }) => context.jobs.watch(jobId, since),
    'jobs.pause'(context, { jobId }) {
      context.jobs.pause(jobId);
      return {};
    },
    'jobs.resume'(context, { jobId }) {
      context.jobs.resume(jobId);
      return {};
    },
    'jobs.cancel'(context, { jobId }) {
      context.jobs.cancel(jobId);
      return {};
    },
    'jobs.list': (context) => ({ jobs: context.jobs.list() }),
  };
}
