import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A step that did not work; the message says what to do. */
export class StepFailed extends Error {}

/** Runs a program with its output kept; on failure its last lines become part of the message. */
export function run(program, args, { cwd, advice, env } = {}) {
  const done = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    env: env ?? process.env,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (done.status === 0) return done.stdout;
  const tail = `${done.stdout ?? ''}\n${done.stderr ?? ''}`.trim().split('\n').slice(-25).join('\n');
  const why = done.error === undefined ? tail : `${done.error.message}\n${tail}`;
  throw new StepFailed(`${program} ${args.join(' ')}\n${why}\nWhat to do: ${advice}`);
}

/** Hash of names, sizes and contents of files and folders: tells whether a step has to run again. */
export function fingerprint(paths) {
  const hash = createHash('sha256');
  const visit = (path) => {
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) visit(join(path, name));
    } else {
      hash.update(path).update('\0').update(readFileSync(path));
    }
  };
  for (const path of paths) visit(path);
  return hash.digest('hex');
}

export function stamped(stampFile, value) {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === value;
}
export function stamp(stampFile, value) {
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, value);
}
