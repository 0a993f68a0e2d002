import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandLine, oneObject } from '../helpers/iforce.ts';

const line = commandLine();
afterAll(() => line.close());

const sealed = join(line.folder, 'Справа.caf.age');
const locked = join(line.folder, 'locked.caf.age');
const packageSecret = line.write('package-secret.txt', 'invented words only for this package 38\n');
let identityFile = '';

beforeAll(async () => {
  const identity = await generateX25519Identity();
  identityFile = line.write('identity.txt', `# a comment\n${identity}\n`);
  const people = line.write(
    'people.csv',
    'ПІБ;Телефон\nМороз Іван;+380501230003\nЛисенко Ганна;+380501230004\n',
  );
  line.inVault('import', people, '--tz', 'Europe/Kyiv');
  const recipient = await identityToRecipient(identity);
  line.inVault('package', 'seal', '--to', recipient, '--recipient', 'RO', '--out', sealed);
});

describe('a package is checked and opened without any vault', () => {
  test('with an identity file', () => {
    const verified = line.call('--json', 'package', 'verify', sealed, '--identity', identityFile);
    expect(verified.status, verified.stdout + verified.stderr).toBe(0);
    expect(oneObject(verified)).toMatchObject({ ok: true, signature: 'valid' });
    const out = join(line.folder, 'opened');
    const opened = line.call('--json', 'package', 'open', sealed, '--identity', identityFile, '--out', out);
    expect(opened.status, opened.stdout + opened.stderr).toBe(0);
    expect(existsSync(oneObject(opened).index)).toBe(true);
  });

  test("with the package's passphrase; another one is told", () => {
    const given = ['--package-passphrase-file', packageSecret];
    const made = line.inVault('package', 'seal', '--recipient', 'RO', '--out', locked, ...given);
    expect(made.status, made.stdout + made.stderr).toBe(0);
    expect(oneObject(line.call('--json', 'package', 'verify', locked, ...given))).toMatchObject({ ok: true });
    const wrong = line.call('--json', 'package', 'verify', locked, '--package-passphrase-file', line.secret);
    expect(wrong.status).toBe(1);
    expect(oneObject(wrong).ok).toBe(false);
  });
});

test('sealing says that the originator is missing and people have no status', () => {
  const out = join(line.folder, 'again.caf.age');
  const recipient = oneObject(line.inVault('keys')).recipient;
  const made = oneObject(
    line.inVault('package', 'seal', '--to', recipient, '--recipient', 'RO', '--out', out),
  );
  expect(made).toMatchObject({
    ok: true,
    warnings: [
      { code: 'cli.no-originator', message: expect.any(String) },
      { code: 'cli.no-status', message: expect.stringContaining('2') },
    ],
  });
  expect(readFileSync(out).subarray(0, 18).toString()).toBe('age-encryption.org');
});

test('a file that lies there already is not sealed over, unless told to', () => {
  const out = line.write('kept.caf.age', 'somebody else wrote this');
  const words = [
    'package',
    'seal',
    '--package-passphrase-file',
    packageSecret,
    '--recipient',
    'RO',
    '--out',
    out,
  ];
  const refused = line.inVault(...words);
  expect(refused.status).toBe(1);
  expect(oneObject(refused).error).toMatchObject({
    code: 'cli.out-exists',
    message: expect.stringContaining('--overwrite'),
  });
  expect(readFileSync(out, 'utf8')).toBe('somebody else wrote this');
  expect(oneObject(line.inVault(...words, '--overwrite'))).toMatchObject({ ok: true, path: out });
});
