import { z } from 'zod';
import { NAME_MODES } from '../core/search/modes.ts';
import { PROBLEM_CODES } from '../core/search/query.ts';
import { method, nothing } from './method.ts';
import { entitySummary, eventRow, id, instant } from './terms.ts';

export const nameModes = z.record(z.enum(NAME_MODES), z.boolean());

const why = z.enum([
  'exact',
  'words',
  'transliterated',
  'given-name',
  'phonetic',
  'part',
  'pattern',
  'fact',
  'text',
  'filter',
]);

export const searchHit = z.object({
  entity: entitySummary,
  /** The text that answered; nothing of a protected person. */
  matched: z.string(),
  /** Where it stands: `name`, a kind of number, a property; null where only filters were asked. */
  field: z.string().nullable(),
  /** What tells it from its namesakes; nothing of a protected person. */
  birthDate: z.string().nullable(),
  identifiers: z.array(z.string()),
  why,
  /** Where the words stand in a document. */
  found: z.object({ page: z.number().int().nullable(), snippet: z.string() }).nullable(),
});

const WHAT_HAPPENED = {
  id: true,
  type: true,
  start: true,
  startText: true,
  zone: true,
  precision: true,
  from: true,
  fromLabel: true,
  to: true,
  toLabel: true,
  place: true,
  sourceReference: true,
} as const;

export const searchEvent = eventRow.pick(WHAT_HAPPENED).extend({
  /** Its own words, one asked for that is in it, or what was asked of time, place and kind. */
  why: z.enum(['text', 'who', 'filter']),
  snippet: z.string().nullable(),
});

/** A part of what was typed that cannot be searched; the rest was. */
export const searchProblem = z.object({
  code: z.enum(PROBLEM_CODES),
  start: z.number().int(),
  end: z.number().int(),
  text: z.string(),
});

export const pastSearch = z.object({
  id,
  /** The search it goes on from. */
  parentId: id.nullable(),
  text: z.string(),
  modes: nameModes,
  hits: z.number().int(),
  note: z.string(),
  actor: z.string(),
  at: instant,
});

export const standingQuery = z.object({
  id,
  name: z.string(),
  text: z.string(),
  modes: nameModes,
  actor: z.string(),
  created: instant,
  checked: instant,
  /** What it finds now, and how much of it nobody has looked at. */
  found: z.number().int(),
  fresh: z.number().int(),
});

export const searchMethods = {
  /** Entities, events and documents of one file, in the language of core/search; `modes` missing = as the person last set them. */
  'search.query': method(
    z.object({
      fileId: id,
      text: z.string().max(10_000),
      limit: z.number().int().max(500),
      modes: nameModes.optional(),
    }),
    z.object({
      hits: z.array(searchHit),
      events: z.array(searchEvent),
      problems: z.array(searchProblem),
      /** There are more than the limit let through. */
      more: z.boolean(),
    }),
  ),
  'search.modes': method(nothing, z.object({ modes: nameModes })),
  'search.setModes': method(z.object({ modes: nameModes }), nothing),
  /** Puts a search into the history; `afterId` is the one before it, whose child it is when it goes on from it. */
  'search.remember': method(
    z.object({
      fileId: id,
      text: z.string().min(1).max(10_000),
      modes: nameModes,
      hits: z.number().int(),
      afterId: id.nullable(),
    }),
    z.object({ id }),
  ),
  'search.history': method(z.object({ fileId: id }), z.object({ searches: z.array(pastSearch) })),
  'search.note': method(z.object({ id, note: z.string().max(4000) }), nothing),
  /** Those that went on from it go on from what it went on from. */
  'search.forget': method(z.object({ id }), nothing),
  'search.standing': method(z.object({ fileId: id }), z.object({ queries: z.array(standingQuery) })),
  'search.keepStanding': method(
    z.object({
      fileId: id,
      name: z.string().min(1).max(200),
      text: z.string().min(1).max(10_000),
      modes: nameModes,
    }),
    z.object({ id }),
  ),
  'search.dropStanding': method(z.object({ id }), nothing),
  /** Everything it finds counts as looked at from now on; answers what was new. */
  'search.seen': method(z.object({ id }), z.object({ entities: z.array(id), events: z.array(id) })),
};
