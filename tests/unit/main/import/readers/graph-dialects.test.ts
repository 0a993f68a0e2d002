import { describe, expect, test } from 'vitest';
import { importHandlers } from '../../../../../src/main/import/handlers.ts';
import { bench } from '../helpers.ts';
import { load } from './graph-helpers.ts';

const yed = (body: string): string =>
  `<?xml version="1.0"?><graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
<key for="node" id="d6" yfiles.type="nodegraphics"/><key attr.name="description" for="node" id="d5"/>
<key for="edge" id="d10" yfiles.type="edgegraphics"/><graph edgedefault="directed" id="G">${body}</graph></graphml>`;
const drawn = (id: string, labels: string): string =>
  `<node id="${id}"><data key="d5"/><data key="d6"><y:ShapeNode>${labels}</y:ShapeNode></data></node>`;
const MODEL = '<y:LabelModel><y:SmartNodeLabelModel distance="4.0"/></y:LabelModel>';
const line = (from: string, to: string, source: string, target: string, label: string): string =>
  `<edge source="${from}" target="${to}"><data key="d10"><y:PolyLineEdge><y:Arrows source="${source}" target="${target}"/>
  <y:EdgeLabel>${label}${MODEL}</y:EdgeLabel></y:PolyLineEdge></data></edge>`;

