import { CallError, translate } from '../workspace/index.ts';
import { useChart } from './state.ts';

/** Why an act failed, as a sentence. */
export function reasonOf(error: unknown): string {
  return error instanceof CallError ? error.message : translate('chart:error.unexpected');
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Runs the acts of a chart one after the other: two quick keys must not overwrite each other's revision.
 * A failure becomes a sentence on the panel and does not stop the next act.
 */
export function inTurn(act: () => Promise<void>): Promise<void> {
  const run = last.then(act).catch((error: unknown) => {
    useChart.setState({ notice: { text: reasonOf(error), error: true } });
  });
  last = run.finally(() => useChart.setState({ work: null }));
  return run;
}
