import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const pathFile = join(root, 'node_modules/electron/path.txt');
const binary = existsSync(pathFile)
  ? join(root, 'node_modules/electron/dist', readFileSync(pathFile, 'utf8').trim())
  : '';
const missing = !existsSync(binary) || binary === '';
const reason = missing ? ' (no Electron binary on this machine and none can be fetched)' : '';

test.skipIf(missing)(
  `Electron shows the unlock screen and hands the page nothing of Node${reason}`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'iforce-electron-'));
    const program = await _electron.launch({
      executablePath: binary,
      args: [root, `--user-data-dir=${folder}`],
    });
    try {
      const page = await program.firstWindow();
      await page.waitForSelector('input, button');
      expect(new URL(page.url()).protocol).toBe('iforce:');
      expect(await page.evaluate('typeof require + typeof process')).toBe('undefinedundefined');
    } finally {
      await program.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
