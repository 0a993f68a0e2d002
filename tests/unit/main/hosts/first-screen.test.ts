import { join } from 'node:path';
import { expect, test } from 'vitest';
import { firstScreen } from '../../../../src/contract/first-screen.ts';
import { openSettings } from '../../../../src/main/engine/settings-file.ts';
import { firstScreenOf } from '../../../../src/main/hosts/first-screen.ts';
import { temporaryFolder } from '../../../helpers/vault.ts';

test('the first screen is the settings as they were left, with no vault open', () => {
  const folder = temporaryFolder();
  const settings = openSettings(join(folder, 'settings.json'));
  settings.set({ language: 'ro', theme: 'dark' });
  settings.rememberVault('/дані/Справа.vault');
  const shown = firstScreenOf(folder);
  expect(firstScreen.parse(shown)).toEqual(shown);
  expect(shown).toMatchObject({
    settings: { language: 'ro', theme: 'dark' },
    status: { state: 'none' },
    recentVaults: ['/дані/Справа.vault'],
  });
});