describe('GraphML', () => {
  test('of yEd: the first label is the name, groups, arrows as they are drawn', async () => {
    const group = `<node id="n0" yfiles.foldertype="group"><data key="d6"><y:ProxyAutoBoundsNode><y:Realizers active="0">
      <y:GroupNode><y:NodeLabel>Night Shift${MODEL}</y:NodeLabel></y:GroupNode>
      <y:GroupNode><y:NodeLabel>Folder 1</y:NodeLabel></y:GroupNode></y:Realizers></y:ProxyAutoBoundsNode></data>
      <graph edgedefault="directed" id="n0:">${drawn('n0::n0', `<y:NodeLabel>Ion Rusu${MODEL}</y:NodeLabel><y:NodeLabel>born 1980</y:NodeLabel>`)}</graph></node>`;
    const olena = drawn('n1', '<y:NodeLabel>Olena\nKoval</y:NodeLabel>');
    const loaded = await load(
      'drawn.graphml',
      yed(
        group +
          olena +
          line('n0::n0', 'n1', 'none', 'standard', 'brother') +
          line('n0', 'n1', 'delta', 'none', 'member') +
          line('n1', 'n0::n0', 'none', 'none', ''),
      ),
    );
    expect([...loaded.entities].sort()).toEqual(['asset Ion Rusu', 'asset Night Shift', 'asset Olena Koval']);
    expect(loaded.properties('Ion Rusu')).toEqual({ parent: 'Night Shift', 'other labels': 'born 1980' });
    expect(loaded.links).toEqual([
      'Ion Rusu -related_to/unconfirmed-> Olena Koval',
      'Olena Koval -member_of/unconfirmed-> Night Shift',
      'Olena Koval -other/unconfirmed-> Ion Rusu',
    ]);
    expect(loaded.linkProperties('Olena Koval', 'Ion Rusu')).toEqual({});
  });

  test('of Gephi: its name for the label of a line; colours and places are no attributes', async () => {
    const keys = ['r', 'g', 'b', 'x', 'y', 'size'].map(
      (id) => `<key attr.name="${id}" attr.type="float" for="node" id="${id}"/>`,
    );
    const paint = ['r', 'g', 'b', 'x', 'y', 'size'].map((id) => `<data key="${id}">1.0</data>`).join('');
    const text = `<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key attr.name="label" for="node" id="label"/>
      <key attr.name="Edge Label" for="edge" id="edgelabel"/>${keys.join('')}<graph edgedefault="directed">
      <node id="1"><data key="label">Ion Rusu</data>${paint}</node><node id="2"><data key="label">Night LLC</data></node>
      <edge source="1" target="2"><data key="edgelabel">owns</data></edge></graph></graphml>`;
    const loaded = await load('gephi.graphml', text);
    expect(loaded.properties('Ion Rusu')).toEqual({});
    expect(loaded.links).toEqual(['Ion Rusu -owns/unconfirmed-> Night LLC']);
  });

  test('of Maltego: type and properties from its own elements, the look of lines left out', async () => {
    const property = (name: string, shown: string, value: string): string =>
      `<mtg:Property displayName="${shown}" hidden="false" name="${name}" type="string"><mtg:Value>${value}</mtg:Value></mtg:Property>`;
    const entity = (id: string, type: string, ...properties: string[]): string =>
      `<node id="${id}"><data key="d0"><mtg:MaltegoEntity type="${type}"><mtg:Properties>${properties.join('')}</mtg:Properties></mtg:MaltegoEntity></data></node>`;
    const text = `<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:mtg="http://maltego.paterva.com/xml/mtgx">
      <key id="d0" for="node" attr.name="MaltegoEntity"/><key id="d1" for="edge" attr.name="MaltegoLink"/><graph edgedefault="directed">
      ${entity('n0', 'maltego.Person', property('person.fullname', 'Full Name', 'Ion Rusu'), property('person.lastname', 'Surname', 'Rusu'))}
      ${entity('n1', 'maltego.PhoneNumber', property('phonenumber', 'Phone Number', '+37369000111'))}
      ${entity('n2', 'maltego.IPv4Address', property('ipv4-address', 'IP Address', '198.51.100.7'))}
      <edge source="n0" target="n1"><data key="d1"><mtg:MaltegoLink type="maltego.link.manual-link"><mtg:Properties>
      ${property('maltego.link.manual.type', 'Label', 'uses')}${property('maltego.link.color', 'Color', '8421505')}
      </mtg:Properties></mtg:MaltegoLink></data></edge></graph></graphml>`;
    const loaded = await load('Graph1.graphml', text);
    expect(loaded.entities).toEqual([
      'person Ion Rusu',
      'phone +37369000111',
      'internet_address 198.51.100.7',
    ]);
    expect(loaded.properties('Ion Rusu')).toEqual({ type: 'maltego.Person', Surname: 'Rusu' });
    expect(loaded.links).toEqual(['Ion Rusu -uses/unconfirmed-> +37369000111']);
    expect(loaded.linkProperties('Ion Rusu', '+37369000111')).toEqual({ name: 'uses', direction: '→' });
  });

  test('a line of three ends is told before the import', async () => {
    const ends = ['a', 'b', 'c'];
    const nodes = ends.map((id) => `<node id="${id}"/>`).join('');
    const points = ends.map((id) => `<endpoint node="${id}"/>`).join('');
    const text = `<graphml><graph edgedefault="undirected">${nodes}<hyperedge>${points}</hyperedge></graph></graphml>`;
    const one = bench();
    const path = one.write('hyper.graphml', text);
    const seen = await importHandlers['import.inspect'](one.context, { path });
    expect(seen.remarks).toEqual([{ key: 'import:remark.hyperedges', params: { count: 1 } }]);
  });

  test('of graph databases: kinds written on the elements; an undirected line is read from its owner', async () => {
    const text = `<graphml><key id="name" for="node" attr.name="name"/><graph edgedefault="undirected">
      <node id="n1" labels=":Person"><data key="name">Olena Koval</data></node>
      <node id="n2" labels=":Vehicle"><data key="name">AA1234BB</data></node>
      <edge source="n2" target="n1" label="OWNS"/></graph></graphml>`;
    const loaded = await load('dump.graphml', text);
    expect(loaded.entities).toEqual(['person Olena Koval', 'vehicle AA1234BB']);
    expect(loaded.links).toEqual(['Olena Koval -owns/unconfirmed-> AA1234BB']);
  });
});

