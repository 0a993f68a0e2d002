/** The computer slept at least so long, or its clock was set forward: either way nobody sat there. */
const JUMP_MS = 60_000;

/**
 * Tells that the wall clock went on further than the clock that stands still while the computer sleeps (as it does on
 * Linux and macOS). Each call compares with the one before.
 */
export function createJumpDetector(now: () => number, running: () => number): () => boolean {
  let before = now() - running();
  return () => {
    const apart = now() - running();
    const jump = apart - before;
    before = apart;
    return jump >= JUMP_MS;
  };
}
