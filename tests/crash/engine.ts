import { join, resolve } from 'node:path';
import { createEngine, type Engine } from '../../src/main/engine/index.ts';
import { LIGHT } from '../helpers/light-keys.ts';

/** The engine as parent and child of a crash test use it: no window, light key derivation, settings in the folder. */
export function crashEngine(folder: string): Engine {
  return createEngine({
    resourcesFolder: resolve('resources'),
    settingsFolder: join(folder, 'settings'),
    programVersion: '0.0.0-test',
    host: 'none',
    keyCost: LIGHT,
    sleep: async () => undefined,
  });
}
