import { gazetteerOf } from '../reference/gazetteer.ts';
import type { Taken } from './taken.ts';
import type { PlaceLookup } from './write-places.ts';

/** A cell number is no place name: a file of call records then never loads the gazetteer. */
const HAS_LETTERS = /\p{L}{2}/u;
const NOTHING = { found: null, meanings: [] };
let folder: string | null = null;

/**
 * Coordinates of border crossing points by name from the gazetteer in the resources. A redo has no context of its
 * own: it uses the folder of the last import, or what the undo noted where the program imported nothing since it
 * started. A name that is unknown or means several places has none.
 */
export function regionalPlaces(resourcesFolder: string | null, noted: Taken['places'] = []): PlaceLookup {
  folder = resourcesFolder ?? folder;
  const found = folder;
  if (found === null) return notedPlaces(noted);
  return (name, kind) => (HAS_LETTERS.test(name) ? gazetteerOf(found).findPlace(name, kind) : NOTHING);
}

function notedPlaces(noted: Taken['places']): PlaceLookup {
  const known = new Map(
    noted.map(([name, latitude, longitude, accuracyMetres]) => [
      name,
      { latitude, longitude, accuracyMetres },
    ]),
  );
  return (name) => ({ found: known.get(name) ?? null, meanings: [] });
}
