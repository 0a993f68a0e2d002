// Which packages of node_modules the built program needs when it runs, out of the lock file.
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';

const IMPORTS = /(?:(?<!\.)\bfrom\s*|\bimport\s*\(?\s*)["']([\w@][\w@/.-]*)["']/g;
const nameOf = (specifier) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

export function readLock(root) {
  return JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
}

/** Everything that is part of the product, also what is bundled into the renderer: for the licence list. */
export function productPackages(lock) {
  return Object.keys(lock)
    .filter((path) => path !== '' && !lock[path].dev && !lock[path].devOptional && !lock[path].peer)
    .sort();
}

/** Names the built main process and command line still import at run time (the rest is bundled in). */
export function importedNames(folder) {
  const names = new Set();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.js'))) {
    for (const [, specifier] of readFileSync(join(folder, file), 'utf8').matchAll(IMPORTS)) {
      if (!specifier.startsWith('node:') && !builtinModules.includes(specifier)) names.add(nameOf(specifier));
    }
  }
  return [...names].sort();
}

/** Where Node would find `name` from the package at `from`: nested first, then outwards. */
function locate(lock, from, name) {
  for (let place = from; ; place = place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/')))) {
    const path = place === '' ? `node_modules/${name}` : `${place}/node_modules/${name}`;
    if (lock[path] !== undefined) return path;
    if (place === '') return null;
    if (!place.includes('/node_modules/')) place = '';
  }
}

/** Production packages reachable from these names; Electron is a host of its own and never among them. */
export function runtimePackages(lock, names) {
  const product = new Set(productPackages(lock));
  const wanted = new Set();
  const visit = (path) => {
    if (path === null || wanted.has(path) || !product.has(path)) return;
    wanted.add(path);
    for (const name of Object.keys(lock[path].dependencies ?? {})) visit(locate(lock, path, name));
  };
  for (const name of names.filter((one) => one !== 'electron')) {
    const path = locate(lock, '', name);
    if (path === null || !product.has(path))
      throw new Error(`the built program imports "${name}", which is no production dependency`);
    visit(path);
  }
  return [...wanted].sort();
}
