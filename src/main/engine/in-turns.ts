import type { Steps } from '../../core/text/steps.ts';

/** Shorter than anybody notices; what else waits for the engine comes in between. */
const TURN_MS = 15;

/** Does long work of the engine's own thread in turns with everything else. */
export async function inTurns<T>(steps: Steps<T>): Promise<T> {
  let until = performance.now() + TURN_MS;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() < until) continue;
    await new Promise((resolve) => setImmediate(resolve));
    until = performance.now() + TURN_MS;
  }
}
