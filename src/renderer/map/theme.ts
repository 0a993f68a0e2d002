/** Colours of the map canvas, which cannot read CSS variables. */
export interface MapTheme {
  readonly water: string;
  readonly land: string;
  readonly coast: string;
  readonly border: string;
  readonly text: string;
  readonly muted: string;
  readonly halo: string;
  readonly accent: string;
  readonly mark: string;
}
const LIGHT: MapTheme = {
  water: '#d9e4ec',
  land: '#f7f5f0',
  coast: '#9fb3c2',
  border: '#8d8678',
  text: '#1b1f24',
  muted: '#5c5a52',
  halo: '#f7f5f0',
  accent: '#0b5cad',
  mark: '#ffffff',
};
const DARK: MapTheme = {
  water: '#141b22',
  land: '#262b31',
  coast: '#46525e',
  border: '#77808b',
  text: '#e6e9ed',
  muted: '#a4adb8',
  halo: '#262b31',
  accent: '#6cb2ff',
  mark: '#15181c',
};
/** Paper is light, whatever the screen is. */
export const PAPER_THEME = LIGHT;
export function mapTheme(): MapTheme {
  return document.documentElement.dataset.theme === 'dark' ? DARK : LIGHT;
}
