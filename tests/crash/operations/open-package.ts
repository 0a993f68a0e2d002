import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ask, type CrashOperation } from '../operation.ts';
import { imported } from './case.ts';
import { seal } from './seal.ts';

const ROWS = 500;

/** Unpacks a sealed package into `target`; `isThere` says whether that folder is there already, as a stick's own is. */
function openPackage(name: string, isThere: boolean): CrashOperation {
  return {
    name,
    async prepare(engine, folder) {
      const { fileId } = await imported(engine, folder, ROWS);
      await seal(engine, folder, fileId);
      if (isThere) mkdirSync(join(folder, 'target'));
      return {};
    },
    async run(engine, folder) {
      const { verification } = await ask(engine, 'package.open', {
        path: join(folder, 'out.caf.age'),
        opener: { kind: 'own' },
        folder: join(folder, 'target'),
      });
      if (!verification.ok) throw new Error('the package does not verify');
    },
    isDone: (folder) => existsSync(join(folder, 'target', 'index.html')),
    /** The page is the last to appear: where it is, all of it is. What is half there must not hinder the next try. */
    async outside(engine, folder) {
      const target = join(folder, 'target');
      const names = existsSync(target) ? readdirSync(target) : [];
      if (names.includes('index.html') && !names.includes('manifest.json'))
        throw new Error('the page of a package is there and the rest is not');
      const isHalf = names.some((name) => !name.includes('.partial-'));
      if (isHalf) rmSync(target, { recursive: true });
      await this.run(engine, folder, {});
      const left = [...readdirSync(folder), ...readdirSync(target)].filter((one) =>
        one.includes('.partial-'),
      );
      if (left.length > 0) throw new Error(`${left.join(', ')} was left`);
      rmSync(target, { recursive: true });
      if (isThere) mkdirSync(target);
    },
  };
}

export const openPackageOperation = openPackage('open package', false);
export const openIntoFolderOperation = openPackage('open into a folder', true);
