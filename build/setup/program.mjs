import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, root } from './paths.mjs';
import { fingerprint, run, stamp, stamped } from './step.mjs';

const SOURCES = [
  'src',
  'resources',
  'electron.vite.config.ts',
  'build/viewer.config.ts',
  'package-lock.json',
];

/** Builds main process, command line, renderer and package viewer into out/ when a source changed. */
export function ensureBuild(node, say) {
  const stampFile = join(cacheFolder, 'build.stamp');
  const wanted = fingerprint(SOURCES.map((path) => join(root, path)));
  if (existsSync(join(root, 'out/main/index.js')) && stamped(stampFile, wanted)) return;
  const advice =
    'read the lines above; a fresh clone of main must build. "npm test" shows type errors in detail.';
  say('set-up: building the program');
  run(node, [join('node_modules', 'electron-vite', 'bin', 'electron-vite.js'), 'build'], {
    cwd: root,
    advice,
  });
  say('set-up: building the package viewer');
  run(node, [join('node_modules', 'vite', 'bin', 'vite.js'), 'build', '-c', 'build/viewer.config.ts'], {
    cwd: root,
    advice,
  });
  stamp(stampFile, wanted);
}
