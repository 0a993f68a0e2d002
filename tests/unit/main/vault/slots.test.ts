import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { LEAST_COST } from '../../../../src/main/vault/key-cost.ts';
import { makeSlot, openSlot } from '../../../../src/main/vault/slots.ts';
import { LIGHT } from '../../../helpers/vault.ts';

const about = { kind: 'passphrase', name: 'analyst', cost: LIGHT } as const;

test('a slot made without a cost takes what this machine does in a second, never less than the least', async () => {
  const key = randomBytes(32);
  const slot = await makeSlot('a long passphrase', key, { kind: 'passphrase', name: 'analyst' });
  expect(slot.argon2id.memoryKiB).toBeGreaterThanOrEqual(LEAST_COST.memoryKiB);
  expect(slot.argon2id.passes).toBeGreaterThanOrEqual(LEAST_COST.passes);
  expect(Buffer.from((await openSlot('a long passphrase', slot)) ?? []).equals(key)).toBe(true);
}, 20_000);

test('the same passphrase in another Unicode form opens the slot', async () => {
  const key = randomBytes(32);
  const slot = await makeSlot('Ștefan și їжак довго'.normalize('NFC'), key, about);
  expect(await openSlot('Ștefan și їжак довго'.normalize('NFD'), slot)).not.toBeNull();
});

test.each(['nonce', 'wrapped', 'tag'] as const)('a changed %s does not open', async (field) => {
  const slot = await makeSlot('a long passphrase', randomBytes(32), about);
  const bytes = Buffer.from(slot[field], 'base64');
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  expect(await openSlot('a long passphrase', { ...slot, [field]: bytes.toString('base64') })).toBeNull();
});

test('a slot cannot be passed off as another kind or name', async () => {
  const slot = await makeSlot('a long passphrase', randomBytes(32), about);
  expect(await openSlot('a long passphrase', { ...slot, kind: 'recovery' })).toBeNull();
  expect(await openSlot('a long passphrase', { ...slot, name: 'chief' })).toBeNull();
});

test('two slots of one passphrase share nothing', async () => {
  const key = randomBytes(32);
  const [one, two] = [
    await makeSlot('a long passphrase', key, about),
    await makeSlot('a long passphrase', key, about),
  ];
  expect(one.argon2id.salt).not.toBe(two.argon2id.salt);
  expect(one.wrapped).not.toBe(two.wrapped);
});
