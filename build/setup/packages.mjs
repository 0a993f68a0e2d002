import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { cacheFolder, root } from './paths.mjs';
import { fingerprint, run, stamp, stamped } from './step.mjs';

/** `npm ci` when the lock file changed or the packages are missing. No install script of a dependency is run. */
export function ensurePackages(node, say) {
  const stampFile = join(cacheFolder, 'packages.stamp');
  const wanted = fingerprint([join(root, 'package.json'), join(root, 'package-lock.json')]);
  if (existsSync(join(root, 'node_modules')) && stamped(stampFile, wanted)) return;
  say('set-up: installing the locked packages (npm ci)');
  const path = `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`;
  const options = {
    cwd: root,
    env: { ...process.env, PATH: path },
    advice:
      'check that the package registry can be reached and the disk has 2 GB free, then run the same command again.',
  };
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  const npmScript = process.env.npm_execpath;
  if (npmScript?.endsWith('.js')) run(node, [npmScript, ...args], options);
  else run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options);
  stamp(stampFile, wanted);
}
