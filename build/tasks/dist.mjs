// Installers with Electron, for the system this runs on, signed like the Debian package.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { signInstallers } from '../installers/sign.mjs';
import { root } from '../setup/paths.mjs';
import { electronBinary } from '../setup/system.mjs';

if (electronBinary() === null) {
  console.error(
    'dist: there is no Electron binary on this machine; where it can be downloaded run "node node_modules/electron/install.js" and try again, or on Debian make the installer without Electron by "npm run dist:deb".',
  );
  process.exit(1);
}

const builder = join(root, 'node_modules', 'electron-builder', 'cli.js');
const config = ['--config', 'build/electron-builder.config.mjs'];
const binary = '-c.electronDist=node_modules/electron/dist';
const done = spawnSync(process.execPath, [builder, ...config, binary, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = done.status ?? 1;
const dist = join(root, 'dist');
if (process.exitCode === 0 && existsSync(dist)) signInstallers(dist, (line) => console.log(line));
