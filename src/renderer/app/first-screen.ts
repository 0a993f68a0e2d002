import type { FirstScreen } from '../../contract/first-screen.ts';

/** What the host put into the page; null where the engine must be asked (a reload, a picture for the command line). */
export function firstScreen(): FirstScreen | null {
  return JSON.parse(document.getElementById('first-screen')?.textContent ?? 'null') as FirstScreen | null;
}
