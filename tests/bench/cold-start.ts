import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEngine } from '../../src/main/engine/client.ts';
import { openWindow } from '../../src/main/hosts/chromium.ts';
import { firstScreenOf } from '../../src/main/hosts/first-screen.ts';
import { createHandler } from '../../src/main/hosts/handler.ts';

/**
 * From nothing to the unlock screen, over an empty window of the same host; three of each in turn, medians.
 * `node tests/bench/cold-start.ts` prints one JSON object. Needs the built program in out/.
 */
const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'iforce-start-'));

/** Asked of both windows, so that the cost of asking is in both. */
const STANDING = 'input, button';

async function empty(): Promise<number> {
  const started = performance.now();
  const page = new Response('<!doctype html><title>empty</title><button></button>', {
    headers: { 'content-type': 'text/html' },
  });
  const window = await openWindow('/', async () => page.clone(), { headless: true });
  await window.page.waitForSelector(STANDING);
  const milliseconds = performance.now() - started;
  await window.close();
  return milliseconds;
}

async function program(): Promise<number> {
  const started = performance.now();
  const engine = startEngine(new URL(`file://${join(root, 'out/main/worker.js')}`), {
    resourcesFolder: join(root, 'resources'),
    settingsFolder: folder,
    programVersion: 'bench',
    host: 'chromium',
  });
  const handle = createHandler({
    rendererFolder: join(root, 'out/renderer'),
    engine: engine.request,
    firstScreen: () => (engine.started ? null : firstScreenOf(folder)),
  });
  const window = await openWindow('/', handle, { headless: true });
  await window.page.waitForSelector(STANDING);
  const milliseconds = performance.now() - started;
  await window.close();
  await engine.close();
  return milliseconds;
}

const median = (times: number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
const round = (value: number): number => Math.round(value * 100) / 100;
try {
  const bare: number[] = [];
  const whole: number[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    bare.push(await empty());
    whole.push(await program());
  }
  const [bareMs, programMs] = [median(bare), median(whole)];
  process.stdout.write(
    `${JSON.stringify({ bareMs: round(bareMs), programMs: round(programMs), ratio: round(programMs / bareMs) })}\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
