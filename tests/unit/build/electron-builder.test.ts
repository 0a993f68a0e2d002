import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const address = new URL('../../../build/electron-builder.config.mjs', import.meta.url);
const { default: config } = await import(address.href);
const here = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

test('the installed program cannot be turned into a bare Node or be looked into', () => {
  expect(config.electronFuses).toMatchObject({
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
  });
});

test('the program is one archive with only the vault driver beside it', () => {
  expect(config.asar).toBe(true);
  expect(config.asarUnpack).toEqual(['node_modules/better-sqlite3-multiple-ciphers/**']);
  expect(config.npmRebuild).toBe(false);
  for (const part of ['out/main/**', 'out/preload/**', 'out/renderer/**', 'out/viewer/**', 'resources/**'])
    expect(config.files).toContain(part);
});

test('each system gets its installer and nothing is ever published by the builder', () => {
  expect(config.win.target).toEqual(['nsis']);
  expect(config.linux.target).toEqual(['AppImage', 'deb']);
  expect(config.mac.target).toEqual(['dmg']);
  expect(config.publish).toBeNull();
  for (const system of [config.win, config.linux, config.mac])
    expect(existsSync(here(system.icon))).toBe(true);
});
