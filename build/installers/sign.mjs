// SHA256SUMS over the installers of a folder, and a minisign signature beside each of them and the list.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  exportSigningKey,
  importSigningKey,
  newSigningKey,
  publicKeyFile,
  publicKeyLine,
  signFile,
} from '../../src/main/exchange/minisign.ts';

const INSTALLER = /\.(deb|AppImage|exe|dmg)$/;
const THROW_AWAY = 'throw-away-signing.key';
const PUBLIC = 'signing.pub';
const KEY_BYTES = 40;

function ownKey(file) {
  const text = readFileSync(file, 'utf8').trim();
  if (Buffer.from(text, 'base64').length !== KEY_BYTES)
    throw new Error(
      'the file named by IFORCE_SIGNING_KEY_FILE holds no signing key: it must be one base64 line of key id and seed, as throw-away-signing.key has it',
    );
  return importSigningKey(text);
}

function signingKey(folder, say) {
  const file = process.env.IFORCE_SIGNING_KEY_FILE;
  rmSync(join(folder, THROW_AWAY), { force: true });
  if (file) return ownKey(file);
  const key = newSigningKey();
  writeFileSync(join(folder, THROW_AWAY), `${exportSigningKey(key)}\n`, { mode: 0o600 });
  say(
    `IFORCE_SIGNING_KEY_FILE is not set: signed with a fresh throw-away key (${join(folder, THROW_AWAY)}), which proves nothing to others.`,
  );
  return key;
}

/** Signs whatever installers lie in the folder; all again, so that one public key fits all. */
export function signInstallers(folder, say) {
  const key = signingKey(folder, say);
  const names = readdirSync(folder)
    .filter((name) => INSTALLER.test(name))
    .sort();
  const sums = names.map((name) => {
    const content = readFileSync(join(folder, name));
    writeFileSync(join(folder, `${name}.minisig`), signFile(key, content, `file:${name}`));
    return `${createHash('sha256').update(content).digest('hex')}  ${name}\n`;
  });
  const list = sums.join('');
  writeFileSync(join(folder, 'SHA256SUMS'), list);
  writeFileSync(join(folder, 'SHA256SUMS.minisig'), signFile(key, Buffer.from(list), 'file:SHA256SUMS'));
  const line = publicKeyLine(key);
  writeFileSync(join(folder, PUBLIC), publicKeyFile(line));
  say(`SHA-256 list: ${join(folder, 'SHA256SUMS')}`);
  say(`check a signature: minisign -V -p ${join(folder, PUBLIC)} -m FILE`);
}