test('GEXF of changing networks: dated lines, values with their times', async () => {
  const text = `<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2"><graph mode="dynamic" timeformat="date" defaultedgetype="directed">
    <attributes class="node" mode="dynamic"><attribute id="2" title="calls" type="integer"/></attributes>
    <nodes><node id="0" label="Ion"><attvalues><attvalue for="2" value="1" endopen="2026-03-01"/>
      <attvalue for="2" value="4" start="2026-03-01" end="2026-03-10"/></attvalues></node>
      <node id="1" label="Ana"/><node id="2" label="Ira"/></nodes>
    <edges><edge source="0" target="1" start="2026-03-01" end="2026-03-10"/>
      <edge source="1" target="2"><spells><spell start="2026-04-05"/></spells></edge>
      <edge source="2" target="0" start="3.5" end="4"/></edges></graph></gexf>`;
  const loaded = await load('dynamic.gexf', text);
  expect(loaded.properties('Ion').calls).toBe('1 (– 2026-03-01); 4 (2026-03-01 – 2026-03-10)');
  const dates = loaded.bench.database.all<{ text: string }>(
    `SELECT coalesce(date(start_at / 1000, 'unixepoch', '+12 hours'), '') || '/' ||
     coalesce(date(end_at / 1000, 'unixepoch', '+12 hours'), '') AS text FROM link ORDER BY seq`,
  );
  expect(dates.map(({ text: one }) => one)).toEqual(['2026-03-01/2026-03-10', '2026-04-05/', '/']);
  expect(loaded.report.rejected).toBe(0);
});

test('Pajek of two kinds of vertices: columns of the matrix are those of the second kind', async () => {
  const rows = ['*Vertices 5 3', '1 "Ion"', '2 "Ana"', '3 "Ira"', '4 "Club A"', '5 "Club B"', '*Matrix'];
  const loaded = await load('two.net', [...rows, ' 1 0', ' 0 1', ' 1 1', ''].join('\r\n'));
  expect(loaded.links).toEqual([
    'Ion -other/unconfirmed-> Club A',
    'Ana -other/unconfirmed-> Club B',
    'Ira -other/unconfirmed-> Club A',
    'Ira -other/unconfirmed-> Club B',
  ]);
  expect(loaded.properties('Club A')).toEqual({ mode: '2' });
  expect(loaded.report.rejected).toBe(0);
});

test('i2: notes of the chart, icons over types, dates without a time, lines without an arrow', async () => {
  const item = (id: string, label: string, look: string, inner = ''): string =>
    `<ChartItem Label="${label}"><End><Entity EntityId="${id}" Identity="${label}">${look}</Entity></End>${inner}</ChartItem>`;
  const text = `<Chart><AttributeClassCollection><AttributeClass Id="A1" Name="Born" Type="AttTime"/></AttributeClassCollection>
    <ChartItemCollection>
    ${item('1', 'Olena Koval', '<Icon><IconStyle Type="Person"/></Icon>', '<AttributeCollection><Attribute AttributeClass="Born" Value="1985-03-02T00:00:00"/></AttributeCollection>')}
    ${item('2', 'AA1234BB', '<Icon><IconStyle Type="Objekt" OverrideTypeIcon="true" TypeIconName="car"/></Icon>')}
    ${item('3', 'seen at night', '<TextBlock><TextBlockStyle Type="Text"/></TextBlock>')}
    <ChartItem Label="owner"><Link End1Id="2" End2Id="1"><LinkStyle Type="Link" ArrowStyle="ArrowNone"/></Link></ChartItem>
    </ChartItemCollection></Chart>`;
  const loaded = await load('notes.anx', text);
  expect(loaded.entities).toEqual(['person Olena Koval', 'vehicle AA1234BB', 'document seen at night']);
  expect(loaded.properties('Olena Koval').Born).toBe('1985-03-02');
  expect(loaded.links).toEqual(['Olena Koval -owns/unconfirmed-> AA1234BB']);
});
