import { join } from 'node:path';
import { crashEngine } from './engine.ts';
import { ask, type Given, PASSPHRASE, VAULT } from './operation.ts';
import { OPERATIONS } from './operations/index.ts';
import { type Blow, Steps } from './steps.ts';

/**
 * Does one operation in a folder, says `ready` before and `done` with its steps after, and waits to be killed: at the
 * latest then, earlier by its parent, or by itself before a given step.
 */
const [folder = '', name = '', given = '{}', blow = 'null'] = process.argv.slice(2);
const operation = OPERATIONS.find((one) => one.name === name);
if (operation === undefined) throw new Error(`no operation ${name}`);
const steps = new Steps(JSON.parse(blow) as Blow | null);
const engine = crashEngine(folder);
if (operation.finds === undefined)
  await ask(engine, 'vault.unlock', { path: join(folder, VAULT), passphrase: PASSPHRASE });
process.stdout.write('ready\n');
steps.arm();
await operation.run(engine, folder, JSON.parse(given) as Given);
process.stdout.write(`done ${JSON.stringify(steps.kinds)}\n`);
setInterval(() => undefined, 60_000);
