import { expect, test } from 'vitest';
import { load } from './graph-helpers.ts';

const csv = (...rows: string[]): string => `\uFEFF${rows.join('\r\n')}\r\n`;

test('entities.csv: identifiers, status, minors and properties come back', async () => {
  const loaded = await load(
    'entities.csv',
    csv(
      'id,type,label,status,minor,pseudonym,identifiers,properties,merged into',
      '1,person,Ana Ilie,suspect,false,false,"personal-number: RO:1800101221144","{""birthDate"":""1980-01-01"",""x"":""y""}",',
      '2,person,Mia Ilie,victim,true,false,,{},1',
      '3,person,Dan Ilie,,true,false,,{},',
      '4,vehicle,AA 1234 BC,,false,false,plate: UA:AA1234BC,{},',
      '5,phone,+380671112233,,false,false,phone: +380671112233; phone: +380671112244,{},',
    ),
  );
  expect(loaded.report).toMatchObject({ rows: 5, imported: 5, rejected: 0, unknownStatuses: {} });
  const people = loaded.bench.database.all(
    `SELECT status, minor FROM entity WHERE type = 'person' ORDER BY seq`,
  );
  expect(people).toEqual([
    { status: 'suspect', minor: 0 },
    { status: 'victim', minor: 1 },
    { status: null, minor: 1 },
  ]);
  expect(loaded.identifiers).toContain('plate UA:AA1234BC of AA 1234 BC');
  expect(loaded.identifiers.filter((one) => one.startsWith('phone'))).toHaveLength(2);
  expect(loaded.properties('Ana Ilie')).toMatchObject({
    birthDate: '1980-01-01',
    properties: '{"birthDate":"1980-01-01","x":"y"}',
  });
  expect(loaded.properties('Mia Ilie')).toMatchObject({ mergedInto: '1' });
});

test('links.csv: types, strengths and times; the same ends stay the same', async () => {
  const loaded = await load(
    'links.csv',
    csv(
      'from,from label,type,to,to label,strength,count,sums (minor units),first (UTC),last (UTC)',
      '1,Ana Ilie,owns,4,AA 1234 BC,confirmed,1,,2024-01-01T00:00:00.000Z,',
      '1,Ana Ilie,paid,9,Bo Ilie,unconfirmed,2,500 EUR,2024-01-01T00:00:00.000Z,2024-02-01T00:00:00.000Z',
    ),
  );
  expect(loaded.links).toEqual([
    'Ana Ilie -owns/confirmed-> AA 1234 BC',
    'Ana Ilie -paid/unconfirmed-> Bo Ilie',
  ]);
  expect(loaded.linkProperties('Ana Ilie', 'Bo Ilie')).toEqual({ count: '2', sums: '500 EUR' });
  expect(loaded.bench.database.all('SELECT start_at FROM link WHERE end_at IS NOT NULL')).toEqual([
    { start_at: Date.UTC(2024, 0, 1) },
  ]);
});

test('events.csv and facts.csv: types and times; amounts in minor units are never taken for whole ones', async () => {
  const header =
    'id,type,start (UTC),start as written,zone,precision,end (UTC),seconds,from,to,place,latitude,longitude,amount (minor units),currency,properties,source,source row';
  const loaded = await load(
    'events.csv',
    csv(
      header,
      '7,call,2024-01-01T10:00:00.000Z,1.1.2024,Europe/Kyiv,second,,60,Ana,Bo,,,,12345,EUR,{},SRC-1,4',
    ),
  );
  expect(loaded.events).toEqual(['call Ana -> Bo 2024-01-01T10:00:00Z']);
  const facts = await load(
    'facts.csv',
    csv(
      'id,kind,about,about id,label,property,value,source,row,grade,level,handling,originator,revision,record',
      '1,fact,entity,5,Ana,alias,Anișoara,SRC-1,2,B2,restricted,H1,Unit,1,',
      '2,fact,link,8,,,x,SRC-1,2,B2,restricted,H1,Unit,1,',
    ),
  );
  expect(facts.properties('Ana')).toMatchObject({ fact: 'fact: alias: Anișoara', grade: 'B2' });
  expect(facts.report.rejectedByReason).toEqual({ 'entity-missing': 1 });
});
