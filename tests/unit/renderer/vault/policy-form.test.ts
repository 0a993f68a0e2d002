import { expect, test } from 'vitest';
import { vaultPolicy } from '../../../../src/contract/vault.ts';
import { FIRST_POLICY } from '../../../../src/main/vault/policy.ts';
import { isPolicy, POLICY_LIMITS } from '../../../../src/renderer/vault/policy-form.ts';

test.each(POLICY_LIMITS)('the form lets into $name what the engine takes, and nothing else', (limit) => {
  const { name, least, most } = limit;
  for (const value of [least - 1, least, most, most + 1, least + 0.5, Number.NaN]) {
    const policy = { ...FIRST_POLICY, [name]: value };
    expect([value, isPolicy(policy)]).toEqual([value, vaultPolicy.safeParse(policy).success]);
  }
});
