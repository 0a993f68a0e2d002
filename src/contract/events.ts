import { z } from 'zod';
import { method } from './method.ts';
import { eventRow, eventType, evidenceFilter, id, instant, page, period } from './terms.ts';

/** Which events: of the file, narrowed to these entities, types, time, or one chart line. */
export const eventFilter = z.object({
  fileId: id,
  entityIds: z.array(id).max(20_000).optional(),
  types: z.array(eventType).optional(),
  period: period.optional(),
  linkKey: z.string().optional(),
  ...evidenceFilter.shape,
});
export type EventFilter = z.infer<typeof eventFilter>;

export const mapPoint = z.object({
  id,
  kind: z.enum(['event', 'place']),
  eventType: eventType.nullable(),
  entityId: id.nullable(),
  label: z.string(),
  start: instant.nullable(),
  latitude: z.number(),
  longitude: z.number(),
  accuracyMetres: z.number().nullable(),
});
export type MapPoint = z.infer<typeof mapPoint>;

export const gazetteerPlace = z.object({
  name: z.string(),
  country: z.string(),
  admin1: z.string(),
  latitude: z.number(),
  longitude: z.number(),
  population: z.number(),
  kind: z.enum(['city', 'border_crossing']),
});
export type GazetteerPlace = z.infer<typeof gazetteerPlace>;

export const eventMethods = {
  'event.list': method(
    eventFilter.extend(page.shape).extend({ descending: z.boolean().optional() }),
    z.object({ total: z.number(), rows: z.array(eventRow) }),
  ),
  'event.get': method(z.object({ eventId: id }), eventRow),
  'event.extent': method(
    eventFilter,
    z.object({ count: z.number(), undated: z.number(), first: instant.nullable(), last: instant.nullable() }),
  ),
  /** Counts per equal bucket of [from,to); by event type. */
  'event.histogram': method(
    eventFilter.extend({ from: instant, to: instant, buckets: z.number().int().min(1).max(2000) }),
    z.object({ counts: z.array(z.number()), byType: z.record(z.string(), z.array(z.number())) }),
  ),
  /** One lane per entity: bucket counts, and the single events where fewer than `detailLimit` are in range. */
  'event.lanes': method(
    z.object({
      fileId: id,
      entityIds: z.array(id).max(500),
      from: instant,
      to: instant,
      buckets: z.number().int().min(1).max(2000),
      detailLimit: z.number().int().max(2000),
      types: z.array(eventType).optional(),
      ...evidenceFilter.shape,
    }),
    z.object({
      lanes: z.array(
        z.object({
          entityId: id,
          label: z.string(),
          total: z.number(),
          counts: z.array(z.number()),
          events: z.array(eventRow).nullable(),
        }),
      ),
    }),
  ),
  /** Points with coordinates, newest first, at most `limit`; `total` says what was left off. */
  'map.points': method(
    eventFilter.extend({
      bounds: z
        .object({ south: z.number(), west: z.number(), north: z.number(), east: z.number() })
        .optional(),
      limit: z.number().int().max(200_000),
    }),
    z.object({ total: z.number(), points: z.array(mapPoint) }),
  ),
  /** Positions in time order per entity; a gap above `gapMinutes` starts an estimated (dashed) stretch. */
  'map.tracks': method(
    eventFilter.extend({ gapMinutes: z.number().min(1) }),
    z.object({
      tracks: z.array(
        z.object({
          entityId: id,
          label: z.string(),
          points: z.array(z.tuple([z.number(), z.number(), instant])),
          gapsAfter: z.array(z.number().int()),
        }),
      ),
    }),
  ),
  'gazetteer.search': method(
    z.object({ text: z.string(), limit: z.number().int().max(100) }),
    z.object({ places: z.array(gazetteerPlace) }),
  ),
  'gazetteer.nearest': method(
    z.object({ latitude: z.number(), longitude: z.number() }),
    z.object({ place: gazetteerPlace.nullable(), kilometres: z.number() }),
  ),
};
