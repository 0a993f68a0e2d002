/** Made by build/viewer-outline.ts from public-domain Natural Earth outlines and a table of cities. */
declare module 'virtual:outline' {
  export const COUNTRY_LINES: readonly (readonly (readonly [number, number])[])[];
  /** Name, longitude, latitude; the largest first. */
  export const CITIES: readonly (readonly [string, number, number])[];
}
