import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import './ui/theme.css';
import './ui/controls.css';
import './ui/table.css';
import './app/frame.css';
import './app/views.css';
import './app/answers.css';
import { App } from './app/App.tsx';
import { readStatus } from './app/session.ts';
import { loadSettings } from './app/settings.ts';

/** A picture for the command line, or the window. */
async function content(): Promise<ReactElement> {
  if (new URLSearchParams(location.search).has('render')) {
    const { pictureOf, RenderMode } = await import('./app/render-mode.tsx');
    const picture = pictureOf(location.search);
    if (picture !== null) return <RenderMode picture={picture} />;
  }
  return <App />;
}

async function start(): Promise<void> {
  const element = document.getElementById('root');
  if (element === null) return;
  await Promise.all([loadSettings(), readStatus()]);
  createRoot(element).render(await content());
}

void start();
