import { ask, type CrashOperation, type Given } from '../operation.ts';
import { imported } from './case.ts';

const LINKS = 30;

export const deleteOperation: CrashOperation = {
  name: 'entity-delete',
  async prepare(engine, folder): Promise<Given> {
    const given = await imported(engine, folder);
    const fileId = given.fileId ?? '';
    const { entity } = await ask(engine, 'entity.create', { fileId, type: 'person', label: 'Ion Rusu' });
    const asked = { fileId, types: ['phone' as const], sort: 'label' as const, offset: 0, limit: LINKS };
    const { rows } = await ask(engine, 'entity.list', asked);
    for (const { id: to } of rows) {
      const link = { fileId, from: entity.id, to, type: 'uses' as const, strength: 'confirmed' as const };
      await ask(engine, 'link.create', link);
    }
    return { ...given, entityId: entity.id };
  },
  async run(engine, _folder, { entityId = '' }) {
    await ask(engine, 'entity.delete', { entityId });
  },
};
