import { readFileSync, statSync } from 'node:fs';
import type { HitResult } from '../../../contract/hit-no-hit.ts';
import type { Input } from '../../../contract/index.ts';
import {
  type ComparisonKey,
  comparisonKeys,
  type HitDocument,
  hashedText,
  MOST_BYTES,
  NAME_AND_BIRTH,
  readHitDocument,
} from '../../../core/hit-no-hit/index.ts';
import { Failure } from '../../../core/result.ts';
import type { Context } from '../../engine/context.ts';
import { fileSeq, getFile } from '../../store/analysis-files.ts';
import { audit } from '../../store/command.ts';
import { entitiesBySeq } from '../../store/entities.ts';
import { membersOf } from '../../store/members.ts';
import { shutterOf } from '../../store/shutter.ts';
import { nameKeysMark } from './meeting.ts';
import { ownRecords } from './own-records.ts';

const AT_ONCE = 500;

/**
 * Which of the file's own entities the partner has too. Failures: hitnohit.no-meeting, hitnohit.cannot-read,
 * hitnohit.too-large, hitnohit.not-one, hitnohit.other-version, hitnohit.malformed, hitnohit.other-secret,
 * hitnohit.own-file.
 */
export async function matchKeys(
  context: Context,
  { fileId, path }: Input<'hitNoHit.match'>,
  breathe: () => Promise<void>,
): Promise<HitResult> {
  const mark = context.meeting.mark();
  const partner = partnerFile(context, path);
  if (partner.meeting !== mark) throw new Failure('hitnohit.other-secret');
  if (context.meeting.own.has(partner.id)) throw new Failure('hitnohit.own-file');
  const namesCompared = partner.nameKeys === nameKeysMark();
  const { found, compared } = await compare(context, fileId, partner, namesCompared, breathe);
  const result: HitResult = {
    partner: { ...partner.bureau, created: partner.created },
    compared,
    namesCompared,
    hits: shown(context, found),
  };
  audit(context, 'hit-no-hit-match', `file:${fileId}`, '', {
    analysisFile: getFile(context.database(), fileId).reference,
    partner: partner.bureau,
    document: partner.id,
    compared,
    hits: result.hits.length,
  });
  return result;
}

function partnerFile(context: Context, path: string): HitDocument {
  const read = readHitDocument(textOf(context, path));
  if (typeof read === 'string') throw new Failure(`hitnohit.${read}`);
  return read;
}

function textOf(context: Context, path: string): string {
  const dropped = context.uploads.get(path);
  if (dropped !== undefined) return Buffer.from(dropped.bytes).toString('utf8');
  let size: number;
  try {
    size = statSync(path).size;
    if (size <= MOST_BYTES) return readFileSync(path, 'utf8');
  } catch {
    throw new Failure('hitnohit.cannot-read', { path });
  }
  throw new Failure('hitnohit.too-large');
}

type Found = Map<number, ComparisonKey[]>;

async function compare(
  context: Context,
  fileId: string,
  partner: HitDocument,
  namesCompared: boolean,
  breathe: () => Promise<void>,
): Promise<{ found: Found; compared: number }> {
  const database = context.database();
  const theirs = new Map(Object.entries(partner.keys).map(([kind, list]) => [kind, new Set(list)]));
  const found: Found = new Map();
  let compared = 0;
  let at = 0;
  for (const { seq, record } of ownRecords(database, fileSeq(database, fileId))) {
    for (const key of comparisonKeys(record).keys) {
      if (key.kind === NAME_AND_BIRTH && !namesCompared) continue;
      compared += 1;
      if (theirs.get(key.kind)?.has(context.meeting.hash(hashedText(key))) !== true) continue;
      found.set(seq, [...(found.get(seq) ?? []), key]);
    }
    at += 1;
    if (at % AT_ONCE === 0) await breathe();
  }
  return { found, compared };
}

/** Members under their lead; of a closed person no more than the shutter. */
function shown(context: Context, found: Found): HitResult['hits'] {
  const database = context.database();
  const members = membersOf(database);
  const byLead = Map.groupBy(found, ([seq]) => members.leadOf(seq));
  const entities = entitiesBySeq(database, [...byLead.keys()], shutterOf(context));
  return [...byLead].flatMap(([lead, rows]) => {
    const entity = entities.get(lead);
    if (entity === undefined) return [];
    const keys = rows.flatMap(([, some]) => some).map(({ kind, shown: value }) => ({ kind, value }));
    const distinct = [...new Map(keys.map((one) => [`${one.kind} ${one.value}`, one])).values()];
    return [{ entity, what: entity.protected ? [] : distinct }];
  });
}
