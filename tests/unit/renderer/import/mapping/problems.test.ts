import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ImportSpecification } from '../../../../../src/contract/import.ts';
import { importHandlers } from '../../../../../src/main/import/handlers.ts';
import { addEntity, removeEntity } from '../../../../../src/renderer/import/mapping/edit-entities.ts';
import { addEvent, addLink, changeEvent } from '../../../../../src/renderer/import/mapping/edit-events.ts';
import { addProperty } from '../../../../../src/renderer/import/mapping/edit-properties.ts';
import { patternProblem } from '../../../../../src/renderer/import/mapping/pattern.ts';
import { type Place, writePlace } from '../../../../../src/renderer/import/mapping/place.ts';
import {
  canPreview,
  problemsOf,
  problemsUnder,
} from '../../../../../src/renderer/import/mapping/problems.ts';
import { problemWords, reasonWords } from '../../../../../src/renderer/import/mapping/sentences.ts';
import { bench, FIXTURES } from '../../../main/import/helpers.ts';
import { COLUMNS, english, specification } from '../specification.ts';

const RESOURCES = join(import.meta.dirname, '../../../../../resources/training');
const person = { name: 'x1', examples: ['Ткачук'] };
const plate = { name: 'x2', examples: ['AA1234BB'] };
const sound = addEvent(
  addLink(addEntity(addEntity(specification(), 'person', 'P', person), 'vehicle', 'V', plate), 'drives'),
  'movement',
);
const start: Place = { part: 'event', at: 0, field: 'start' };

function found(spec: ImportSpecification): string[] {
  return problemsOf(spec, COLUMNS).map(({ at, code }) => `${at} ${code}`);
}

test('a sound mapping has no problem', () => {
  expect(found(sound)).toEqual([]);
});

test('no entity, or one that nothing identifies or names', () => {
  expect(found(specification())).toEqual(['entity no-entity']);
  const [entity] = sound.entities;
  const { label: _gone, ...bare } = entity ?? { label: undefined };
  expect(found({ ...specification(), entities: [bare as (typeof sound.entities)[number]] })).toEqual([
    'entity.0 entity-empty',
  ]);
  expect(found(addEntity(sound, 'phone', 'T'))).toEqual(['entity.2.identifier.0 value-missing']);
});

test('names: missing, and taken by an entity before', () => {
  const [first, second] = sound.entities;
  if (first === undefined || second === undefined) throw new Error('two entities');
  const same = { ...specification(), entities: [first, { ...second, name: 'P' }] };
  expect(found(same)).toEqual(['entity.1.name name-taken']);
  expect(found({ ...same, entities: [first, { ...second, name: '  ' }] })).toEqual([
    'entity.1.name name-missing',
  ]);
});

test('links and events whose entity is gone, missing, or the same twice', () => {
  expect(found(removeEntity(sound, 1))).toEqual(['link.0.to end-gone', 'event.0.to end-gone']);
  const endless = addLink(specification({ entities: sound.entities.slice(0, 1) }), 'uses');
  expect(found(endless)).toEqual(['link.0.to end-missing']);
  const loop = { ...sound, links: [{ from: 'P', to: 'P', type: 'uses', strength: 'confirmed' } as const] };
  expect(found(loop)).toEqual(['link.0.to ends-same']);
  expect(found(changeEvent(sound, 0, { to: null }))).toEqual([]);
  expect(found(changeEvent(sound, 0, { to: 'P' }))).toEqual(['event.0.to ends-same']);
});

test('what the importer would leave out without a word', () => {
  const at = (field: 'latitude' | 'longitude' | 'amount' | 'currency'): Place => ({
    part: 'event',
    at: 0,
    field,
  });
  expect(found(writePlace(sound, at('latitude'), { columns: ['x3'] }))).toEqual([
    'event.0.latitude coordinate-alone',
  ]);
  expect(found(writePlace(sound, at('longitude'), { columns: ['x3'] }))).toEqual([
    'event.0.longitude coordinate-alone',
  ]);
  expect(found(writePlace(sound, at('amount'), { columns: ['x3'] }))).toEqual([
    'event.0.amount currency-missing',
  ]);
  expect(found(writePlace(sound, at('currency'), { columns: [], constant: 'EUR' }))).toEqual([
    'event.0.currency currency-alone',
  ]);
  expect(found(writePlace(sound, { part: 'event', at: 0, field: 'direction' }, { columns: ['x3'] }))).toEqual(
    ['event.0.incoming words-missing'],
  );
});

