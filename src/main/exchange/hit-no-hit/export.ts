import { createHash, randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import type { HitPreview } from '../../../contract/hit-no-hit.ts';
import type { Input } from '../../../contract/index.ts';
import {
  type Bureau,
  type ComparisonKey,
  HIT_FORMAT,
  HIT_KINDS,
  HIT_VERSION,
  type HitDocument,
  hashedText,
  MOST_KEYS,
  padded,
} from '../../../core/hit-no-hit/index.ts';
import { Failure } from '../../../core/result.ts';
import type { Context } from '../../engine/context.ts';
import { saveWhole } from '../../engine/save-file.ts';
import { getFile } from '../../store/analysis-files.ts';
import { audit } from '../../store/command.ts';
import { leavingKeys } from './leaving.ts';
import { nameKeysMark } from './meeting.ts';

const AT_ONCE = 2000;

/**
 * Writes the file for the partner. It is in the audit chain, with its counts, before it can be handed over. Failures:
 * hitnohit.no-meeting, hitnohit.nothing-left, hitnohit.too-many, files.cannot-write, files.disk-full.
 */
export async function exportKeys(
  context: Context,
  { bureau, path, ...selection }: Input<'hitNoHit.export'>,
  breathe: () => Promise<void>,
): Promise<{ path: string; sha256: string; preview: HitPreview }> {
  const meeting = context.meeting.mark();
  const { all, ...preview } = await leavingKeys(context.database(), selection, breathe);
  if (all.length === 0) throw new Failure('hitnohit.nothing-left');
  const keys = await hashedKeys(context, all, breathe);
  const id = randomBytes(16).toString('hex');
  const text = documentText({ id, meeting, created: new Date(context.now()).toISOString(), bureau, keys });
  const sha256 = createHash('sha256').update(text, 'utf8').digest('hex');
  const note = (action: string): void =>
    audit(context, action, `file:${basename(path)}`, '', {
      analysisFile: getFile(context.database(), selection.fileId).reference,
      partners: selection.partners,
      bureau: bureau.name,
      ...preview,
      sha256,
    });
  note('hit-no-hit-export');
  try {
    saveWhole(path, text);
  } catch (error) {
    note('export-failed');
    throw error;
  }
  context.meeting.own.add(id);
  return { path, sha256, preview };
}

async function hashedKeys(
  context: Context,
  all: readonly ComparisonKey[],
  breathe: () => Promise<void>,
): Promise<HitDocument['keys']> {
  const byKind = new Map<string, string[]>(HIT_KINDS.map((kind) => [kind, []]));
  for (const [at, key] of all.entries()) {
    byKind.get(key.kind)?.push(context.meeting.hash(hashedText(key)));
    if (at % AT_ONCE === 0) await breathe();
  }
  const random = (): string => randomBytes(32).toString('hex');
  const lists = [...byKind].map(([kind, hashes]) => [kind, padded(hashes, random)] as const);
  if (lists.reduce((sum, [, list]) => sum + list.length, 0) > MOST_KEYS)
    throw new Failure('hitnohit.too-many', { count: all.length, most: MOST_KEYS });
  return Object.fromEntries(lists) as unknown as HitDocument['keys'];
}

/** One hash a line. */
function documentText(made: {
  readonly id: string;
  readonly meeting: string;
  readonly created: string;
  readonly bureau: Bureau;
  readonly keys: HitDocument['keys'];
}): string {
  const document: HitDocument = {
    format: HIT_FORMAT,
    version: HIT_VERSION,
    nameKeys: nameKeysMark(),
    ...made,
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}
