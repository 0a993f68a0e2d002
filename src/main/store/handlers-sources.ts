import type { MethodName } from '../../contract/index.ts';
import type { Handlers } from '../engine/handlers.ts';
import { fileSeq } from './analysis-files.ts';
import { listSources } from './sources.ts';

type Method = Extract<MethodName, `source.${string}`>;

export const sourceHandlers: Pick<Handlers, Method> = {
  'source.list': (context, { fileId }) => ({
    sources: listSources(context.database(), fileSeq(context.database(), fileId)),
  }),
};
