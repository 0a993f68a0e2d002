import { create } from 'zustand';
import type { CrowdMode } from './clusters.ts';

interface MapChoices {
  readonly crossings: boolean;
  readonly tracks: boolean;
  readonly legend: boolean;
  readonly crowd: CrowdMode;
}
export const useMapChoices = create<MapChoices>(() => ({
  crossings: true,
  tracks: true,
  legend: true,
  crowd: 'clusters',
}));
export function toggle(name: 'crossings' | 'tracks' | 'legend'): void {
  useMapChoices.setState((choices) => ({ [name]: !choices[name] }));
}
export function switchCrowd(): void {
  useMapChoices.setState(({ crowd }) => ({ crowd: crowd === 'heat' ? 'clusters' : 'heat' }));
}

/** What the commands can ask of the map that is on the screen. */
export interface ShownMap {
  fit(): void;
  zoomBy(steps: number): void;
  goTo(latitude: number, longitude: number, zoom: number): void;
  exportPng(): void | Promise<void>;
}
let shown: ShownMap | null = null;
export function setShownMap(map: ShownMap | null): void {
  shown = map;
}
export function shownMap(): ShownMap | null {
  return shown;
}
