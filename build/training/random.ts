/** A seeded source of chance: the same seed gives the same training case on every machine. */
export interface Chance {
  /** 0 ≤ x < 1. */
  next(): number;
  whole(from: number, to: number): number;
  pick<T>(list: readonly T[]): T;
  /** Index drawn in proportion to its weight. */
  weighted(weights: readonly number[]): number;
  /** Pareto-distributed, at least 1, at most `cap`: the heavy tail of real contact behaviour. */
  tail(exponent: number, cap: number): number;
}

/** Mulberry32 (public domain, T. Ettinger): 32-bit state, good enough to invent data, never for secrets. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    whole,
    pick<T>(list: readonly T[]): T {
      const found = list[whole(0, list.length - 1)];
      if (found === undefined) throw new Error('nothing to pick from');
      return found;
    },
    weighted(weights) {
      let left = next() * weights.reduce((sum, weight) => sum + weight, 0);
      for (const [index, weight] of weights.entries()) {
        left -= weight;
        if (left < 0) return index;
      }
      return weights.length - 1;
    },
    tail: (exponent, cap) => Math.min(cap, (1 - next()) ** (-1 / exponent)),
  };
}
