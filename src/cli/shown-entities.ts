import type { Session } from './session.ts';

const SHOWN = 25;
/** Candidates for lanes: the busiest by lines, and whoever the newest events name. */
const BUSIEST = 200;
const NEWEST_EVENTS = 5000;

/** Whom a picture shows when nobody is named. */
export async function chosenFor(
  session: Pick<Session, 'call'>,
  fileId: string,
  view: 'chart' | 'map' | 'timeline',
): Promise<readonly string[]> {
  // The busiest phones may have no place at all, so a map of nobody named is the map of the whole file.
  if (view === 'map') return [];
  return view === 'chart' ? busiest(session, fileId, 'contacts', SHOWN) : withMostEvents(session, fileId);
}

async function busiest(
  session: Pick<Session, 'call'>,
  fileId: string,
  measure: 'contacts' | 'events',
  limit: number,
): Promise<string[]> {
  const { rows } = await session.call('ask.mostConnected', { fileId, measure, limit });
  return rows.map(({ entityId }) => String(entityId));
}

/** A car that was only seen somewhere has events and no lines, a person with ten cars lines and no events. */
async function withMostEvents(session: Pick<Session, 'call'>, fileId: string): Promise<string[]> {
  const { first, last } = await session.call('event.extent', { fileId });
  if (first === null || last === null) return [];
  const newest = await session.call('event.list', {
    fileId,
    offset: 0,
    limit: NEWEST_EVENTS,
    descending: true,
  });
  const inEvents = newest.rows.flatMap(({ from, to }) => [from, to]).filter((id) => id !== null);
  const entityIds = [...new Set([...(await busiest(session, fileId, 'events', BUSIEST)), ...inEvents])];
  const range = { from: first, to: last + 1, buckets: 1, detailLimit: 0 };
  const { lanes } = await session.call('event.lanes', {
    fileId,
    entityIds: entityIds.slice(0, 500),
    ...range,
  });
  return lanes
    .filter(({ total }) => total > 0)
    .sort((one, other) => other.total - one.total)
    .slice(0, SHOWN)
    .map(({ entityId }) => entityId);
}
