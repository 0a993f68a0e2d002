import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import './ui/theme.css';
import './ui/controls.css';
import './ui/table.css';
import './app/frame.css';
import './app/views.css';
import './app/answers.css';
import { App } from './app/App.tsx';
import { firstScreen } from './app/first-screen.ts';
import { readStatus, takeFirstScreen } from './app/session.ts';
import { loadSettings } from './app/settings.ts';

/** Its eight files would hold up the first screen; its letters take their place a moment after it stands. */
const loadFonts = (): Promise<unknown> => import('./ui/fonts.css');

/** A picture for the command line, or the window. */
async function content(): Promise<ReactElement> {
  if (new URLSearchParams(location.search).has('render')) {
    await loadFonts();
    const { pictureOf, RenderMode } = await import('./app/render-mode.tsx');
    const picture = pictureOf(location.search);
    if (picture !== null) return <RenderMode picture={picture} />;
  }
  return <App />;
}

async function start(): Promise<void> {
  const element = document.getElementById('root');
  if (element === null) return;
  const first = firstScreen();
  if (first !== null) takeFirstScreen(first);
  await Promise.all([loadSettings(first?.settings), first === null ? readStatus() : null]);
  createRoot(element).render(await content());
  requestAnimationFrame(() => setTimeout(() => void loadFonts()));
}

void start();
