import { describe, expect, test } from 'vitest';
import { QUIET, undoImport } from '../../../../../src/main/import/run.ts';
import { storeHandlers } from '../../../../../src/main/store/handlers.ts';
import { bench, importPath, suggested } from '../helpers.ts';
import { load } from './graph-helpers.ts';

const KEYS = `<key id="d0" for="node" attr.name="label" attr.type="string"/><key id="d1" for="node" attr.name="type"><default>person</default></key>
<key id="d2" for="edge" attr.name="weight"/><key id="d3" for="edge" attr.name="label"/><key id="d4" for="node" attr.name="phone"/>`;
const graphml = (body: string, edges = 'directed'): string =>
  `<?xml version="1.0" encoding="UTF-8"?><graphml xmlns="http://graphml.graphdrawing.org/xmlns">${KEYS}<graph edgedefault="${edges}">${body}</graph></graphml>`;
const node = (id: string, label: string, more = ''): string =>
  `<node id="${id}"><data key="d0">${label}</data>${more}</node>`;

describe('GraphML', () => {
  test('attributes, defaults, direction; an attribute called like one of our columns keeps its name', async () => {
    const loaded = await load(
      'net.graphml',
      graphml(
        `<edge source="a" target="b"><data key="d2">3.5</data><data key="d3">brother</data></edge>${node('a', 'Ion Rusu', '<data key="d4">+37369123456</data>')}${node('b', 'Ana Rusu')}${node('c', 'BH 1234 AA', '<data key="d1">Car</data>')}<edge source="a" target="c" directed="false"/>`,
      ),
    );
    expect(loaded.entities).toEqual(['person Ion Rusu', 'person Ana Rusu', 'vehicle BH 1234 AA']);
    expect(loaded.links).toEqual([
      'Ion Rusu -related_to/unconfirmed-> Ana Rusu',
      'Ion Rusu -other/unconfirmed-> BH 1234 AA',
    ]);
    expect(loaded.properties('Ion Rusu')).toEqual({ phone: '+37369123456', type: 'person' });
    expect(loaded.linkProperties('Ion Rusu', 'Ana Rusu')).toEqual({
      weight: '3.5',
      name: 'brother',
      direction: '→',
    });
    expect(loaded.identifiers).toHaveLength(1);
  });

  test('nested graphs, hyper-edges and the labels of yEd', async () => {
    const yed = `<node id="y"><data key="d9"><y:ShapeNode xmlns:y="http://www.yworks.com/xml/graphml"><y:Geometry x="1"/><y:NodeLabel>Depot 7</y:NodeLabel></y:ShapeNode></data></node>`;
    const loaded = await load(
      'net.graphml',
      graphml(
        `<node id="o"><data key="d0">Outer</data><graph>${node('i', 'Inner')}</graph></node>${yed}<hyperedge><endpoint node="o"/><endpoint node="i"/><endpoint node="y"/></hyperedge>`,
        'undirected',
      ),
    );
    expect(loaded.entities.map((one) => one.split(' ').slice(1).join(' ')).sort()).toEqual([
      'Depot 7',
      'Inner',
      'Outer',
    ]);
    expect(loaded.links).toEqual(['Outer -other/unconfirmed-> Inner', 'Outer -other/unconfirmed-> Depot 7']);
  });

  test('two things of one name stay two, and every line finds its own', async () => {
    const loaded = await load(
      'net.graphml',
      graphml(
        `${node('a', 'Ion Rusu')}${node('b', 'Ion Rusu')}${node('c', 'Ana')}<edge source="a" target="c"/><edge source="b" target="c"/>`,
      ),
    );
    expect(loaded.report).toMatchObject({ entitiesNew: 3, links: 2 });
  });

  test('several lines of one kind between two things are one link that keeps what each says', async () => {
    const edge = (weight: number): string =>
      `<edge source="a" target="b"><data key="d2">${weight}</data></edge>`;
    const { report, bench: one } = await load(
      'net.graphml',
      graphml(`${node('a', 'Ion')}${node('b', 'Ana')}${edge(1)}${edge(2)}`),
    );
    expect(report).toMatchObject({ rows: 4, imported: 4, links: 1 });
    const said = one.database.all(
      `SELECT value FROM assertion WHERE link_seq IS NOT NULL AND property = 'weight' ORDER BY seq`,
    );
    expect(said).toEqual([{ value: '1' }, { value: '2' }]);
  });

  test('a type the program does not know is left to the specification, for ends as well', async () => {
    const one = bench();
    const bare = graphml(`${node('a', 'Ion')}${node('b', 'Ana')}<edge source="a" target="b"/>`).replace(
      '<default>person</default>',
      '',
    );
    const path = one.write('net.graphml', bare);
    const specification = await suggested(one, path);
    const entities = specification.entities.map((entity) =>
      entity.name === 'entity' ? { ...entity, type: 'person' as const } : entity,
    );
    const report = await importPath(one, path, { entities });
    expect(report).toMatchObject({ entitiesNew: 2, links: 1, rejected: 0 });
    expect(one.database.all('SELECT DISTINCT type FROM entity')).toEqual([{ type: 'person' }]);
  });

  test('undo takes all of it away, redo brings all of it back', async () => {
    const { bench: one, report } = await load(
      'net.graphml',
      graphml(
        `${node('a', 'Ion')}${node('b', '+37369123456', '<data key="d1">phone</data>')}<edge source="a" target="b"><data key="d2">1</data></edge><edge source="a" target="b"><data key="d3">uses</data></edge>`,
      ),
    );
    const picture = (): unknown => [
      one.database.all('SELECT id, type, label, properties FROM entity ORDER BY id'),
      one.database.all('SELECT id, type, properties FROM link ORDER BY id'),
      one.database.all('SELECT id, source_row, property, value FROM assertion ORDER BY id'),
    ];
    const before = picture();
    await undoImport(one.context, report.batchId ?? '', QUIET);
    for (const table of ['entity', 'link', 'assertion', 'link_summary']) {
      expect(one.database.all(`SELECT * FROM ${table}`)).toEqual([]);
    }
    await storeHandlers['journal.undo'](one.context, { fileId: one.fileId });
    expect(picture()).toEqual(before);
  });

  test('a file of ever new attributes keeps them, in columns that do not grow with it', async () => {
    const many = Array.from({ length: 900 }, (_, at) =>
      node(`n${at}`, `N${at}`, `<data key="k${at}">v${at}</data>`),
    );
    const one = bench();
    const path = one.write('wide.graphml', graphml(many.join('')));
    const specification = await suggested(one, path);
    expect(specification.columns.length).toBeLessThan(350);
    const loaded = await load('wide.graphml', graphml(many.join('')));
    expect(loaded.properties('N5')).toMatchObject({ k5: 'v5' });
    expect(loaded.properties('N899')).toMatchObject({ more: 'k899: v899' });
  });
});
