import { once } from 'node:events';
import { join, resolve } from 'node:path';
import type { Input, MethodName } from '../../../src/contract/index.ts';
import { createEngine } from '../../../src/main/engine/index.ts';

/** Unlocks a vault, works in it, says so; at a word locks it, says so; at another word ends. */
const [path = '', passphrase = '', settings = ''] = process.argv.slice(2);
const engine = createEngine({
  resourcesFolder: resolve('resources'),
  settingsFolder: join(settings, 'settings'),
  programVersion: '0.0.0-test',
  host: 'none',
});

async function ask<M extends MethodName>(method: M, input: Input<M>): Promise<void> {
  const reply = await engine.handle(method, input);
  if (!reply.ok) throw new Error(reply.error.code);
}

await ask('vault.unlock', { path, passphrase });
await ask('vault.verify', {});
process.stdout.write('open\n');
await once(process.stdin, 'data');
await ask('vault.lock', {});
process.stdout.write('locked\n');
await once(process.stdin, 'data');
process.exit(0);
