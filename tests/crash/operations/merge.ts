import type { Engine } from '../../../src/main/engine/index.ts';
import { ask, type CrashOperation, type Given } from '../operation.ts';
import { imported } from './case.ts';

/** Enough members that the merge is more than one page of the log. */
const MEMBERS = 200;

async function phones(engine: Engine, fileId: string): Promise<string[]> {
  const asked = { fileId, types: ['phone' as const], sort: 'label' as const, offset: 0, limit: MEMBERS };
  return (await ask(engine, 'entity.list', asked)).rows.map((row) => row.id);
}

async function merge(engine: Engine, fileId: string): Promise<string> {
  const [leadId = '', ...memberIds] = await phones(engine, fileId);
  return (await ask(engine, 'entity.merge', { leadId, memberIds, reason: 'one owner' })).mergeId;
}

export const mergeOperation: CrashOperation = {
  name: 'merge',
  prepare: (engine, folder) => imported(engine, folder),
  async run(engine, _folder, { fileId = '' }) {
    await merge(engine, fileId);
  },
};

export const unmergeOperation: CrashOperation = {
  name: 'un-merge',
  async prepare(engine, folder): Promise<Given> {
    const given = await imported(engine, folder);
    return { ...given, mergeId: await merge(engine, given.fileId ?? '') };
  },
  async run(engine, _folder, { mergeId = '' }) {
    await ask(engine, 'entity.unmerge', { mergeId });
  },
};
