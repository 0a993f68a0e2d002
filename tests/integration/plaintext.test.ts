import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unlockVault } from '../../src/main/vault/open.ts';
import { TYPED, writeMarkerFiles } from '../e2e/marker-case.ts';
import { cannotWatch, type FileWrites, watchNode } from '../helpers/file-writes.ts';
import { MARKERS, markersIn } from '../helpers/markers.ts';

/**
 * A whole session, engine thread and window, is watched by the system itself: no byte of the case is written anywhere
 * in the clear, in the vault's own files as little as outside them, not even into a file that goes again.
 */

const SESSION = 'tests/integration/programs/full-session.ts';
const LEAKER = 'tests/integration/programs/leak.ts';
const MEMORY = '/dev/shm/';
const TMPFS = 0x01021994;

const cannot = cannotWatch();
const reason = cannot === null ? '' : ` (skipped: ${cannot})`;
const folder = mkdtempSync(join(tmpdir(), 'Відкрите '));
const secrets: string[] = Object.values(TYPED);

interface Said {
  readonly profile: string;
  readonly words: string[];
  readonly shown: string;
}

async function said(watched: FileWrites): Promise<string> {
  let text = '';
  for await (const piece of watched.child.stdout ?? []) {
    text += piece;
    if (text.endsWith('\n')) return text;
  }
  throw new Error(`the session ended early: ${text}`);
}

function filesIn(path: string): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** What is found where; the path tells where to look. */
function found(contents: Iterable<readonly [string, Uint8Array]>, more: readonly string[]): string[] {
  const all: string[] = [];
  for (const [path, bytes] of contents) {
    const hits = [...markersIn(bytes, more), ...markersIn(Buffer.from(path), more)];
    if (hits.length > 0) all.push(`${path}: ${hits.join(', ')}`);
  }
  return all;
}

const onDisk = (paths: Iterable<string>): [string, Uint8Array][] =>
  [...paths].filter((path) => existsSync(path)).map((path) => [path, readFileSync(path)]);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what is looked for is found in every writing', () => {
  const [marker = ''] = MARKERS;
  const bytes = Buffer.from(marker);
  const writings = [
    bytes,
    Buffer.from(marker.toLowerCase()),
    Buffer.from(marker, 'utf16le'),
    Buffer.from(JSON.stringify(marker).replace(/[^\0-\x7f]/g, (c) => `\\u0${c.charCodeAt(0).toString(16)}`)),
    Buffer.from(bytes.toString('hex')),
    ...[0, 1, 2].map((before) =>
      Buffer.from(Buffer.from(`${'x'.repeat(before)}${marker} and more`).toString('base64')),
    ),
  ];
  for (const writing of writings) expect(markersIn(writing)).toEqual([marker]);
  expect(MARKERS).toHaveLength(50);
  expect(markersIn(Buffer.from(MARKERS.join(';')))).toEqual(MARKERS);
  expect(markersIn(Buffer.from('Звіркодуб'))).toEqual([]);
});

describe.skipIf(cannot !== null)(`no plaintext on the disk${reason}`, () => {
  let watched: FileWrites;
  let session: Said;
  let vault = '';
  const whileOpen: string[] = [];

  beforeAll(async () => {
    const home = join(folder, 'session');
    const input = join(folder, 'input');
    mkdirSync(home);
    mkdirSync(input);
    vault = join(home, 'Справа.vault');
    watched = watchNode([SESSION, home, writeMarkerFiles(input).calls], folder);
    session = JSON.parse(await said(watched));
    secrets.push(session.words.slice(0, 4).join(' '), session.words.slice(0, 4).join('","'));
    const now = [...filesIn(home), ...filesIn(session.profile), ...watched.mapped];
    whileOpen.push(...found(onDisk(new Set(now)), secrets));
    watched.child.stdin?.end('go\n');
    expect(await watched.ended).toBe(0);
  }, 240_000);

  test('the session was one: it showed the case, and the vault holds all of it', async () => {
    expect(markersIn(Buffer.from(session.shown)).length).toBeGreaterThan(5);
    const { database, close } = await unlockVault(vault, { kind: 'passphrase', text: TYPED.passphrase });
    const rows = ['entity', 'identifier', 'assertion', 'analysis_file'].flatMap((table) =>
      database.all(`SELECT * FROM ${table}`),
    );
    close();
    const text = JSON.stringify(rows);
    expect(markersIn(Buffer.from(text))).toEqual(MARKERS);
    for (const typed of [TYPED.entity, TYPED.title]) expect(text).toContain(typed);
  });

  test('its writes were seen: into the vault, into the package, by the window', () => {
    const paths = [...watched.written.keys()];
    for (const start of [join(vault, 'vault.db-wal'), join(vault, 'vault.db'), session.profile])
      expect(paths.some((path) => path.startsWith(start))).toBe(true);
    expect(paths.some((path) => path.includes('out.caf.age'))).toBe(true);
    expect([...watched.unseen]).toEqual([]);
  });

  test('no byte written, outside the vault or in it, holds a marker', () => {
    const written = [...watched.written].map(([path, pieces]) => [path, Buffer.concat(pieces)] as const);
    expect(found(written, secrets)).toEqual([]);
  });

  test('no file there was while it was open, mapped ones too, or that is left holds a marker', () => {
    expect(whileOpen).toEqual([]);
    expect(existsSync(session.profile)).toBe(false);
    expect(found(onDisk(filesIn(join(folder, 'session'))), secrets)).toEqual([]);
  });

  test('memory shared between the processes of the window lies in memory, not in a folder on the disk', () => {
    const elsewhere = [...watched.mapped].filter(
      (path) => !path.startsWith(MEMORY) && !path.startsWith(session.profile) && !path.startsWith(vault),
    );
    expect(elsewhere).toEqual([]);
    expect(statfsSync(MEMORY).type).toBe(TMPFS);
  });
});

describe.skipIf(cannot !== null)(`a leak is caught${reason}`, () => {
  test.each(['file', 'thread', 'child'])('from a %s, also when the file is gone again', async (way) => {
    const path = join(folder, `leak ${way}.txt`);
    const watched = watchNode([LEAKER, way, path, MARKERS[3] ?? ''], folder);
    expect(await watched.ended).toBe(0);
    expect(existsSync(path)).toBe(false);
    const written = [...watched.written].map(([name, pieces]) => [name, Buffer.concat(pieces)] as const);
    expect(found(written, [])).toEqual([`${path}: ${MARKERS[3]}`]);
  });
});
