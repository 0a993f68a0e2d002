import { expect, test } from 'vitest';
import { load } from './graph-helpers.ts';

test('Pajek: vertices with labels of blanks, arcs, edges, lists, named relations, what cannot be read', async () => {
  const loaded = await load(
    'net.net',
    `% made by hand\r\n*Vertices 4\r\n1 "Ion Rusu" 0.1 0.2 0.5 ellipse [1-3]\r\n2 "Олена Коваль"\r\n3 Depot\r\n*Arcs :1 "calls"\r\n1 2 3\r\n*Edges\r\n2 3 1 l "lives at"\r\n*Arcslist\r\n3 1 4\r\nx y\r\n1 9 1\r\n`,
  );
  expect(loaded.entities.map((one) => one.split(' ').slice(1).join(' ')).sort()).toEqual(
    ['4', 'Depot', 'Ion Rusu', 'Олена Коваль'].sort(),
  );
  expect(loaded.properties('Ion Rusu')).toEqual({ spell: '[1-3]' });
  expect(loaded.links).toEqual([
    'Ion Rusu -called/unconfirmed-> Олена Коваль',
    'Олена Коваль -lives_at/unconfirmed-> Depot',
    'Depot -other/unconfirmed-> Ion Rusu',
    'Depot -other/unconfirmed-> 4',
  ]);
  expect(loaded.linkProperties('Ion Rusu', 'Олена Коваль')).toEqual({
    weight: '3',
    kind: 'calls',
    direction: '→',
  });
  expect(loaded.report.rejectedByReason).toEqual({ 'link-end-missing': 2, 'link-to-itself': 1 });
});

test('Pajek: a matrix, and vertices that only the head counts', async () => {
  const loaded = await load('matrix.net', '*Vertices 3\n*Matrix\n0 2 0\n0 0 0\n1 0 0\n');
  expect(loaded.report).toMatchObject({ entitiesNew: 3, links: 2, rejected: 0 });
  expect(loaded.links).toEqual(['1 -other/unconfirmed-> 2', '3 -other/unconfirmed-> 1']);
});

test('Pajek: a head that claims millions of vertices makes no millions', async () => {
  const loaded = await load(
    'liar.net',
    '*Vertices 999999999\n1 "Ion"\n2 "Ana"\n*Edges\n1 2\n*Oddity\nwhat is this\n',
  );
  expect(loaded.report.rejectedByReason).toEqual({ 'element-unknown': 1 });
  expect(loaded.links).toEqual(['Ion -other/unconfirmed-> Ana']);
});
