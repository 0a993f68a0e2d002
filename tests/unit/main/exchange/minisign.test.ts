import { expect, test } from 'vitest';
import {
  exportSigningKey,
  importSigningKey,
  newSigningKey,
  publicKeyFile,
  publicKeyLine,
  signFile,
  verifyFile,
} from '../../../../src/main/exchange/minisign.ts';

const content = Buffer.from('manifest');

test('a signature fits its content, key and comment only', () => {
  const key = importSigningKey(exportSigningKey(newSigningKey()));
  const line = publicKeyLine(key);
  const text = signFile(key, content, 'CAF-1 two\nlines');
  expect(verifyFile(line, content, text)).toBe(true);
  expect(verifyFile(line, Buffer.from('manifesT'), text)).toBe(false);
  expect(verifyFile(line, content, text.replace('CAF-1', 'CAF-2'))).toBe(false);
  expect(verifyFile(publicKeyLine(newSigningKey()), content, text)).toBe(false);
  for (const broken of ['', 'x', text.slice(0, 80), text.replaceAll('\n', ' ')])
    expect(verifyFile(line, content, broken)).toBe(false);
  expect(verifyFile('', content, text)).toBe(false);
  expect(publicKeyFile(line)).toMatch(/^untrusted comment: minisign public key [0-9A-F]{16}\n/u);
});
