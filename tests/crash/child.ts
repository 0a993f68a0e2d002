import { join } from 'node:path';
import { crashEngine } from './engine.ts';
import { ask, type Given, PASSPHRASE, VAULT } from './operation.ts';
import { OPERATIONS } from './operations/index.ts';

/** Does one operation in a folder and says when it begins and when it is done; killed somewhere in between. */
const [folder = '', name = '', given = '{}'] = process.argv.slice(2);
const operation = OPERATIONS.find((one) => one.name === name);
if (operation === undefined) throw new Error(`no operation ${name}`);
const engine = crashEngine(folder);
if (operation.needsVault !== false)
  await ask(engine, 'vault.unlock', { path: join(folder, VAULT), passphrase: PASSPHRASE });
process.stdout.write('ready\n');
await operation.run(engine, folder, JSON.parse(given) as Given);
process.stdout.write('done\n');
await engine.close();
