import type { Handlers } from '../engine/handlers.ts';
import { loadGazetteer } from './gazetteer.ts';

export const referenceHandlers: Pick<Handlers, 'gazetteer.search' | 'gazetteer.nearest'> = {
  'gazetteer.search': (context, { text, limit }) => ({ places: loadGazetteer(context.resourcesFolder).search(text, limit) }),
  'gazetteer.nearest': (context, { latitude, longitude }) => loadGazetteer(context.resourcesFolder).nearest(latitude, longitude),
};
