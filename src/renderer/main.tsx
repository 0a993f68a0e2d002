import { createRoot } from 'react-dom/client';
import './ui/theme.css';
import './ui/controls.css';
import './ui/table.css';
import './app/frame.css';
import './app/views.css';
import { loadSettings } from './app/settings.ts';

async function start(): Promise<void> {
  const element = document.getElementById('root');
  if (element === null) return;
  await loadSettings();
  const { App } = await import('./app/App.tsx');
  createRoot(element).render(<App />);
}

void start();
