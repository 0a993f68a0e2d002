import { expect, test } from 'vitest';
import { ask } from '../../../helpers/answers.ts';
import { analysisFile } from '../../../helpers/database.ts';
import { testEngine } from '../../../helpers/engine.ts';

async function newCase() {
  const engine = testEngine();
  await engine.create();
  const { id: fileId } = analysisFile(engine.context.database());
  const add = async (type: 'vehicle' | 'document', label: string, country?: string) =>
    (
      await ask(engine, 'entity.create', {
        fileId,
        type,
        label,
        ...(country === undefined ? {} : { country }),
      })
    ).entity.id;
  const identifiers = async (entityId: string) =>
    (await ask(engine, 'entity.identifiers', { entityId })).identifiers;
  return { engine, add, identifiers };
}

test.each([
  ['vehicle', 'АBC 123', 'MD', 'MD:ABC123', 'valid'],
  ['vehicle', 'ABC 123', '', '??:ABC123', 'format-unknown'],
  ['document', 'AB 123456', 'UA', 'UA:AB123456', 'not-checkable'],
  ['document', 'AB 123456', undefined, '??:AB123456', 'format-unknown'],
] as const)(
  'a %s entered as %s with the country %j is compared as %s',
  async (type, label, country, value, check) => {
    const { add, identifiers } = await newCase();
    const [first] = await identifiers(await add(type, label, country));
    const stated = country ?? '';
    expect(first).toMatchObject({ raw: label, value, check, country: stated });
  },
);

test('another country makes another identifier of the same text, none leaves it as it is', async () => {
  const { engine, add, identifiers } = await newCase();
  const entityId = await add('vehicle', 'ABC 123', 'MD');
  const edit = (country?: string) =>
    ask(engine, 'entity.edit', {
      entityId,
      identifiers: [{ kind: 'plate', raw: 'ABC 123', ...(country === undefined ? {} : { country }) }],
    });
  await edit();
  expect((await identifiers(entityId)).map(({ value }) => value)).toEqual(['MD:ABC123']);
  await edit('LT');
  expect((await identifiers(entityId)).map(({ value, check }) => [value, check])).toEqual([
    ['LT:ABC123', 'valid'],
  ]);
  await edit('');
  expect((await identifiers(entityId)).map(({ value }) => value)).toEqual(['??:ABC123']);
});

test('what a number will be compared as is said before it is saved', async () => {
  const { engine } = await newCase();
  const read = await ask(engine, 'entity.readIdentifier', { kind: 'plate', raw: 'A 123 BC', country: 'MD' });
  expect(read).toMatchObject({ value: 'MD-SN:A123BC', check: 'valid' });
  expect(read.explain.map(({ key }) => key)).toContain('identifier:shapeOf');
});
