/** Colours of the canvas, which cannot read CSS variables; both keep AA contrast for text. */
export interface ChartTheme {
  readonly background: string;
  readonly node: string;
  readonly text: string;
  readonly halo: string;
  readonly line: string;
  readonly accent: string;
  readonly mark: string;
  readonly shutter: string;
}

export type ThemeName = 'light' | 'dark';

export const CHART_THEMES: Readonly<Record<ThemeName, ChartTheme>> = {
  light: {
    background: '#ffffff',
    node: '#ffffff',
    text: '#1c2127',
    halo: '#ffffff',
    line: '#5f6b7c',
    accent: '#0b5cad',
    mark: '#b45f00',
    shutter: '#d3d8de',
  },
  dark: {
    background: '#1a1e23',
    node: '#252a31',
    text: '#edeff2',
    halo: '#1a1e23',
    line: '#9aa5b4',
    accent: '#6cb6ff',
    mark: '#ffb54d',
    shutter: '#4a525d',
  },
};

export function themeName(): ThemeName {
  return document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light';
}

/** Calls back when the person switches light and dark; returns the function that stops it. */
export function onThemeChanged(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}
