import { afterAll, describe, expect, test } from 'vitest';
import { commandLine, oneObject } from '../helpers/iforce.ts';

const line = commandLine();
afterAll(() => line.close());

describe('a wrong call ends with 2, one JSON object and a sentence', () => {
  test.each([
    [['render', 'pie', '--out', 'x.png'], 'chart, map, timeline'],
    [['ask', 'most-connected', '--measure', 'zzz'], 'contacts'],
    [['ask', 'most-connected', '--type', 'zzz'], 'person'],
    [['--language', 'de', 'file', 'list'], 'en, uk, ro'],
    [['import', 'a.csv', '--tz', 'Mars/Olympus'], 'Europe/Kyiv'],
    [['import', 'a.csv', '--country', 'Ukraine'], 'UA'],
    [['file', 'new', 'X', '--title', 't', '--purpose', 'p', '--crime-area', 'chess'], 'human_trafficking'],
    [['import', 'a.csv', '--country', 'XX'], 'UA'],
    [['import', 'a.csv', 'b.csv', '--rejected', 'r.csv'], '--rejected'],
    [['import', 'undo'], 'batch'],
    [['ask', 'most-connected', '--limit', 'many'], 'from 1 to 500'],
    [['ask', 'most-connected', '--limit', '0'], 'from 1 to 500'],
    [['ask', 'path', 'a', 'b', '--steps', '99'], 'from 1 to 12'],
    [['ask', 'path', 'a'], 'to'],
    [['ask', 'together', '--kilometres', '-1'], 'at least 0'],
    [['audit', '--limit', '5000'], 'to 1000'],
    [['render', 'map', '--out', 'x.png', '--width', '1'], 'from 320 to 8192'],
    [['render', 'map', '--out', 'x.png', '--theme', 'pink'], 'light, dark'],
    [['render', 'map'], '--out'],
    [['render', 'map', '--out'], '--out'],
    [['file', 'list', 'one', 'two'], '--help'],
    [['file', 'new', '', '--title', 't', '--purpose', 'p'], 'empty'],
    [['vault'], '--help'],
    [[], '--help'],
    [['no-such-command'], 'no-such-command'],
    [['file', 'list', '--no-such-option'], 'no-such-option'],
    [['file', 'lits'], 'Did you mean list'],
  ])('%j', (words, hint) => {
    const done = line.call('--json', ...words);
    expect(done.status).toBe(2);
    expect(oneObject(done)).toMatchObject({
      ok: false,
      error: { code: 'cli.usage', message: expect.stringContaining(hint) },
    });
    expect(done.stderr).toBe('');
  });
});

test('a call that does not say which vault, secret, file or key ends with 2 and says how', () => {
  const codeOf = (...words: string[]) => {
    const done = line.call('--json', ...words);
    expect(done.status).toBe(2);
    return oneObject(done).error.code;
  };
  expect(codeOf('file', 'list')).toBe('cli.vault-needed');
  expect(codeOf('--vault', 'x.vault', 'file', 'list')).toBe('cli.passphrase-needed');
  expect(codeOf('package', 'verify', 'x.caf.age')).toBe('cli.opener-needed');
  const keyless = line.inVault('package', 'seal', '--out', 'x.caf.age');
  expect([keyless.status, oneObject(keyless).error.code]).toEqual([2, 'cli.no-key']);
  const nobody = line.inVault('package', 'seal', '--to', 'age1x', '--out', 'x.caf.age');
  expect([nobody.status, oneObject(nobody).error.code]).toEqual([2, 'cli.no-recipient']);
});

test('a wrong call is told in the language asked for, however the option is written', () => {
  const spaced = line.call('--language', 'uk', '--json', 'no-such-command');
  expect(oneObject(spaced).error.message).toContain('Немає команди «no-such-command»');
  const joined = line.call('--language=ro', '--json', 'file', 'list', '--nothing');
  expect(oneObject(joined).error.message).toContain('nu există opțiunea „--nothing”');
});

test('a new analysis file without what the opening order asks for is warned about', () => {
  const bare = line.inVault('file', 'new', 'CAF-2', '--title', 't', '--purpose', 'p');
  expect(bare.status).toBe(0);
  expect(oneObject(bare).warnings.map(({ code }: { code: string }) => code)).toEqual([
    'cli.no-legal-basis',
    'cli.no-originator',
    'cli.no-crime-area',
  ]);
  const whole = ['--legal-basis', 'Art. 7', '--originator', 'MD', '--crime-area', 'vehicles'];
  const full = oneObject(line.inVault('file', 'new', 'CAF-3', '--title', 't', '--purpose', 'p', ...whole));
  expect(full).not.toHaveProperty('warnings');
  expect(full.file).toMatchObject({ legalBasis: 'Art. 7', originator: 'MD', crimeAreas: ['vehicles'] });
});

test('help and version are one object with --json, and text without', () => {
  expect(oneObject(line.call('--json', '--version'))).toEqual({
    ok: true,
    version: expect.stringMatching(/^\d/),
  });
  const help = line.call('--json', 'import', '--help');
  expect(help.status).toBe(0);
  expect(oneObject(help).help).toContain('--dry-run');
  expect(line.call('import', '--help').stdout).toContain('--dry-run');
  expect(oneObject(line.call('--json', 'help', 'ask')).help).toContain('most-connected');
});
