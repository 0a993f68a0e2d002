import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { importHandlers } from '../../../../../src/main/import/handlers.ts';
import { anx } from '../../../../../src/main/import/readers/graph/anx.ts';
import { bench } from '../helpers.ts';
import { load } from './graph-helpers.ts';

const LISTS = `<StrengthCollection><Strength DotStyle="DotStyleSolid" Id="S1" Name="Confirmed"/>
<Strength DotStyle="DotStyleDashed" Id="S2" Name="Unconfirmed"/></StrengthCollection>
<GradeOne><StringCollection><String Id="G0" Text="-"/><String Id="G1" Text="A - Always reliable"/></StringCollection></GradeOne>
<AttributeClassCollection><AttributeClass Id="AC1" Name="Height" Type="AttNumber" Suffix=" cm"/></AttributeClassCollection>
<EntityTypeCollection><EntityType Id="ET1" Name="Woman"/><EntityType Name="Fraktion" IconFile="gang"/></EntityTypeCollection>
<LinkTypeCollection><LinkType Id="LT1" Name="Phone Call"/></LinkTypeCollection>`;

const person = (id: string, label: string, extra = '', inner = ''): string =>
  `<ChartItem Label="${label}" ${extra}><End><Entity EntityId="${id}" Identity="${label}" LabelIsIdentity="true">
  <Icon><IconStyle EntityTypeReference="ET1" Type="Woman"/></Icon></Entity></End>${inner}</ChartItem>`;
const link = (from: string, to: string, style: string, extra = ''): string =>
  `<ChartItem ${extra}><Link End1Id="${from}" End2Id="${to}"><LinkStyle ${style}/></Link></ChartItem>`;
const chart = (items: string): string =>
  `<?xml version="1.0"?><Chart IdReferenceLinking="true">${LISTS}<ChartItemCollection>${items}</ChartItemCollection></Chart>`;

const PHONE = `<ChartItem Label=""><End><Entity EntityId="P1" Identity="+380 67 123 45 67"><Icon><IconStyle Type="Phone"/></Icon></Entity></End></ChartItem>`;

