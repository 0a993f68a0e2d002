import { arrange, type LayoutInput } from './layout.ts';

/** Runs one arrangement and answers with the places; stopped by terminating the worker. */
addEventListener('message', (event: MessageEvent<LayoutInput>) => {
  postMessage([...arrange(event.data)]);
});
