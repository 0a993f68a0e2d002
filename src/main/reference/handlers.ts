import type { Handlers } from '../engine/handlers.ts';
import { type Gazetteer, loadGazetteer } from './gazetteer.ts';

const loaded = new Map<string, Gazetteer>();

/** The gazetteer of a resources folder, read once per engine. */
export function gazetteerOf(resourcesFolder: string): Gazetteer {
  const known = loaded.get(resourcesFolder);
  if (known !== undefined) return known;
  const gazetteer = loadGazetteer(resourcesFolder);
  loaded.set(resourcesFolder, gazetteer);
  return gazetteer;
}

/** What answers the place-name questions of the map. */
export const referenceHandlers = {
  'gazetteer.search': (context, { text, limit }) => ({
    places: gazetteerOf(context.resourcesFolder).search(text, limit),
  }),
  'gazetteer.nearest': (context, { latitude, longitude }) =>
    gazetteerOf(context.resourcesFolder).nearest(latitude, longitude),
} satisfies Pick<Handlers, 'gazetteer.search' | 'gazetteer.nearest'>;
