import { create } from 'zustand';
import type { Output } from '../../contract/index.ts';
import { call, startMessages, switchLanguage, useDesk } from '../workspace/index.ts';

export type Settings = Output<'settings.get'>;

const FIRST: Settings = { language: 'en', theme: 'system', timeZone: 'Europe/Chisinau', analyst: '' };

export const useSettings = create<Settings>(() => FIRST);

const systemIsDark = matchMedia('(prefers-color-scheme: dark)');

function applyTheme(theme: Settings['theme']): void {
  const dark = theme === 'dark' || (theme === 'system' && systemIsDark.matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
}
systemIsDark.addEventListener('change', () => applyTheme(useSettings.getState().theme));

/** Before the first frame: language, theme and zone as they were left; the defaults when the engine is silent. */
export async function loadSettings(known: Settings | undefined): Promise<void> {
  const settings = known ?? (await call('settings.get', {}).catch(() => FIRST));
  useSettings.setState(settings);
  applyTheme(settings.theme);
  document.documentElement.lang = settings.language;
  useDesk.setState({ timeZone: settings.timeZone });
  await startMessages(settings.language);
}

/** Changes at once on the screen and keeps it for the next start. */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  useSettings.setState(change);
  if (change.theme !== undefined) applyTheme(change.theme);
  if (change.timeZone !== undefined) useDesk.setState({ timeZone: change.timeZone });
  if (change.language !== undefined) {
    document.documentElement.lang = change.language;
    await switchLanguage(change.language);
  }
  await call('settings.set', change);
}
