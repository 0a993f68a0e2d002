import { chromium } from 'playwright-core';
import { build } from 'vite';

/**
 * Frame time of the chart while panning against bare cytoscape with the same data, in one run on one machine.
 * Prints JSON; exits 1 when ours takes more than 1.5 times as long. `node tests/bench/chart-frame.ts [nodes] [lines]`
 */
const [nodes = 2000, lines = 5000] = process.argv.slice(2).map(Number);
const LIMIT = 1.5;

const built = await build({
  root: import.meta.dirname,
  configFile: false,
  logLevel: 'error',
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    write: false,
    target: 'esnext',
    lib: { entry: `${import.meta.dirname}/chart-frame-page.ts`, formats: ['iife'], name: 'bench' },
  },
});
const [first] = Array.isArray(built) ? built : [built];
const script = first !== undefined && 'output' in first ? first.output[0].code : '';

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--disable-quic',
    '--disable-gpu-vsync',
    '--disable-frame-rate-limit',
  ],
});
try {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.setContent('<!doctype html><body></body>');
  await page.addScriptTag({ content: script });
  const result = (await page.evaluate(`measure(${nodes}, ${lines})`)) as {
    ratio: { whole: number; near: number };
  };
  console.log(JSON.stringify(result, null, 2));
  if (Math.max(result.ratio.whole, result.ratio.near) > LIMIT) process.exitCode = 1;
} finally {
  await browser.close();
}
