// With a display: the workstation. Without one: the same main job headless, shown in the terminal.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../setup/paths.mjs';
import { electronBinary } from '../setup/system.mjs';

const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
const passed = process.argv.slice(2);

function start(program, args) {
  const done = spawnSync(program, args, { cwd: root, stdio: 'inherit' });
  process.exitCode = done.status ?? 1;
}

if (display) {
  const electron = electronBinary();
  if (electron !== null) {
    console.log('Window: Electron');
    start(electron, [root, ...passed]);
  } else {
    console.log('Window: Chromium (no Electron binary on this machine)');
    start(process.execPath, ['out/main/index.js', ...passed]);
  }
} else {
  console.log('No display: the main job runs headless, from call records to a sealed package.');
  start(process.execPath, ['out/main/cli.js', 'demo', '--out', join(root, 'out', 'demo')]);
}
