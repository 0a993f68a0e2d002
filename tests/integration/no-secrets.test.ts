import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { testEngine } from '../helpers/engine.ts';
import { PASSPHRASE, temporaryFolder } from '../helpers/vault.ts';

/** The raw key, as SQLite's own error texts or a log could carry it. */
function keyForms(key: Uint8Array): string[] {
  const bytes = Buffer.from(key);
  return [bytes.toString('hex'), bytes.toString('hex').toUpperCase(), bytes.toString('base64')];
}

test('no reply, log line or audit entry of any failing call holds a passphrase, the recovery words or the key', async () => {
  const written: string[] = [];
  const listen = (chunk: unknown): boolean => {
    written.push(String(chunk));
    return true;
  };
  vi.spyOn(process.stderr, 'write').mockImplementation(listen as never);
  vi.spyOn(process.stdout, 'write').mockImplementation(listen as never);
  const slots = await import('../../src/main/vault/slots.ts');
  const folder = temporaryFolder();
  const engine = testEngine();
  const words = await engine.create();
  const path = engine.vaultPath;
  const slot = JSON.parse(readFileSync(join(path, 'keys.json'), 'utf8')).slots[0];
  const key = await slots.openSlot(PASSPHRASE, slot);
  const wrong = 'nine wrong horses under water';
  const replies: unknown[] = [];
  const say = async (method: string, input: unknown): Promise<void> => {
    replies.push(await engine.handle(method as never, input as never));
  };
  const audit = await engine.handle('audit.list', { offset: 0, limit: 100 });
  replies.push(audit);
  await say('vault.create', { path, passphrase: PASSPHRASE, slotName: 'a' });
  await say('vault.create', { path: join(path, 'keys.json', 'x'), passphrase: PASSPHRASE, slotName: 'a' });
  await say('import.inspect', { path: join(folder, 'none.csv') });
  await say('package.verify', {
    path: join(folder, 'none.age'),
    opener: { kind: 'passphrase', secret: wrong },
  });
  await say('vault.lock', {});
  await say('vault.unlock', { path, passphrase: wrong });
  await say('vault.unlock', { path, passphrase: 7 });
  await say('vault.unlock', { path: `${path}-none`, passphrase: PASSPHRASE });
  await say('vault.recover', { path, words: words.join(' '), newPassphrase: 'short' });
  await say('vault.recover', { path, words: [...words].reverse().join(' '), newPassphrase: wrong });
  await say('vault.recover', { path, words: `${words.join(' ')} ${wrong}`, newPassphrase: wrong });
  const keys = readFileSync(join(path, 'keys.json'), 'utf8');
  writeFileSync(join(path, 'keys.json'), keys.slice(0, 100));
  writeFileSync(join(path, 'keys.copy.json'), '{}');
  await say('vault.unlock', { path, passphrase: PASSPHRASE });
  writeFileSync(join(path, 'keys.json'), keys);
  truncateSync(join(path, 'vault.db'), 5000);
  await say('vault.unlock', { path, passphrase: PASSPHRASE });
  writeFileSync(join(path, 'vault.db'), Buffer.alloc(40_960, 7));
  await say('vault.unlock', { path, passphrase: PASSPHRASE });
  vi.restoreAllMocks();
  const everything = JSON.stringify(replies) + written.join('\n');
  expect(replies.filter((reply) => (reply as { ok: boolean }).ok).length).toBe(2);
  for (const secret of [
    PASSPHRASE,
    wrong,
    words.slice(0, 4).join(' '),
    ...keyForms(key ?? new Uint8Array(32)),
  ])
    expect(everything).not.toContain(secret);
});
