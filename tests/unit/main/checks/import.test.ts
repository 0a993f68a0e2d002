import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkHandlers } from '../../../../src/main/checks/handlers.ts';
import { QUIET, undoImport } from '../../../../src/main/import/run.ts';
import { bench, FIXTURES, importPath } from '../import/helpers.ts';

test('an import taken back leaves whom somebody checked, with the check', async () => {
  const one = bench();
  const { batchId } = await importPath(one, join(FIXTURES, 'register-status.csv'));
  const people = one.database.all<{ id: string }>(
    "SELECT id FROM entity WHERE type = 'person' AND status IS NULL AND minor = 0",
  );
  const entityId = people[0]?.id ?? '';
  await checkHandlers['check.add'](one.context, {
    entityId,
    system: 'nominals',
    systemName: '',
    value: 'Казковий Юрій',
    result: 'no_record',
    recordReference: '',
    ownerNcb: '',
    asked: null,
    due: null,
    received: null,
    answer: null,
    handlingText: '',
    note: '',
  });
  await undoImport(one.context, batchId ?? '', QUIET);
  expect(one.database.all("SELECT id FROM entity WHERE type = 'person'")).toEqual([{ id: entityId }]);
  const { checks } = await checkHandlers['check.list'](one.context, { entityId, today: '2026-03-01' });
  expect(checks).toMatchObject([{ value: 'Казковий Юрій' }]);
});
