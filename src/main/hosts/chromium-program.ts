import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../core/result.ts';

function wellKnown(): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === 'win32') {
    const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
    const programs = ['Microsoft\\Edge\\Application\\msedge.exe', 'Google\\Chrome\\Application\\chrome.exe'];
    return roots.flatMap((root) =>
      root === undefined ? [] : programs.map((program) => join(root, program)),
    );
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
  return names.map((name) => `/usr/bin/${name}`);
}

/** The system's Chromium: the one IFORCE_CHROMIUM names, else the first at a well-known place. */
export function chromiumProgram(): string {
  const named = process.env.IFORCE_CHROMIUM;
  const found = named !== undefined && named !== '' ? named : wellKnown().find((path) => existsSync(path));
  if (found === undefined || !existsSync(found))
    throw new Failure('engine.no-chromium', { path: found ?? '' });
  return found;
}
