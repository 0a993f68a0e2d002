import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Both src/cli/ and out/main/ lie two folders below the program, so one address serves source and bundle. */
export const programFolder = fileURLToPath(new URL('../../', import.meta.url));
export const resourcesFolder = join(programFolder, 'resources');
export const rendererFolder = join(programFolder, 'out', 'renderer');

export function programVersion(): string {
  const { version } = JSON.parse(readFileSync(join(programFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}

/** Preferences of this computer's user, where each system keeps them. */
export function settingsFolder(environment: NodeJS.ProcessEnv): string {
  if (process.platform === 'win32') return join(environment.APPDATA ?? homedir(), 'I-FORCE Analyst');
  if (process.platform === 'darwin')
    return join(homedir(), 'Library', 'Application Support', 'I-FORCE Analyst');
  return join(environment.XDG_CONFIG_HOME || join(homedir(), '.config'), 'iforce-analyst');
}
