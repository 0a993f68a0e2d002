import type { MatchingMethod } from '../../contract/matching.ts';
import { IDENTITY_RULES } from '../../core/matching/index.ts';
import { Failure } from '../../core/result.ts';
import type { Handlers } from '../engine/handlers.ts';
import { fileSeq } from '../store/analysis-files.ts';
import { command } from '../store/command.ts';
import { changedRules, joinsBy } from '../store/match-rules.ts';
import { decide } from './decide.ts';
import { findPairs } from './find.ts';
import { listPairs, pairCounts, viewPair } from './pair-view.ts';

/** Answers to everything of contract/matching.ts. */
export const matchingHandlers: Pick<Handlers, MatchingMethod> = {
  'matching.rules'(context) {
    const joins = joinsBy(changedRules(context.database()));
    return {
      rules: IDENTITY_RULES.map(({ type, kind, joins: byDefault, reason }) => ({
        type,
        kind,
        joins: joins(type, kind),
        byDefault,
        reason: { key: `matching:rule.${reason}`, params: {} },
      })),
    };
  },
  'matching.setRule'(context, { fileId, type, kind, joins }) {
    const database = context.database();
    const rule = IDENTITY_RULES.find((one) => one.type === type && one.kind === kind);
    if (rule === undefined) throw new Failure('matching.no-such-rule', { type, kind });
    const numbers = kind === 'other' ? 'matching:rules.other' : `types:identifier.${kind}`;
    const label = {
      key: joins ? 'matching:journal.ruleOn' : 'matching:journal.ruleOff',
      params: {
        type: { key: `types:entity.${type}`, params: {} },
        kind: { key: numbers, params: {} },
      },
    };
    const object = `rule:${type}|${kind}`;
    const what = { fileSeq: fileSeq(database, fileId), kind: 'matching.setRule', label, object };
    const journalId = command(context, { ...what, details: { joins } }, () => {
      if (joins === rule.joins) {
        database.run('DELETE FROM match_rule WHERE type = ? AND kind = ?', type, kind);
        return;
      }
      database.run(
        'INSERT INTO match_rule (type, kind, joins) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET joins = excluded.joins',
        type,
        kind,
        joins ? 1 : 0,
      );
    });
    return { journalId };
  },
  'matching.find'(context, { fileId, ...wish }) {
    const file = fileSeq(context.database(), fileId);
    return {
      jobId: context.jobs.start('matching.find', (progress) => findPairs(context, file, wish, progress)),
    };
  },
  'matching.counts': pairCounts,
  'matching.list': listPairs,
  'matching.pair': viewPair,
  'matching.decide': decide,
};
