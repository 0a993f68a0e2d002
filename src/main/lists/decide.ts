import { v7 } from 'uuid';
import type { Input } from '../../contract/index.ts';
import { Failure } from '../../core/result.ts';
import type { Context } from '../engine/context.ts';
import { command, namedIn } from '../store/command.ts';
import { shownRecord } from '../store/entities.ts';
import type { Label } from '../store/journal-step.ts';
import { membersOf } from '../store/members.ts';
import { type HitRecord, hitRecord } from './hits.ts';

type Decision = Input<'list.decide'>;

/**
 * What a person says of hits, as one command. Of a merged record it is said of every member that hit the same entry,
 * so that it holds after they come apart. Failures: lists.no-such-hit, lists.other-file.
 */
export function decide(context: Context, { hitIds, state, reason }: Decision): { journalId: string } {
  const database = context.database();
  const hits = [...new Set(hitIds)].map((id) => hitRecord(database, id));
  const [first] = hits;
  if (first === undefined) throw new Failure('lists.no-such-hit');
  if (hits.some((one) => one.file_seq !== first.file_seq)) throw new Failure('lists.other-file');
  const object = hits.length === 1 ? `hit:${first.id}` : `hits:${hits.length}`;
  const lists = [...new Set(hits.map(({ list_id }) => list_id))];
  const what = {
    fileSeq: first.file_seq,
    kind: 'list.decide',
    label: labelOf(context, hits, state),
    object,
    reason,
    action: `hit-${state}`,
    details: { hits: hits.map(({ id }) => id), lists, entities: hits.map(({ entity_id }) => entity_id) },
  };
  return {
    journalId: command(context, what, () => {
      for (const hit of hits) write(context, hit, state, reason);
    }),
  };
}

function labelOf(context: Context, hits: readonly HitRecord[], state: Decision['state']): Label {
  const [first] = hits;
  if (first === undefined || hits.length > 1)
    return { key: `lists:journal.${state}Many`, params: { count: hits.length } };
  const record = shownRecord(context.database(), first.entity_id);
  const { key, params } = namedIn(`lists:journal.${state}`, { ...record, minor: record.minor === 1 });
  return { key, params: { ...params, list: first.name } };
}

function write(context: Context, hit: HitRecord, state: Decision['state'], reason: string): void {
  const database = context.database();
  const group = membersOf(database).withMembers([hit.entity_seq]);
  const same = database.all<{
    entity_id: string;
    entry_key: string;
    entry_print: string;
    entity_print: string;
  }>(
    `SELECT h.entity_id, w.entry_key, h.entry_print, h.entity_print FROM watch_hit h JOIN watch_entry w ON w.seq = h.entry_seq
     WHERE h.entry_seq = ? AND h.entity_id IN (SELECT id FROM entity WHERE seq IN (SELECT value FROM json_each(?)))`,
    hit.entry_seq,
    JSON.stringify(group),
  );
  for (const one of same) {
    database.run(
      `INSERT INTO watch_decision (id, file_seq, list_id, entry_key, entity_id, entry_print, entity_print, state, reason, decided_by, decided_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      v7(),
      hit.file_seq,
      hit.list_id,
      one.entry_key,
      one.entity_id,
      one.entry_print,
      one.entity_print,
      state,
      reason,
      context.actor(),
      context.now(),
    );
  }
}
