/** Work that can be left off between two steps, so that whoever does it can look after something else. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** All steps at once. */
export function runThrough<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
