import { expect, test } from 'vitest';
import { load } from './graph-helpers.ts';

const GEXF = `<?xml version="1.0" encoding="UTF-8"?><gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<graph defaultedgetype="directed" mode="dynamic"><attributes class="node"><attribute id="0" title="category" type="string"/>
<attribute id="1" title="city" type="string"><default>Bălți</default></attribute></attributes>
<attributes class="edge"><attribute id="0" title="sum" type="double"/></attributes>
<nodes><node id="n1" label="Vasile Munteanu" start="2024-01-01"><attvalues><attvalue for="0" value="Person"/></attvalues><viz:color r="1" g="2" b="3"/>
<nodes><node id="n2" label="Alfa Trans SRL"><attvalues><attvalue for="0" value="Company"/><attvalue for="1" value="Cahul"/></attvalues></node></nodes></node></nodes>
<edges><edge id="e1" source="n2" target="n1" type="mutual" label="director of" weight="2"><attvalues><attvalue for="0" value="10.5"/></attvalues></edge>
<edge id="e2" source="n1" target="n9"/></edges></graph></gexf>`;

test('GEXF: nested nodes, defaults, attributes of nodes and edges apart, dangling edges rejected', async () => {
  const loaded = await load('net.gexf', GEXF);
  expect([...loaded.entities].sort()).toEqual(['organisation Alfa Trans SRL', 'person Vasile Munteanu']);
  expect(loaded.properties('Vasile Munteanu')).toEqual({
    category: 'Person',
    city: 'Bălți',
    start: '2024-01-01',
  });
  expect(loaded.properties('Alfa Trans SRL')).toEqual({
    category: 'Company',
    city: 'Cahul',
    parent: 'Vasile Munteanu',
  });
  expect(loaded.links).toEqual(['Alfa Trans SRL -directs/unconfirmed-> Vasile Munteanu']);
  expect(loaded.linkProperties('Alfa Trans SRL', 'Vasile Munteanu')).toEqual({
    sum: '10.5',
    weight: '2',
    name: 'director of',
    direction: '↔',
  });
  expect(loaded.report).toMatchObject({ rows: 4, imported: 3, rejectedByReason: { 'link-end-missing': 1 } });
});

test('a GEXF file that breaks off is not imported in part', async () => {
  await expect(load('cut.gexf', GEXF.slice(0, 900))).rejects.toThrow('import.xml-broken');
});
