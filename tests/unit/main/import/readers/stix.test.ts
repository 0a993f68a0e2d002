import { expect, test } from 'vitest';
import { importHandlers } from '../../../../../src/main/import/handlers.ts';
import { bench } from '../helpers.ts';
import { load } from './graph-helpers.ts';

const id = (type: string, number: number): string => `${type}--00000000-0000-4000-8000-00000000000${number}`;
const GREEN = 'marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da';
const bundle = (...objects: object[]): string =>
  JSON.stringify({ type: 'bundle', id: id('bundle', 0), objects });

const ACTOR = {
  type: 'threat-actor',
  id: id('threat-actor', 1),
  name: 'Night Heron',
  aliases: ['NH', 'Чапля'],
  object_marking_refs: [GREEN],
};
const WORKER = { type: 'identity', id: id('identity', 1), identity_class: 'individual', name: 'Ion Rusu' };
const ADDRESS = { type: 'ipv4-addr', id: id('ipv4-addr', 1), value: '192.0.2.44' };
const USES = {
  type: 'relationship',
  id: id('relationship', 1),
  relationship_type: 'uses',
  source_ref: ACTOR.id,
  target_ref: ADDRESS.id,
  start_time: '2024-01-02T03:04:05.000Z',
};
const REPORT = {
  type: 'report',
  id: id('report', 1),
  name: 'Monthly',
  created_by_ref: id('identity', 9),
  object_refs: [ACTOR.id, USES.id],
};
const INDICATOR = {
  type: 'indicator',
  id: id('indicator', 1),
  name: 'Drop host',
  pattern: "[ipv4-addr:value = '192.0.2.44' OR domain-name:value = 'drop.example']",
};
const SIGHTING = {
  type: 'sighting',
  id: id('sighting', 1),
  sighting_of_ref: INDICATOR.id,
  where_sighted_refs: [WORKER.id],
  first_seen: '2024-02-02T00:00:00Z',
  count: 3,
};

test('objects, relationships, reports, patterns and sightings; the relationship may come first', async () => {
  const loaded = await load('b.json', bundle(USES, ACTOR, WORKER, ADDRESS, REPORT, INDICATOR, SIGHTING));
  expect(loaded.entities).toEqual([
    'criminal_group Night Heron',
    'person Ion Rusu',
    'internet_address 192.0.2.44',
    'document Monthly',
    'exhibit Drop host',
    'internet_address drop.example',
  ]);
  expect([...loaded.links].sort()).toEqual(
    [
      'Night Heron -uses/unconfirmed-> 192.0.2.44',
      'Night Heron -mentioned_in/unconfirmed-> Monthly',
      '192.0.2.44 -mentioned_in/unconfirmed-> Drop host',
      'drop.example -mentioned_in/unconfirmed-> Drop host',
    ].sort(),
  );
  expect(loaded.events).toEqual(['other Drop host -> Ion Rusu 2024-02-02T00:00:00Z']);
  expect(loaded.properties('Night Heron')).toMatchObject({
    aliases: 'NH; Чапля',
    marking: 'TLP:GREEN',
    kind: 'threat-actor',
  });
  expect(loaded.properties('Monthly')).toMatchObject({ created_by_ref: id('identity', 9) });
  expect(loaded.linkProperties('Night Heron', '192.0.2.44')).toMatchObject({
    kind: 'uses',
    mentionedIn: 'Monthly',
  });
  expect(loaded.report.rejected).toBe(0);
});

test('a relationship to nothing and an object without a type are rejected by their number in the bundle', async () => {
  const { report } = await load(
    'b.json',
    bundle(ACTOR, { ...USES, target_ref: id('url', 7) }, { id: 'nameless' }),
  );
  expect(report).toMatchObject({
    rows: 3,
    imported: 1,
    rejectedByReason: { 'link-end-missing': 1, 'element-unknown': 1 },
  });
  expect(report.rejectedRows.map(({ line }) => line).sort()).toEqual([2, 3]);
});

test('markings are told before the import, a cut bundle fails', async () => {
  const one = bench();
  const seen = await importHandlers['import.inspect'](one.context, {
    path: one.write('b.json', bundle(ACTOR)),
  });
  expect(seen.remarks).toEqual([{ key: 'import:remark.markings', params: { list: 'TLP:GREEN' } }]);
  await expect(load('cut.json', bundle(ACTOR, WORKER).slice(0, -20))).rejects.toThrow('import.json-cut');
});

test('observables inside of what was observed are things of their own, with their lines', async () => {
  const observed = {
    type: 'observed-data',
    id: 'observed-data--0f6b3c2a-1111-4222-8333-444455556666',
    number_observed: 1,
    objects: {
      '0': { type: 'ipv4-addr', value: '198.51.100.7' },
      '1': { type: 'domain-name', value: 'parcel.example', resolves_to_refs: ['0'] },
    },
  };
  const text = JSON.stringify({ type: 'bundle', id: 'bundle--1', spec_version: '2.0', objects: [observed] });
  const loaded = await load('seen.json', text);
  expect(loaded.identifiers).toEqual([
    'internet-address 198.51.100.7 of 198.51.100.7',
    'internet-address parcel.example of parcel.example',
  ]);
  expect(loaded.links).toContain('parcel.example -other/unconfirmed-> 198.51.100.7');
  expect(loaded.links).toHaveLength(3);
});

test('a list of objects without a bundle; markings of TLP 2 by their ids are words, no things', async () => {
  const id = (number: number): string => `identity--0f6b3c2a-1111-4222-8333-44445555666${number}`;
  const person = (number: number, name: string): object => ({
    type: 'identity',
    spec_version: '2.1',
    id: id(number),
    name,
    identity_class: 'individual',
    object_marking_refs: ['marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421'],
  });
  const marking = {
    type: 'marking-definition',
    spec_version: '2.1',
    id: 'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421',
    name: 'TLP:AMBER',
  };
  const loaded = await load(
    'list.json',
    JSON.stringify([person(1, 'Ion Rusu'), person(2, 'Ana Pop'), marking]),
  );
  expect(loaded.entities).toEqual(['person Ion Rusu', 'person Ana Pop']);
  expect(loaded.properties('Ana Pop').marking).toBe('TLP:AMBER');
  const envelope = JSON.stringify({ more: false, objects: [person(1, 'Ion Rusu')] });
  expect((await load('envelope.json', envelope)).entities).toEqual(['person Ion Rusu']);
});
