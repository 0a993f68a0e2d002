import { type Blow, canBeHalf } from './steps.ts';

/** When to kill: before or within a step on the disk, or after a share of the time the whole act takes. */
export type Moment = { readonly blow: Blow } | { readonly share: number };

/** Park and Miller's generator: the same moments for the same seed, but for how fast the machine is. */
export function seeded(seed: number): () => number {
  let state = seed % 2_147_483_647 || 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/**
 * `kills` moments: half of them on the boundaries between steps, which no clock hits, half spread over the time, which
 * also hits within a step. Boundaries that are fewer are all taken.
 */
export function momentsOf(kinds: readonly string[], kills: number, random: () => number): Moment[] {
  const blows = spread(boundaries(kinds, random), Math.ceil(kills / 2), random);
  const times = kills - blows.length;
  const timed = Array.from({ length: times }, (_, at) => ({ share: ((at + random()) / times) * 1.1 }));
  return [...blows.map((blow) => ({ blow })), ...timed];
}

/** Every step; of many of one kind in a row the first, the last and any one between. */
function boundaries(kinds: readonly string[], random: () => number): Blow[] {
  const blows: Blow[] = [];
  for (let first = 0; first < kinds.length; ) {
    let last = first;
    while (kinds[last + 1] === kinds[first]) last += 1;
    const between = first + 1 + Math.floor(random() * Math.max(0, last - first - 1));
    for (const at of new Set([first, Math.min(between, last), last])) {
      blows.push({ step: at + 1, half: false });
      if (canBeHalf(kinds[at] ?? '')) blows.push({ step: at + 1, half: true });
    }
    first = last + 1;
  }
  return blows;
}

/** `count` of the list, one out of each of its equal parts. */
function spread<T>(list: readonly T[], count: number, random: () => number): T[] {
  if (list.length <= count) return [...list];
  const part = list.length / count;
  return Array.from({ length: count }, (_, at) => list[Math.floor((at + random()) * part)] as T);
}
