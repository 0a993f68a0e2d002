import { join } from 'node:path';
import type { FirstScreen } from '../../contract/first-screen.ts';
import { openSettings } from '../engine/settings-file.ts';

/** The first screen of a program that has just started: everything it shows stands in the settings file. */
export function firstScreenOf(settingsFolder: string): FirstScreen {
  const settings = openSettings(join(settingsFolder, 'settings.json'));
  return {
    settings: settings.get(),
    status: { state: 'none', path: null, name: null, idleSecondsLeft: null, notices: [] },
    recentVaults: settings.recentVaults(),
  };
}
