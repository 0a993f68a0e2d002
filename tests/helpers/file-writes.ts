import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';

/** Every byte a process, its threads and its children give to files, whatever becomes of the files. */
export interface FileWrites {
  readonly child: ChildProcess;
  /** By path, in the order they were written. */
  readonly written: ReadonlyMap<string, Buffer[]>;
  /** Files that are written by way of memory, which nobody sees from outside: look into them while they are there. */
  readonly mapped: ReadonlySet<string>;
  /** Ways into a file that are not followed here. */
  readonly unseen: ReadonlySet<string>;
  readonly ended: Promise<number | null>;
}

const WRITES = ['write', 'pwrite64', 'writev', 'pwritev', 'pwritev2'];
const COPIES = ['sendfile', 'copy_file_range', 'splice'];
/** A ring that a thread of the kernel empties: nobody sees what it writes. Node's other rings only watch sockets. */
const HIDDEN_RING = 'IORING_SETUP_SQPOLL';
/** A path of 4096 bytes, each written as four characters, and the name of the call. */
const LONGEST_HEAD = 20_000;
const OPTIONS = ['-f', '--seccomp-bpf', '-qq', '-y', '-xx', '-s', '67108864', '-e', 'signal=none'];

/** Why nothing can be watched here; null where it can. */
export function cannotWatch(): string | null {
  if (process.platform !== 'linux') return 'strace is a tool of Linux';
  const tried = spawnSync('strace', [...OPTIONS, '-e', 'trace=write', '-o', '/dev/null', 'true']);
  if (tried.error !== undefined) return 'there is no strace';
  return tried.status === 0 ? null : 'this system lets nobody trace a process';
}

const unhex = (text: string): Buffer => Buffer.from(text.replaceAll('\\x', ''), 'hex');

/** Sockets, pipes and memory have names without a folder. */
function fileOf(descriptor: string): string | null {
  if (!descriptor.startsWith('\\x2f')) return null;
  const path = unhex(descriptor).toString('utf8');
  return /^\/(dev|proc|sys)\/(?!shm\/)|^\/memfd:/.test(path) ? null : path;
}

/** The files among the descriptors of a call. */
function filesOf(words: string): string[] {
  const descriptors = [...words.matchAll(/\d<((?:\\x..)+)>/g)].map(([, name = '']) => fileOf(name));
  return descriptors.filter((path) => path !== null);
}

function reader(writes: Map<string, Buffer[]>, mapped: Set<string>, unseen: Set<string>) {
  return (line: string): void => {
    const [, name = '', rest = ''] = /^\d+ +(\w+)\((.*)$/s.exec(line) ?? [];
    if (name === 'io_uring_setup' && rest.includes(HIDDEN_RING)) unseen.add(HIDDEN_RING);
    if (COPIES.includes(name)) for (const path of filesOf(rest)) unseen.add(`${name} ${path}`);
    const [path] = filesOf(rest.slice(0, LONGEST_HEAD));
    if (path === undefined) return;
    if (name === 'mmap') {
      if (/PROT_WRITE.*MAP_SHARED/.test(rest)) mapped.add(path);
    } else if (WRITES.includes(name)) {
      const pieces = [...rest.matchAll(/"((?:\\x..)*)"/g)].map(([, text = '']) => unhex(text));
      const before = writes.get(path);
      if (before === undefined) writes.set(path, pieces);
      else before.push(...pieces);
    }
  };
}

/** Lines of any length out of pieces. */
function byLine(take: (line: string) => void): (piece: Buffer) => void {
  let open: Buffer[] = [];
  return (piece) => {
    let from = 0;
    for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, from)) {
      open.push(piece.subarray(from, at));
      take(Buffer.concat(open).toString('latin1'));
      open = [];
      from = at + 1;
    }
    if (from < piece.length) open.push(Buffer.from(piece.subarray(from)));
  };
}

/** Runs Node with these words under strace; what strace says comes through a named pipe in `folder`, never a file. */
export function watchNode(words: readonly string[], folder: string): FileWrites {
  const pipe = join(folder, `trace ${randomUUID()}`);
  execFileSync('mkfifo', [pipe]);
  const calls = [...WRITES, ...COPIES, 'mmap', 'io_uring_setup'].join(',');
  const options = [...OPTIONS, '-e', `trace=${calls}`, '-o', pipe];
  const child = spawn('strace', [...options, process.execPath, ...words], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, UV_USE_IO_URING: '0' },
  });
  const written = new Map<string, Buffer[]>();
  const mapped = new Set<string>();
  const unseen = new Set<string>();
  const stream = createReadStream(pipe, { highWaterMark: 1024 * 1024 });
  stream.on('data', byLine(reader(written, mapped, unseen)) as (piece: string | Buffer) => void);
  const read = new Promise<void>((resolve) => stream.once('close', resolve));
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, written, mapped, unseen, ended: read.then(() => exit) };
}
