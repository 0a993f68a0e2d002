import { randomBytes } from 'node:crypto';
import { totalmem } from 'node:os';
import { argon2id } from 'hash-wasm';

/** Argon2id cost: memory in KiB, passes. */
export interface KeyCost {
  readonly memoryKiB: number;
  readonly passes: number;
}

/** Below this no key is ever made (RFC 9106 names 64 MiB with three passes as its second choice). */
export const LEAST_COST: KeyCost = { memoryKiB: 256 * 1024, passes: 3 };
/** One guess of a thief should take a second of a machine like the owner's. */
export const TARGET_MS = 1000;
/** What the program may take of the machine for a moment, and what the derivation's own memory can hold. */
const MOST_KIB = 1024 * 1024;
const SHARE_OF_MEMORY = 8;
const STEP_KIB = 64 * 1024;
const MOST_PASSES = 64;

const PROBE: KeyCost = { memoryKiB: 64 * 1024, passes: 1 };

/**
 * The cost that takes about the target here, from what a probe took: memory first, because that is what a thief's
 * machines lack, then passes. Never below the least, however slow the machine.
 */
export function costFor(
  probe: { readonly cost: KeyCost; readonly milliseconds: number },
  memoryOfMachineKiB: number,
): KeyCost {
  const perKiB = Math.max(probe.milliseconds, 0.1) / (probe.cost.memoryKiB * probe.cost.passes);
  const work = TARGET_MS / perKiB;
  const most = Math.min(MOST_KIB, memoryOfMachineKiB / SHARE_OF_MEMORY);
  const wanted = Math.min(most, work / LEAST_COST.passes);
  const memoryKiB = Math.max(LEAST_COST.memoryKiB, Math.floor(wanted / STEP_KIB) * STEP_KIB);
  const passes = Math.min(MOST_PASSES, Math.max(LEAST_COST.passes, Math.floor(work / memoryKiB)));
  return { memoryKiB, passes };
}

async function timeOfProbe(): Promise<number> {
  const began = performance.now();
  await argon2id({
    password: randomBytes(32),
    salt: randomBytes(16),
    parallelism: 1,
    iterations: PROBE.passes,
    memorySize: PROBE.memoryKiB,
    hashLength: 32,
    outputType: 'binary',
  });
  return performance.now() - began;
}

let measured: Promise<KeyCost> | null = null;

async function measure(): Promise<KeyCost> {
  // The first one also loads the code; what disturbs a measurement only makes it longer.
  const times = [await timeOfProbe(), await timeOfProbe(), await timeOfProbe()];
  return costFor({ cost: PROBE, milliseconds: Math.min(...times) }, totalmem() / 1024);
}

/** What a new key costs on this machine; measured once in a run. */
export function measuredCost(): Promise<KeyCost> {
  measured ??= measure();
  return measured;
}