describe('i2 charts', () => {
  test('entities with type, attributes, cards, grades and date', async () => {
    const rich = person(
      'A',
      'Olena Koval',
      'Description="seen twice" DateTime="2026-03-04T10:11:12.000" DateSet="true" TimeSet="false" GradeOneIndex="1" SourceReference="R-7"',
      '<AttributeCollection><Attribute AttributeClassReference="AC1" Value="172"/></AttributeCollection><CardCollection><Card Summary="Note" Text="works nights" SourceType="Witness"/></CardCollection>',
    );
    const group = `<ChartItem Label="Night Shift"><End><Entity EntityId="G"><Circle><CircleStyle Type="Fraktion"/></Circle></Entity></End></ChartItem>`;
    const loaded = await load('chart.anx', chart(rich + group));
    expect(loaded.entities).toEqual(['person Olena Koval', 'criminal_group Night Shift']);
    expect(loaded.properties('Olena Koval')).toEqual({
      Height: '172 cm',
      kind: 'Woman',
      note: 'seen twice\nNote: works nights: (Witness)',
      sourceReference: 'R-7',
      gradeOne: 'A - Always reliable',
      date: '2026-03-04',
    });
  });

  test('links before their ends, turned by the arrow, with strength by reference or by name', async () => {
    const loaded = await load(
      'chart.anx',
      chart(
        link('A', 'B', 'Type="Friend" Strength="Confirmed" ArrowStyle="ArrowOnTail"', 'Label="old friends"') +
          link('A', 'P1', 'Type="Uses" StrengthReference="S2"') +
          person('A', 'Olena Koval') +
          person('B', 'Ion Rusu') +
          PHONE,
      ),
    );
    expect(loaded.links).toEqual([
      'Ion Rusu -associate_of/confirmed-> Olena Koval',
      'Olena Koval -uses/unconfirmed-> +380671234567',
    ]);
    expect(loaded.linkProperties('Ion Rusu', 'Olena Koval')).toEqual({
      kind: 'Friend',
      name: 'old friends',
      direction: '→',
    });
    expect(loaded.identifiers).toEqual(['phone +380671234567 of +380671234567']);
    expect(loaded.report).toMatchObject({ rows: 5, imported: 5, entitiesNew: 3, links: 2 });
  });

  test('a dated call is an event, an undated one a link', async () => {
    const dated =
      'DateTime="2026-03-04T10:11:12.000" DateSet="true" TimeSet="true" LocalDateTimeOffset="+02:00"';
    const loaded = await load(
      'chart.anx',
      chart(
        person('A', 'Olena Koval') +
          PHONE +
          link('A', 'P1', 'LinkTypeReference="LT1" ArrowStyle="ArrowOnHead"', dated) +
          link('P1', 'A', 'LinkTypeReference="LT1"'),
      ),
    );
    expect(loaded.events).toEqual(['call Olena Koval -> +380671234567 2026-03-04T08:11:12Z']);
    expect(loaded.links).toEqual(['+380671234567 -called/unconfirmed-> Olena Koval']);
  });

  test('a link to nothing and one to itself are rejected with the line they stand on', async () => {
    const { report } = await load(
      'chart.anx',
      chart(`${person('A', 'Olena Koval')}\n${link('A', 'X', '')}\n${link('A', 'A', '')}`),
    );
    expect(report).toMatchObject({ rows: 3, imported: 1, rejected: 2 });
    expect(report.rejectedRows.map(({ code }) => code)).toEqual(['link-end-missing', 'link-to-itself']);
    expect(report.rejectedRows[0]?.line).toBeGreaterThan(6);
    expect(report.rejectedRows[0]?.value).toContain('X');
  });

  test('UTF-16, and a declared one-byte encoding', async () => {
    const text = chart(person('A', 'Олена Коваль'));
    const wide = iconv.encode(text, 'utf-16le', { addBOM: true });
    expect((await load('wide.anx', wide)).entities).toEqual(['person Олена Коваль']);
    const narrow = text.replace('version="1.0"', 'version="1.0" encoding="windows-1251"');
    const loaded = await load('narrow.anx', iconv.encode(narrow, 'windows-1251'));
    expect(loaded.entities).toEqual(['person Олена Коваль']);
  });

  test('gradings are told before the import', async () => {
    const one = bench();
    const path = one.write('chart.anx', chart(person('A', 'Olena Koval', 'GradeOneIndex="1"')));
    const seen = await importHandlers['import.inspect'](one.context, { path });
    expect(seen.remarks).toEqual([{ key: 'import:remark.foreignGrades', params: { count: 1 } }]);
    expect(seen).toMatchObject({ format: 'anx', confidence: 1, suggestedFrom: 'headers' });
    expect(seen.quality).toBeGreaterThan(0.9);
  });

  test('broken, empty and hostile files fail with their reason', async () => {
    const whole = chart(person('A', 'Olena Koval'));
    await expect(load('cut.anx', whole.slice(0, -30))).rejects.toThrow('import.xml-broken');
    await expect(load('none.anx', chart(''))).rejects.toThrow('import.no-rows');
    const bomb = whole.replace('<Chart', '<!DOCTYPE c [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><Chart');
    await expect(load('bomb.anx', bomb.replace('seen', '&b;').replace('Olena', '&b;'))).rejects.toThrow(
      'import.xml-broken',
    );
    const deep = `<Chart><ChartItem/>${'<a>'.repeat(3000)}`;
    await expect(load('deep.anx', deep)).rejects.toThrow('import.xml-broken');
  });

  test('one text that no chart has is refused before it fills the memory', async () => {
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('<Chart><ChartItem>');
      const piece = Buffer.alloc(1024 * 1024, 0x61);
      for (let at = 0; at < 300; at += 1) yield piece;
    }
    const settings = { encoding: 'utf-8', delimiter: '', quote: '', headerRow: 0, columns: [] };
    await expect(anx.read(endless(), settings, 'endless.anx')).rejects.toThrow('import.too-large');
  });
});
