import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cannotRun, openProgram } from './program.ts';
import { workstationSuite } from './workstation.ts';

const reason = cannotRun('electron');

describe.skipIf(reason !== null)(
  `the workstation in Electron${reason === null ? '' : ` (${reason})`}`,
  () => {
    test('the page is of our own scheme and has nothing of Node', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'iforce-electron-'));
      const program = await openProgram('electron', folder);
      try {
        await program.page.waitForSelector('input, button');
        expect(new URL(program.page.url()).protocol).toBe('iforce:');
        expect(await program.page.evaluate('typeof require + typeof process')).toBe('undefinedundefined');
      } finally {
        await program.close();
        rmSync(folder, { recursive: true, force: true });
      }
    });

    workstationSuite('electron');
  },
);
