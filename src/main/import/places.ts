import { loadGazetteer } from '../reference/gazetteer.ts';
import type { PlaceLookup } from './write-places.ts';

let folder: string | null = null;

/**
 * Coordinates of border crossing points by name from the gazetteer in the resources. A redo has no context of its
 * own and uses the folder of the last import. A name that is unknown or means several places has none.
 */
export function regionalPlaces(resourcesFolder: string | null): PlaceLookup {
  folder = resourcesFolder ?? folder;
  const found = folder;
  if (found === null) return () => null;
  return (name) => loadGazetteer(found).findPlace(name);
}
