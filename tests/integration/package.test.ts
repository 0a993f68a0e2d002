import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { zipSync } from 'fflate';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PackageManifest } from '../../src/contract/exchange.ts';
import { exchangeHandlers } from '../../src/main/exchange/handlers.ts';
import { ownKeys } from '../../src/main/exchange/keys.ts';
import { seal } from '../../src/main/exchange/seal.ts';
import { verifyAudit } from '../../src/main/vault/audit.ts';
import { MARKERS, type PackageVault, packageVault, quietProgress } from '../helpers/package-vault.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'iforce-package-'));
const unpacked = join(folder, 'unpacked');
const sealedPath = join(folder, 'CAF-2026-021.caf.age');

function run(program: string, ...parameters: string[]): string {
  return execFileSync(program, parameters, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

function filesUnder(place: string, prefix = ''): string[] {
  return readdirSync(place, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? filesUnder(join(place, entry.name), `${prefix}${entry.name}/`)
      : [`${prefix}${entry.name}`],
  );
}

function manifestOf(): PackageManifest {
  return JSON.parse(readFileSync(join(unpacked, 'manifest.json'), 'utf8')) as PackageManifest;
}

let recipient = '';
beforeAll(() => {
  if (!existsSync(join(ROOT, 'out/viewer/index.html')))
    execFileSync(
      process.execPath,
      [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build', '-c', 'build/viewer.config.ts'],
      { cwd: ROOT },
    );
  run('age-keygen', '-o', join(folder, 'identity.txt'));
  recipient = run('age-keygen', '-y', join(folder, 'identity.txt')).trim();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function sealed(
  vault: PackageVault,
): Promise<Awaited<ReturnType<(typeof exchangeHandlers)['package.preview']>>> {
  const preview = await exchangeHandlers['package.preview'](vault.context, vault.selection);
  const result = await seal(
    vault.context,
    {
      selection: vault.selection,
      recipientKeys: [recipient],
      path: sealedPath,
      dataHash: preview.dataHash,
      language: 'en',
    },
    quietProgress(),
  );
  expect(result.counts).toEqual(preview.counts);
  expect(createHash('sha256').update(readFileSync(sealedPath)).digest('hex')).toBe(result.sha256);
  rmSync(unpacked, { recursive: true, force: true });
  mkdirSync(unpacked);
  run('age', '-d', '-i', join(folder, 'identity.txt'), '-o', join(folder, 'package.zip'), sealedPath);
  expect(run('unzip', '-t', join(folder, 'package.zip'))).toContain('No errors detected');
  run('unzip', '-q', join(folder, 'package.zip'), '-d', unpacked);
  return preview;
}

describe('a sealed package', () => {
  test('opens with age, unzip and minisign, and holds exactly what the preview showed', async () => {
    const vault = packageVault(join(ROOT, 'resources'));
    const preview = await sealed(vault);
    const signer = (await ownKeys(vault.database)).signer;
    expect(run('minisign', '-V', '-P', signer, '-m', join(unpacked, 'manifest.json'))).toContain('verified');
    expect(
      run('minisign', '-V', '-p', join(unpacked, 'minisign.pub'), '-m', join(unpacked, 'manifest.json')),
    ).toContain('verified');

    const manifest = manifestOf();
    expect(manifest.counts).toEqual(preview.counts);
    expect(manifest.withheld).toEqual(preview.withheld);
    expect(manifest.released).toBe(0);
    for (const file of manifest.files)
      expect(
        createHash('sha256')
          .update(readFileSync(join(unpacked, file.path)))
          .digest('hex'),
      ).toBe(file.sha256);
    expect(filesUnder(unpacked).sort()).toEqual(
      [...manifest.files.map((file) => file.path), 'manifest.json', 'manifest.json.minisig'].sort(),
    );
    expect(
      createHash('sha256')
        .update(readFileSync(join(unpacked, 'case.json')))
        .digest('hex'),
    ).toBe(preview.dataHash);
    const everything = filesUnder(unpacked)
      .map((path) => readFileSync(join(unpacked, path), 'utf8'))
      .join('\n');
    for (const marker of Object.values(MARKERS)) expect(everything).not.toContain(marker);
    for (const id of [vault.entityIds.victim, vault.entityIds.secret, vault.entityIds.company])
      expect(everything).not.toContain(id);
    expect(everything).toContain('Victim 1');
    expect(vault.database.one('SELECT count(*) AS n FROM package_out')).toEqual({ n: 1 });
    expect(verifyAudit(vault.database)).toMatchObject({ firstBroken: null, entries: 1 });
  });

  test('shows the same counts in a browser without a network', async () => {
    const manifest = manifestOf();
    const browser = await chromium.launch({
      executablePath: process.env.IFORCE_CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        '--disable-quic',
      ],
    });
    try {
      const context = await browser.newContext({ offline: true });
      const page = await context.newPage();
      const problems: string[] = [];
      const requests: string[] = [];
      page.on('console', (message) => problems.push(message.text()));
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('request', (request) => requests.push(request.url()));
      await page.goto(pathToFileURL(join(unpacked, 'index.html')).href);
      for (const [name, count] of Object.entries(manifest.counts))
        expect((await page.locator(`[data-count="${name}"]`).textContent())?.replaceAll(/\D/g, '')).toBe(
          String(count),
        );
      const total = manifest.withheld.reduce((sum, one) => sum + one.count, 0);
      expect(await page.locator('[data-withheld]').getAttribute('data-withheld')).toBe(String(total));
      for (const tab of ['picture', 'entities', 'links', 'events', 'sources']) {
        await page.locator(`[data-tab="${tab}"]`).click();
        await page.waitForTimeout(50);
      }
      await page.locator('select').selectOption('uk');
      await page.locator('select').selectOption('ro');
      expect(problems).toEqual([]);
      expect(requests.filter((url) => !url.startsWith('file://') && !url.startsWith('data:'))).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});

test('who goes by name and on whose yes it rests: the count in the manifest, the reasons in the audit chain', async () => {
  const vault = packageVault(join(ROOT, 'resources'));
  const { victim = '' } = vault.entityIds;
  const source =
    vault.database.one<{ id: string }>("SELECT id FROM source WHERE reference = 'S-3'")?.id ?? '';
  exchangeHandlers['permission.add'](vault.context, {
    sourceId: source,
    recipients: ['RO', 'MD'],
    grantedBy: 'NCB Kyiv',
    granted: Date.UTC(2026, 3, 20),
    scope: 'case meeting',
    document: 'UA-2026-0417',
  });
  const reason = 'asked to be heard';
  const selection = { ...vault.selection, released: [{ entityId: victim, reason }] };
  await sealed({ ...vault, selection });
  expect(manifestOf().released).toBe(1);
  expect(readFileSync(join(unpacked, 'manifest.json'), 'utf8')).not.toContain(reason);
  const left = readFileSync(join(unpacked, 'data/entities.csv'), 'utf8');
  expect(left).toContain(MARKERS.victim);
  expect(left).toContain(MARKERS.h2);
  const entry = vault.database.one<{ details: string }>(
    "SELECT details FROM audit WHERE action = 'disclose'",
  );
  const details = JSON.parse(entry?.details ?? '{}') as { released: unknown; permissions: unknown };
  expect(details.released).toEqual([{ entityId: victim, reason }]);
  expect(details.permissions).toEqual(
    exchangeHandlers['permission.list'](vault.context, { fileId: vault.fileId }).permissions.map(
      (one) => one.id,
    ),
  );
});

describe('verify', () => {
  const identity = () => ({
    kind: 'identity' as const,
    secret: readFileSync(join(folder, 'identity.txt'), 'utf8'),
  });

  function resealed(
    vault: PackageVault,
    change: (place: string) => void,
  ): Promise<{ ok: boolean; keys: string[] }> {
    const place = mkdtempSync(join(folder, 'changed-'));
    run('cp', '-r', `${unpacked}/.`, place);
    change(place);
    const zip = join(folder, 'changed.zip');
    rmSync(zip, { force: true });
    const content = filesUnder(place).map((name) => [name, readFileSync(join(place, name))] as const);
    writeFileSync(zip, zipSync(Object.fromEntries(content)));
    const path = join(folder, 'changed.caf.age');
    run('age', '-r', recipient, '-o', path, zip);
    return exchangeHandlers['package.verify'](vault.context, { path, opener: identity() }).then((result) => ({
      ok: result.ok,
      keys: result.problems.map((problem) => problem.key),
    }));
  }

  test('accepts the package, own key or recipient key, and unpacks it', async () => {
    const vault = packageVault(join(ROOT, 'resources'));
    await sealed(vault);
    for (const opener of [identity(), { kind: 'own' as const }])
      expect(
        await exchangeHandlers['package.verify'](vault.context, { path: sealedPath, opener }),
      ).toMatchObject({ ok: true, signature: 'valid', problems: [] });
    const target = join(folder, 'opened');
    const opened = await exchangeHandlers['package.open'](vault.context, {
      path: sealedPath,
      opener: identity(),
      folder: target,
    });
    expect(opened.verification.ok).toBe(true);
    expect(existsSync(opened.index)).toBe(true);
    await expect(
      exchangeHandlers['package.open'](vault.context, {
        path: sealedPath,
        opener: identity(),
        folder: target,
      }),
    ).rejects.toThrow('package.folder-not-empty');
  });

  test('refuses a flipped byte, a changed, missing, added file and a swapped signature', async () => {
    const vault = packageVault(join(ROOT, 'resources'));
    await sealed(vault);
    const bytes = readFileSync(sealedPath);
    bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1;
    const flipped = join(folder, 'flipped.caf.age');
    writeFileSync(flipped, bytes);
    expect(
      await exchangeHandlers['package.verify'](vault.context, { path: flipped, opener: identity() }),
    ).toMatchObject({
      ok: false,
      problems: [{ key: 'package:problem.damaged' }],
    });
    const change = (path: string) => (place: string) => writeFileSync(join(place, path), 'changed');
    expect(await resealed(vault, change('data/events.csv'))).toEqual({
      ok: false,
      keys: ['package:problem.changed'],
    });
    expect(await resealed(vault, change('new.txt'))).toEqual({ ok: false, keys: ['package:problem.extra'] });
    expect(await resealed(vault, (place) => rmSync(join(place, 'case.json')))).toEqual({
      ok: false,
      keys: ['package:problem.missing'],
    });
    expect(await resealed(vault, (place) => rmSync(join(place, 'manifest.json.minisig')))).toEqual({
      ok: false,
      keys: ['package:problem.no-signature'],
    });
    const other = packageVault(join(ROOT, 'resources'));
    const otherPath = join(folder, 'other');
    await seal(
      other.context,
      { selection: other.selection, recipientKeys: [recipient], path: sealedPath, language: 'en' },
      quietProgress(),
    );
    await exchangeHandlers['package.open'](other.context, {
      path: sealedPath,
      opener: identity(),
      folder: otherPath,
    });
    const swapped = await resealed(vault, (place) =>
      run('cp', join(otherPath, 'manifest.json.minisig'), join(place, 'manifest.json.minisig')),
    );
    expect(swapped).toEqual({ ok: false, keys: ['package:problem.bad-signature'] });
  });

  test('passphrase: opens with the right one, not with another', async () => {
    const vault = packageVault(join(ROOT, 'resources'));
    const path = join(folder, 'passphrase.caf.age');
    const passphrase = 'seven quiet rivers meet';
    await seal(
      vault.context,
      { selection: vault.selection, recipientKeys: [], passphrase, path, language: 'uk' },
      quietProgress(),
    );
    expect(
      await exchangeHandlers['package.verify'](vault.context, {
        path,
        opener: { kind: 'passphrase', secret: passphrase },
      }),
    ).toMatchObject({ ok: true });
    await expect(
      exchangeHandlers['package.verify'](vault.context, {
        path,
        opener: { kind: 'passphrase', secret: 'another one' },
      }),
    ).rejects.toThrow('package.wrong-key');
    const plain = spawnSync('age', ['-d', '-i', join(folder, 'identity.txt'), path]);
    expect(plain.status).not.toBe(0);
  });

  test('a cancelled seal leaves no file and no record', async () => {
    const vault = packageVault(join(ROOT, 'resources'));
    const path = join(folder, 'cancelled.caf.age');
    const input = { selection: vault.selection, recipientKeys: [recipient], path, language: 'en' as const };
    await expect(seal(vault.context, input, quietProgress(14))).rejects.toThrow();
    expect(readdirSync(folder).filter((name) => name.startsWith('cancelled'))).toEqual([]);
    expect(vault.database.one('SELECT count(*) AS n FROM package_out')).toEqual({ n: 0 });
    await expect(seal(vault.context, { ...input, dataHash: 'other' }, quietProgress())).rejects.toThrow(
      'package.changed-since-preview',
    );
  });
});
