import { CallError, translate } from '../workspace/index.ts';
import { useChart } from './state.ts';

let last: Promise<unknown> = Promise.resolve();

/**
 * Runs the acts of a chart one after the other: two quick keys must not overwrite each other's revision.
 * A failure becomes a sentence on the panel and does not stop the next act.
 */
export function inTurn(act: () => Promise<void>): Promise<void> {
  const run = last.then(act).catch((error: unknown) => {
    const text = error instanceof CallError ? error.message : translate('chart:error.unexpected');
    useChart.setState({ notice: { text, error: true } });
  });
  last = run.finally(() => useChart.setState({ work: null }));
  return run;
}