test('values: nothing, a column that is gone, an expression that is none', () => {
  expect(found(writePlace(sound, start, { columns: [], constant: '' }))).toEqual([
    'event.0.start value-missing',
  ]);
  const gone = writePlace(sound, start, { columns: ['x3', 'x9'] });
  expect(problemsOf(gone, COLUMNS)).toEqual([
    { at: 'event.0.start', code: 'column-missing', params: { column: 'x9' } },
  ]);
  const broken = writePlace(sound, start, { columns: ['x3'], extract: '(' });
  expect(found(broken)).toEqual(['event.0.start bad-pattern']);
  expect(found(addProperty(sound, { part: 'event', at: 0 }, '', 'x3'))).toEqual([
    'event.0.property. name-missing',
  ]);
});

test('only what cannot be run stops the preview', () => {
  expect(canPreview(problemsOf(removeEntity(sound, 1), COLUMNS))).toBe(true);
  const broken = writePlace(sound, start, { columns: ['x3'], extract: '[' });
  expect(canPreview(problemsOf(broken, COLUMNS))).toBe(false);
});

test('problems are gathered under their row and no other', () => {
  const many = Array.from({ length: 11 }).reduce<ImportSpecification>(
    (spec) => addEntity(spec, 'phone', 'T'),
    specification(),
  );
  const problems = problemsOf(many, COLUMNS);
  expect(problemsUnder(problems, 'entity.1').map(({ at }) => at)).toEqual(['entity.1.identifier.0']);
});

test('every problem has a sentence, with whose it is where it stands elsewhere', () => {
  const spec = removeEntity(sound, 1);
  const [link, event] = problemsOf(spec, COLUMNS);
  if (link === undefined || event === undefined) throw new Error('two problems');
  expect(problemWords(link, english)).toBe('There is no entity “V” any more. Choose another one.');
  expect(reasonWords(spec, link, english)).toBe(
    'P drives V · Unconfirmed: There is no entity “V” any more. Choose another one.',
  );
  expect(reasonWords(spec, event, english)).toMatch(/^Movement: There is no entity/);
  const [none] = problemsOf(specification(), COLUMNS);
  expect(none === undefined ? '' : reasonWords(specification(), none, english)).toMatch(/^No entity yet/);
});

describe('what the program suggests itself can be imported', () => {
  const files = [
    ...readdirSync(FIXTURES)
      .filter((name) => !['binary.csv', 'empty.csv'].includes(name))
      .map((name) => [name, FIXTURES] as const),
    ...readdirSync(RESOURCES)
      .filter((name) => name.endsWith('.csv'))
      .map((name) => [name, RESOURCES] as const),
  ];
  test.each(files)('%s', async (name, folder) => {
    const path = join(folder, name);
    const { suggested, columns } = await importHandlers['import.inspect'](bench().context, { path });
    expect(
      problemsOf(
        suggested,
        columns.map(({ name }) => name),
      ),
    ).toEqual([]);
  });

  test('the mappings of the training case', () => {
    const saved = JSON.parse(readFileSync(join(RESOURCES, 'specifications.json'), 'utf8')) as Record<
      string,
      ImportSpecification
    >;
    expect(Object.keys(saved).length).toBeGreaterThan(3);
    for (const spec of Object.values(saved)) expect(problemsOf(spec, spec.columns), spec.name).toEqual([]);
  });
});

test.each([
  ['', null],
  ['^\\S+', null],
  ['(\\d+)-(\\d+)', null],
  ['(?:ab)+c', null],
  ['[(+*]+', null],
  ['(a|b)*', null],
  ['\\(a+\\)+', null],
  ['(a{2,3})+', null],
  ['(', 'bad-pattern'],
  ['[a', 'bad-pattern'],
  ['*', 'bad-pattern'],
  ['\\-', 'bad-pattern'],
  ['(a+)+', 'slow-pattern'],
  ['(?:\\w+\\s?)*$', 'slow-pattern'],
  ['((a{1,})b?)+', 'slow-pattern'],
  ['(?<name>x*)*?', 'slow-pattern'],
  ['((ab)+)+', 'slow-pattern'],
])('the expression %s: %s', (text, problem) => {
  expect(patternProblem(text)).toBe(problem);
});
