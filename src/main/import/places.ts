import { gazetteerOf } from '../reference/gazetteer.ts';
import type { PlaceLookup } from './write-places.ts';

/** A cell number is no place name: a file of call records then never loads the gazetteer. */
const HAS_LETTERS = /\p{L}{2}/u;
let folder: string | null = null;

/**
 * Coordinates of border crossing points by name from the gazetteer in the resources. A redo has no context of its
 * own and uses the folder of the last import. A name that is unknown or means several places has none.
 */
export function regionalPlaces(resourcesFolder: string | null): PlaceLookup {
  folder = resourcesFolder ?? folder;
  const found = folder;
  if (found === null) return () => null;
  return (name) => (HAS_LETTERS.test(name) ? gazetteerOf(found).findPlace(name) : null);
}
