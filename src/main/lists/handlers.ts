import type { MethodName } from '../../contract/index.ts';
import { Failure } from '../../core/result.ts';
import type { Handlers } from '../engine/handlers.ts';
import { fileSeq } from '../store/analysis-files.ts';
import { decide } from './decide.ts';
import { hitDetail } from './hit-detail.ts';
import { hitsOfEntity, listHits, openHits } from './hits.ts';
import { inspectList } from './inspect.ts';
import { allLists, changeList, entriesOf, rejectedOf, removeList } from './list-records.ts';
import { loadList } from './load.ts';
import { isBusy, refresh, startRun } from './refresh.ts';

/** Answers to everything of contract/lists.ts. */
export const listHandlers = {
  'list.all': (context) => allLists(context),
  'list.inspect': (context, { path, reading = {} }) => inspectList(context, path, reading),
  'list.add': (context, wish) => ({
    jobId: context.jobs.start('list-load', async (progress) => {
      try {
        const loaded = await loadList(context, wish, progress);
        return { ...loaded, file: loaded.name, matchJobId: startRun(context, [loaded.versionId]) };
      } catch (error) {
        throw isBusy(error) ? new Failure('lists.busy') : error;
      }
    }),
  }),
  'list.change': (context, wish) => {
    changeList(context, wish);
    return {};
  },
  'list.remove': (context, wish) => {
    removeList(context, wish);
    return {};
  },
  'list.run': (context) => ({ jobId: startRun(context, null) }),
  'list.refresh': (context, { fileId }) => {
    const jobId = refresh(context);
    return { open: openHits(context.database(), fileSeq(context.database(), fileId)), jobId };
  },
  'list.hits': listHits,
  'list.hit': hitDetail,
  'list.decide': decide,
  'list.ofEntity': (context, { entityId }) => hitsOfEntity(context, entityId),
  'list.entries': entriesOf,
  'list.rejected': rejectedOf,
} satisfies Pick<Handlers, Extract<MethodName, `list.${string}`>>;
