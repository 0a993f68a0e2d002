import { v7 } from 'uuid';
import type { Input, Output } from '../../contract/index.ts';
import type { Context } from '../engine/context.ts';
import { command, mergedLabel } from '../store/command.ts';
import { type EntityRecord, entityRecord } from '../store/entities.ts';
import type { Label } from '../store/journal-step.ts';
import { insertMerge, mergeable } from '../store/merges.ts';
import { writeDecision } from './decisions.ts';
import { betterDocumented, pairRecords } from './pair-view.ts';
import { PairJudge } from './pairs.ts';

/** One decision on a pair: remembered with what was known, journalled, and for `same` carried out. */
export function decide(context: Context, wish: Input<'matching.decide'>): Output<'matching.decide'> {
  const database = context.database();
  const pair = pairRecords(database, wish.leftId, wish.rightId);
  const [lead, member] = leadFirst(context, pair, wish.leadId);
  const { decision, reason = '' } = wish;
  const judged = new PairJudge(database).judge(lead.seq, member.seq);
  const [by, at] = [context.actor(), context.now()];
  const isSame = decision === 'same';
  const mergeId = isSame ? v7() : null;
  const key = `matching:journal.${decision}`;
  const what = {
    fileSeq: lead.file_seq,
    kind: isSame ? 'entity.merge' : 'matching.decide',
    label: pairLabel(context, key, lead, member),
    object: mergeId === null ? `entity:${lead.id}` : `merge:${mergeId}`,
    action: isSame ? 'merge' : 'decide',
    reason,
    details: { lead: lead.id, members: [member.id], decision },
  };
  const journalId = command(context, what, () => {
    const ids = [lead.id, member.id] as const;
    writeDecision(database, { fileSeq: lead.file_seq, ids, decision, sides: judged.sides, reason, by, at });
    if (mergeId === null) return;
    const merged = mergeable(database, lead.id, [member.id]);
    insertMerge(database, { id: mergeId, reason, actor: by, at, ...merged });
  });
  return { journalId, mergeId };
}

/** Both by name, neither where one of them is protected: the name of one gives the other. */
function pairLabel(context: Context, key: string, lead: EntityRecord, member: EntityRecord): Label {
  const { params } = mergedLabel(context, key, lead, [member.id]);
  const other = mergedLabel(context, 'matching:journal.name', member, [lead.id]);
  return { key, params: { ...params, other } };
}

function leadFirst(
  context: Context,
  [left, right]: readonly [EntityRecord, EntityRecord],
  wished: string | undefined,
): readonly [EntityRecord, EntityRecord] {
  if (wished === left.id) return [left, right];
  if (wished === right.id) return [right, left];
  const best = betterDocumented(context.database(), { left: left.seq, right: right.seq });
  return best === left.seq ? [left, right] : [right, left];
}

/** What a merge or its end by another way decides: the pairs of the lead with each of these, with what is known now. */
export function noteDecisions(
  context: Context,
  lead: EntityRecord,
  memberIds: readonly string[],
  decision: 'same' | 'undecided',
  reason: string,
): void {
  const database = context.database();
  const judge = new PairJudge(database);
  const { leadOf } = judge.sides.members;
  for (const id of memberIds) {
    if (id === lead.id) continue;
    const member = entityRecord(database, id);
    const sides = judge.sides.pair(leadOf(lead.seq), leadOf(member.seq));
    const ids = [lead.id, id] as const;
    const [by, at] = [context.actor(), context.now()];
    writeDecision(database, { fileSeq: lead.file_seq, ids, decision, sides, reason, by, at });
  }
}
