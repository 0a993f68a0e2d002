/** The camera: Web Mercator, the world one unit wide; `scale` is pixels per world. */
export interface MapView {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly zoom: number;
}

const HIGHEST_LATITUDE = 85.0511;

export function mercatorX(longitude: number): number {
  return longitude / 360 + 0.5;
}
export function mercatorY(latitude: number): number {
  const clamped = Math.max(-HIGHEST_LATITUDE, Math.min(HIGHEST_LATITUDE, latitude));
  const sine = Math.sin((clamped * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}
export function toPixel(view: MapView, longitude: number, latitude: number): [number, number] {
  return [mercatorX(longitude) * view.scale - view.left, mercatorY(latitude) * view.scale - view.top];
}
export function isSeen(view: MapView, [x, y]: readonly [number, number], margin: number): boolean {
  return x > -margin && y > -margin && x < view.width + margin && y < view.height + margin;
}

/** Metres on the ground per pixel at a latitude. */
export function metresPerPixel(view: MapView, latitude: number): number {
  return (40_075_016.7 * Math.cos((latitude * Math.PI) / 180)) / view.scale;
}
/** The longest round distance (1, 2 or 5 × 10ⁿ metres) that fits into so many pixels. */
export function scaleBar(metresEach: number, pixels: number): { metres: number; pixels: number } {
  const most = metresEach * pixels;
  const power = 10 ** Math.floor(Math.log10(most));
  const step = [5, 2, 1].find((one) => one * power <= most) ?? 1;
  return { metres: step * power, pixels: (step * power) / metresEach };
}
