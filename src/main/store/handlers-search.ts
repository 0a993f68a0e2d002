import type { MethodName } from '../../contract/index.ts';
import { nameShutter } from '../../core/text/shut-names.ts';
import type { Handlers } from '../engine/handlers.ts';
import { fileSeq } from './analysis-files.ts';
import { audit } from './command.ts';
import { entitiesBySeq } from './entities.ts';
import { particularsOf } from './namesakes.ts';
import { protectedNames } from './protected-names.ts';
import { searchEntities } from './search.ts';
import { shutterOf } from './shutter.ts';

type Method = Extract<MethodName, `search.${string}`>;

export const searchHandlers: Pick<Handlers, Method> = {
  'search.query'(context, { fileId, text, limit }) {
    const database = context.database();
    const file = fileSeq(database, fileId);
    const found = searchEntities(database, file, text, limit);
    const entities = entitiesBySeq(
      database,
      found.map((hit) => hit.seq),
      shutterOf(context),
    );
    const particulars = particularsOf(database, [...entities.keys()]);
    const hasText = found.some((hit) => hit.found !== undefined);
    const shut = nameShutter(hasText ? protectedNames(database, file) : []);
    audit(context, 'search', `file:${fileId}`, '', { text });
    return {
      hits: found.flatMap((hit) => {
        const entity = entities.get(hit.seq);
        if (entity === undefined) return [];
        const open = entity.protected ? undefined : particulars.get(hit.seq);
        return [
          {
            entity,
            matched: entity.protected ? '' : hit.matched,
            birthDate: open?.birthDate ?? null,
            identifiers: [...(open?.identifiers ?? [])],
            why: hit.why,
            found: hit.found === undefined ? null : { ...hit.found, snippet: shut(hit.found.snippet) },
          },
        ];
      }),
    };
  },
};
