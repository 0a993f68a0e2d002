import type { KeyCost } from '../../src/main/vault/key-cost.ts';

/** Key derivation light enough for a test; the product's cost is measured by key-cost.ts. */
export const LIGHT: KeyCost = { memoryKiB: 64, passes: 1 };
