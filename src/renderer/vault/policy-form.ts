import type { VaultPolicy } from '../../contract/vault.ts';

/** What may be written into each field; the contract refuses the rest. */
export const POLICY_LIMITS = [
  { name: 'idleMinutes', least: 1, most: 60 },
  { name: 'everyHours', least: 0, most: 168 },
  { name: 'everyHoursOfWork', least: 0, most: 24 },
] as const;

export function isPolicy(policy: VaultPolicy): boolean {
  return POLICY_LIMITS.every(({ name, least, most }) => {
    const value = policy[name];
    return Number.isInteger(value) && value >= least && value <= most;
  });
}
