import { z } from 'zod';
import { analysisFile } from './casefile.ts';
import { method } from './method.ts';
import {
  entitySummary,
  entityType,
  eventRow,
  eventType,
  id,
  identifierCountry,
  instant,
  linkType,
  properties,
  sentence,
  strength,
} from './terms.ts';

const journalled = z.object({ journalId: id });
const reason = z.string().optional();

/**
 * An identifier as a person writes it; the engine normalises and checks it. A kind the program does not know is taken
 * only where the entity has it already: a file brought it, and it must not be lost by editing something else.
 */
const identifierInput = z.object({
  kind: z.string().min(1).max(64),
  raw: z.string().min(1),
  country: identifierCountry.optional(),
});

/** One link behind a chart line. */
export const linkRow = z.object({
  id,
  from: id,
  to: id,
  type: linkType,
  strength,
  start: instant.nullable(),
  end: instant.nullable(),
  sources: z.array(z.string()),
});
export type LinkRow = z.infer<typeof linkRow>;

/** What a person writes of an event. The time is read as written (year first) in the given zone; '' = undated. */
const eventInput = z.object({
  type: eventType,
  time: z.object({ text: z.string(), zone: z.string().min(1) }),
  from: id.nullable(),
  to: id.nullable(),
  durationSeconds: z.number().int().min(0).nullable(),
  place: z.string().nullable(),
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
  amountMinor: z.number().int().nullable(),
  currency: z.string().min(3).max(5).nullable(),
  properties,
});
export type EventInput = z.infer<typeof eventInput>;

/** One member of a merged record. */
export const mergeRow = z.object({
  mergeId: id,
  entity: entitySummary,
  reason: z.string(),
  by: z.string(),
  at: instant,
});

export const editMethods = {
  /** Only what is given changes; `properties` and `identifiers` are the whole list that shall be. */
  'entity.edit': method(
    z.object({
      entityId: id,
      label: z.string().min(1).optional(),
      type: entityType.optional(),
      properties: properties.optional(),
      identifiers: z.array(identifierInput).optional(),
      reason,
    }),
    journalled,
  ),
  /** What a person sees before editing; refused for a protected person without a reason. */
  'entity.identifiers': method(
    z.object({ entityId: id, reason }),
    z.object({
      label: z.string(),
      identifiers: z.array(
        identifierInput.extend({ country: identifierCountry, value: z.string(), check: z.string() }),
      ),
    }),
  ),
  /** What the program makes of an identifier before it is saved. */
  'entity.readIdentifier': method(
    identifierInput.required(),
    z.object({ value: z.string(), check: z.string(), explain: z.array(sentence) }),
  ),
  /** What hangs on an entity and would go with it; events and merges forbid it. */
  'entity.hanging': method(
    z.object({ entityId: id }),
    z.object({
      facts: z.number().int(),
      links: z.number().int(),
      identifiers: z.number().int(),
      charts: z.number().int(),
      events: z.number().int(),
      merged: z.number().int(),
    }),
  ),
  'entity.delete': method(z.object({ entityId: id, reason }), journalled),
  /** Shows the members under the lead; their own facts, links and events stay with them. */
  'entity.merge': method(
    z.object({ leadId: id, memberIds: z.array(id).min(1).max(500), reason: z.string() }),
    journalled.extend({ mergeId: id }),
  ),
  'entity.unmerge': method(z.object({ mergeId: id, reason }), journalled),
  /** Who is shown under this entity. */
  'entity.members': method(z.object({ entityId: id }), z.object({ members: z.array(mergeRow) })),
  /** The links (not the events) behind a chart line `<from>|<to>|<type>`. */
  'link.list': method(z.object({ fileId: id, key: z.string() }), z.object({ links: z.array(linkRow) })),
  'link.edit': method(
    z.object({
      linkId: id,
      type: linkType.optional(),
      strength: strength.optional(),
      start: instant.nullable().optional(),
      end: instant.nullable().optional(),
      reverse: z.boolean().optional(),
      reason,
    }),
    journalled,
  ),
  'link.delete': method(z.object({ linkId: id, reason }), journalled),
  'event.create': method(
    eventInput.extend({ fileId: id, sourceId: id.optional() }),
    journalled.extend({ event: eventRow }),
  ),
  /** Only events entered by hand: what a file says is corrected by another fact, never overwritten. */
  'event.edit': method(eventInput.partial().extend({ eventId: id, reason }), journalled),
  'event.delete': method(z.object({ eventId: id, reason }), journalled),
  'analysisFile.edit': method(
    z.object({
      fileId: id,
      change: analysisFile.omit({ id: true, created: true }).partial(),
      reason,
    }),
    journalled,
  ),
};
export type EditMethod = keyof typeof editMethods;
