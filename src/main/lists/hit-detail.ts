import type { Input } from '../../contract/index.ts';
import type { HitDetail } from '../../contract/lists.ts';
import type { Sentence } from '../../contract/terms.ts';
import { compareNames, markWords } from '../../core/names/index.ts';
import { type HitReason, sameNumber, type WatchSide } from '../../core/watch/index.ts';
import type { Context } from '../engine/context.ts';
import { audit } from '../store/command.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { entitySides } from './entity-sides.ts';
import { type HitRecord, hitRecord, hitRows } from './hits.ts';
import { todayOf } from './today.ts';

type Compared = HitDetail['compared'][number];
type MarkedText = Compared['entry'][number][number];
const sentence = (key: string, params: Sentence['params'] = {}): Sentence => ({ key, params });

/** Both sides of a hit; of a closed person neither, unless it is opened with a reason. Failure lists.no-such-hit. */
export function hitDetail(context: Context, { hitId, reason = '' }: Input<'list.hit'>): HitDetail {
  const database = context.database();
  const record = hitRecord(database, hitId);
  const [row] = hitRows(context, [record]);
  if (row === undefined) throw new Error('a hit without its entity');
  const isOpened = row.entity.protected && reason.trim() !== '';
  const isShut = row.entity.protected && !isOpened;
  const decisions = decisionsOn(database, record);
  if (isShut) {
    const silent = decisions.map((one) => ({ ...one, reason: '' }));
    return { hit: row, isShut, reasons: [], compared: [], raw: [], line: 0, note: '', decisions: silent };
  }
  if (isOpened) audit(context, 'view-protected', `entity:${record.entity_id}`, reason.trim(), { hit: hitId });
  const entry = entryOf(database, record.entry_seq);
  const [entity] = entitySides(database, [record.entity_seq], todayOf(context));
  return {
    hit: { ...row, entry: record.label, reference: record.reference },
    isShut,
    reasons: (JSON.parse(record.reasons) as HitReason[]).map(reasonSentence),
    compared: entity === undefined ? [] : comparedSides(entry.side, entity),
    raw: Object.entries(entry.raw).map(([column, value]) => ({ column, value })),
    line: entry.line,
    note: entry.note,
    decisions,
  };
}

function entryOf(database: ReadableDatabase, seq: number) {
  const row = database.one<{ line: number; note: string; matched: string; raw: string }>(
    'SELECT line, note, matched, raw FROM watch_entry WHERE seq = ?',
    seq,
  );
  if (row === undefined) throw new Error('a hit without its entry');
  const { line, note, matched, raw } = row;
  return {
    line,
    note,
    side: JSON.parse(matched) as WatchSide,
    raw: JSON.parse(raw) as Record<string, string>,
  };
}

function decisionsOn(database: ReadableDatabase, hit: HitRecord): HitDetail['decisions'] {
  return database.all(
    `SELECT d.state, d.reason, d.decided_by AS by, d.decided_at AS at FROM watch_decision d JOIN watch_entry w ON w.entry_key = d.entry_key
     WHERE w.seq = ? AND d.entity_id = ? AND d.list_id = ? ORDER BY d.decided_at DESC, d.seq DESC`,
    hit.entry_seq,
    hit.entity_id,
    hit.list_id,
  );
}

function reasonSentence({ code, of }: HitReason): Sentence {
  if (of === undefined) return sentence(`lists:reason.${code}`);
  const what = code === 'name' ? sentence(`questions:reason.${of}`) : sentence(`types:identifier.${of}`);
  return sentence(`lists:reason.${code}`, { what });
}

/** Line by line what either side says, words and numbers marked that the other does not have. */
function comparedSides(entry: WatchSide, entity: WatchSide): Compared[] {
  const kind = entity.type === 'person' ? 'person' : 'organisation';
  const names: Compared = {
    what: sentence('types:property.name'),
    entry: entry.names.map((name) => markedName(name, entity.names, kind)),
    entity: entity.names.map((name) => markedName(name, entry.names, kind)),
    isSame: null,
  };
  const kinds = [...new Set([...entry.numbers, ...entity.numbers].map(({ kind }) => kind))];
  return [
    names,
    plain(sentence('types:property.birthDate'), entry.births, entity.births, fits),
    plain(sentence('types:property.citizenship'), entry.nationalities, entity.nationalities, same),
    ...kinds.map((kind) =>
      plain(
        sentence(`types:identifier.${kind}`),
        valuesOf(entry, kind),
        valuesOf(entity, kind),
        (a, b) => sameNumber(kind, a, b) !== 'other',
      ),
    ),
  ].filter((one) => one.entry.length > 0 || one.entity.length > 0);
}

/** Against the name of the other side that is nearest to it. */
function markedName(name: string, others: readonly string[], kind: 'person' | 'organisation'): MarkedText[] {
  const scored = others.map((other) => ({ other, score: compareNames(name, other, { kind }).score }));
  const nearest = scored.sort((a, b) => b.score - a.score)[0]?.other ?? '';
  const { left } = markWords(name, nearest, { kind });
  return left.map(({ text, sign }) => ({ text, differs: others.length > 0 && sign !== 'same' }));
}

const same = (a: string, b: string): boolean => a === b;
const fits = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

function valuesOf({ numbers }: WatchSide, kind: string): string[] {
  return numbers.filter((one) => one.kind === kind).map(({ value }) => value);
}

function plain(
  what: Sentence,
  left: readonly string[],
  right: readonly string[],
  agree: (a: string, b: string) => boolean,
): Compared {
  const marked = (own: readonly string[], others: readonly string[]) =>
    own.map((text) => [{ text, differs: others.length > 0 && !others.some((other) => agree(text, other)) }]);
  const isSilent = left.length === 0 || right.length === 0;
  const isSame = isSilent ? null : left.some((a) => right.some((b) => agree(a, b)));
  return { what, entry: marked(left, right), entity: marked(right, left), isSame };
}
