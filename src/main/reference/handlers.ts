import type { Handlers } from '../engine/handlers.ts';
import { gazetteerOf } from './gazetteer.ts';

/** What answers the place-name questions of the map. */
export const referenceHandlers = {
  'gazetteer.search': (context, { text, limit }) => ({
    places: gazetteerOf(context.resourcesFolder).search(text, limit),
  }),
  'gazetteer.nearest': (context, { latitude, longitude }) =>
    gazetteerOf(context.resourcesFolder).nearest(latitude, longitude),
} satisfies Pick<Handlers, 'gazetteer.search' | 'gazetteer.nearest'>;
