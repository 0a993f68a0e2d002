import { ICON_PATHS } from '../../core/model/icon-paths.ts';

/** The icon as an image for the canvas: `colour` is a CSS colour, 48 px so that it stays sharp when zoomed. */
export function iconImage(name: string, colour: string): string {
  const path = ICON_PATHS[name] ?? '';
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48" viewBox="0 0 24 24" fill="none" ` +
    `stroke="${colour}" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"><path d="${path}"/></svg>`;
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
}
