import { expect, test } from 'vitest';
import { checkHandlers } from '../../../../src/main/checks/handlers.ts';
import { csvFiles } from '../../../../src/main/exchange/csv.ts';
import { dataSet } from '../../../../src/main/exchange/data-set.ts';
import { exchangeHandlers } from '../../../../src/main/exchange/handlers.ts';
import { MARKERS, packageVault } from '../../../helpers/package-vault.ts';
import { storeContext } from '../../../helpers/seed.ts';

const ASKED = {
  system: 'sltd',
  systemName: '',
  result: 'hit',
  recordReference: 'SLTD-5',
  ownerNcb: 'NCB Chisinau',
  asked: '2026-03-02',
  due: '2026-03-09',
  received: null,
  answer: null,
  operator: 'Colleague Ibis',
  handlingText: '',
  note: '',
} as const;

async function sealedSet() {
  const made = packageVault('');
  const context = storeContext(made.database);
  const add = (name: string, value: string, handling: 'H0' | 'H2' = 'H0') =>
    checkHandlers['check.add'](context, {
      ...ASKED,
      entityId: made.entityIds[name] ?? '',
      value,
      marking: { level: 'restricted', handling: [handling] },
    });
  await add('suspect', 'ZX 998877');
  await add('suspect', 'ZX 112233', 'H2');
  await add('victim', 'VV 445566');
  const set = await dataSet(made.database, made.selection, async () => undefined);
  return { made, context, set };
}

test('case.json and the tables hold what may go of the checks, and not who asked', async () => {
  const { set } = await sealedSet();
  expect(set.counts.checks).toBe(1);
  const text = [set.json, ...csvFiles(set).values()].join('\n');
  expect(JSON.parse(set.json).checks).toMatchObject([
    { value: 'ZX 998877', system: 'sltd', due: '2026-03-09' },
  ]);
  expect(csvFiles(set).get('data/checks.csv')).toContain('ZX 998877');
  for (const word of ['ZX 112233', 'VV 445566', 'Colleague Ibis', MARKERS.victim])
    expect(text).not.toContain(word);
});

test('the preview counts them, and says what is held back', async () => {
  const { made, context } = await sealedSet();
  const preview = await exchangeHandlers['package.preview'](context, made.selection);
  expect(preview.counts.checks).toBe(1);
  expect(preview.withheld.map((one) => one.reason)).toContain('H2');
});
