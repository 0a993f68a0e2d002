import { joins, ruleChanges } from '../../core/matching/index.ts';
import type { EntityType } from '../../core/model/entity-types.ts';
import type { ReadableDatabase } from '../vault/database.ts';

/** A rule a person set otherwise than the program's table. */
export interface ChangedRule {
  readonly type: EntityType;
  readonly kind: string;
  readonly joins: boolean;
}

/** Whether two things of a type with the same number of a kind are one. */
export type Joins = (type: EntityType, kind: string) => boolean;

export function changedRules(database: ReadableDatabase): ChangedRule[] {
  return database
    .all<{ type: EntityType; kind: string; joins: number }>(
      'SELECT type, kind, joins FROM match_rule ORDER BY type, kind',
    )
    .map((row) => ({ ...row, joins: row.joins === 1 }));
}

export function joinsBy(changes: readonly ChangedRule[]): Joins {
  const known = ruleChanges(changes);
  return (type, kind) => joins(type, kind, known);
}

/** Before there were rules every number joined; a batch of then is read again as it was. */
export const EVERYTHING_JOINS: Joins = () => true;
