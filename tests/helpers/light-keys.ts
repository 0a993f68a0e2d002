import type { KeyCost } from '../../src/main/vault/slots.ts';

/** Key derivation light enough for a test; the product's cost is a policy of slots.ts. */
export const LIGHT: KeyCost = { memoryKiB: 64, passes: 1 };
