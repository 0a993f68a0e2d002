import type { Output } from '../../contract/index.ts';
import { foldName } from '../../core/names/index.ts';
import { nameShutter } from '../../core/text/shut-names.ts';
import type { Context } from '../engine/context.ts';
import { entitiesBySeq } from '../store/entities.ts';
import { eventRows } from '../store/events.ts';
import { particularsOf } from '../store/namesakes.ts';
import { protectedNames } from '../store/protected-names.ts';
import { shutterOf } from '../store/shutter.ts';
import { snippetOf, textTerms, wordsWanted } from './documents.ts';
import type { Look } from './look.ts';
import type { Found } from './run.ts';

type Answer = Output<'search.query'>;
type Hit = Answer['hits'][number];

/** What was found as a person may see it: protected people behind their shutters, also inside texts. */
export function presented(context: Context, look: Look, found: Found): Answer {
  const shut = shutterFor(look, found);
  const texts = shut.isAsked ? [] : found.documents;
  const events = shut.isAsked ? found.events.filter(({ why }) => why !== 'text') : found.events;
  return {
    hits: [
      ...recordHits(context, look, found, shut.write),
      ...documentHits(context, look, texts, shut.write),
    ],
    events: eventHits(context, look, events, shut.write),
    problems: [...found.problems],
    more: found.more,
  };
}

interface TextShutter {
  readonly write: (text: string) => string;
  /** A word asked for is part of a closed name: a text that holds it must not answer, or it would confirm the name. */
  readonly isAsked: boolean;
}

function shutterFor(look: Look, found: Found): TextShutter {
  const hasText =
    found.documents.length > 0 ||
    found.events.length > 0 ||
    found.records.some(({ field }) => field !== 'name');
  const write = nameShutter(hasText ? protectedNames(look.database, look.fileSeq, look.opened) : []);
  const words = wordsWanted(textTerms(look) ?? []);
  return { write, isAsked: words.some((word) => write(word) !== word) };
}

function recordHits(context: Context, look: Look, { records }: Found, shut: (text: string) => string): Hit[] {
  const seqs = records.map(({ seq }) => seq);
  const entities = entitiesBySeq(look.database, seqs, shutterOf(context));
  const particulars = particularsOf(look.database, [...entities.keys()]);
  return records.flatMap((hit) => {
    const entity = entities.get(hit.seq);
    if (entity === undefined) return [];
    const open = entity.protected ? undefined : particulars.get(hit.seq);
    return [
      {
        entity,
        matched: entity.protected ? '' : hit.field === 'name' ? hit.matched : shut(hit.matched),
        field: entity.protected ? null : hit.field,
        birthDate: open?.birthDate ?? null,
        identifiers: [...(open?.identifiers ?? [])],
        why: hit.why,
        found: null,
      },
    ];
  });
}

function documentHits(
  context: Context,
  look: Look,
  documents: Found['documents'],
  shut: (text: string) => string,
): Hit[] {
  const entities = entitiesBySeq(
    look.database,
    documents.map(({ seq }) => seq),
    shutterOf(context),
  );
  return documents.flatMap(({ seq, page, snippet }) => {
    const entity = entities.get(seq);
    if (entity === undefined) return [];
    const found = { page, snippet: shut(snippet) };
    return [
      { entity, matched: '', field: 'text', birthDate: null, identifiers: [], why: 'text' as const, found },
    ];
  });
}

const WORDED = ['text', 'subject', 'purpose', 'note'];

function eventHits(
  context: Context,
  look: Look,
  events: Found['events'],
  shut: (text: string) => string,
): Answer['events'] {
  const whys = events.map(({ why }) => why);
  const rows = eventRows(
    look.database,
    events.map(({ seq }) => seq),
    shutterOf(context),
  );
  const words = wordsWanted(textTerms(look) ?? []).map(foldName);
  return rows.map((row, at) => {
    const {
      id,
      type,
      start,
      startText,
      zone,
      precision,
      from,
      fromLabel,
      to,
      toLabel,
      place,
      sourceReference,
    } = row;
    const own = WORDED.map((name) => row.properties[name]).filter((value) => typeof value === 'string');
    const text = own.length === 0 ? null : shut(snippetOf(own.join(' · '), words));
    const ends = { from, fromLabel, to, toLabel };
    const when = { start, startText, zone, precision };
    return { id, type, ...when, ...ends, place, sourceReference, why: whys[at] ?? 'filter', snippet: text };
  });
}
