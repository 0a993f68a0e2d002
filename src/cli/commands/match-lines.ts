import type { MatchReport } from '../../contract/lists.ts';
import { say } from '../messages.ts';

/** What a comparison came to; lists that were left out are named. */
export function matchLines({ entities, entries, found, fresh, skipped }: MatchReport): string[] {
  return [
    say('cli:list.matched', { entities, entries, found, fresh }),
    ...skipped.map(({ name, standing }) =>
      say('cli:list.skipped', { name, standing: say(`lists:standing.${standing}`) }),
    ),
  ];
}
