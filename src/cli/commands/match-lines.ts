import type { MatchReport } from '../../contract/lists.ts';
import { say } from '../messages.ts';

/** What a comparison came to; lists that were left out are named. */
export function matchLines({ entities, entries, found, fresh, crowded, skipped }: MatchReport): string[] {
  return [
    say('cli:list.matched', { entities, entries, found, fresh }),
    ...(crowded === 0 ? [] : [say('cli:list.crowded', { count: crowded })]),
    ...skipped.map(({ name, standing }) =>
      say('cli:list.skipped', { name, standing: say(`lists:standing.${standing}`) }),
    ),
  ];
}
