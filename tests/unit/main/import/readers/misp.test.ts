import { expect, test } from 'vitest';
import { load } from './graph-helpers.ts';

const EVENT = {
  Event: {
    uuid: 'e-1',
    info: 'Parcel fraud wave',
    date: '2024-04-01',
    threat_level_id: '2',
    Orgc: { name: 'CSIRT Example' },
    Tag: [{ name: 'tlp:amber' }, { name: 'workflow:state="draft"' }],
    Galaxy: [{ name: 'Sector', GalaxyCluster: [{ value: 'Post' }] }],
    Attribute: [
      {
        uuid: 'a-1',
        type: 'phone-number',
        value: '+40721000111',
        to_ids: false,
        comment: 'in the SMS',
        timestamp: '1711929600',
      },
      { uuid: 'a-2', type: 'domain|ip', value: 'parcel.example|192.0.2.8', to_ids: true },
      { uuid: 'a-3', type: 'text', value: 'Victims pay a small fee', comment: 'summary' },
      { uuid: 'a-4', type: 'iban', value: 'RO49AAAA1B31007593840000' },
    ],
    Object: [
      {
        uuid: 'o-1',
        name: 'person',
        Attribute: [
          { uuid: 'f-1', type: 'first-name', object_relation: 'first-name', value: 'Radu' },
          { uuid: 'f-2', type: 'last-name', object_relation: 'last-name', value: 'Ilie' },
        ],
        ObjectReference: [
          { relationship_type: 'uses', referenced_uuid: 'a-1' },
          { relationship_type: 'related-to', referenced_uuid: 'gone' },
        ],
      },
      {
        uuid: 'o-2',
        name: 'vehicle',
        Attribute: [{ type: 'text', object_relation: 'license-plate-number', value: 'B 123 ABC' }],
      },
      {
        uuid: 'o-3',
        name: 'domain-ip',
        Attribute: [
          { uuid: 'g-1', type: 'domain', object_relation: 'domain', value: 'fee.example' },
          { uuid: 'g-2', type: 'ip-dst', object_relation: 'ip', value: '192.0.2.8' },
        ],
      },
    ],
  },
};

test('MISP: attributes and objects as things of the event, words and tags as its properties', async () => {
  const loaded = await load('event.json', JSON.stringify(EVENT));
  expect([...loaded.entities].sort()).toEqual(
    [
      'phone +40721000111',
      'internet_address parcel.example',
      'internet_address 192.0.2.8',
      'bank_account RO49AAAA1B31007593840000',
      'person Radu Ilie',
      'vehicle B 123 ABC',
      'internet_address fee.example',
      'investigation Parcel fraud wave',
    ].sort(),
  );
  expect(loaded.properties('Parcel fraud wave')).toMatchObject({
    text: 'Victims pay a small fee (summary)',
    marking: 'TLP:AMBER',
    tags: 'workflow:state="draft"',
    organisation: 'CSIRT Example',
    galaxies: 'Sector: Post',
    date: '2024-04-01',
  });
  expect(loaded.properties('+40721000111')).toMatchObject({
    note: 'in the SMS',
    changed: '2024-04-01T00:00:00.000Z',
  });
  expect(loaded.links).toContain('Radu Ilie -uses/unconfirmed-> +40721000111');
  expect(loaded.links).toContain('parcel.example -other/unconfirmed-> 192.0.2.8');
  expect(loaded.links).toContain('fee.example -other/unconfirmed-> 192.0.2.8');
  expect(loaded.links).toContain('B 123 ABC -mentioned_in/unconfirmed-> Parcel fraud wave');
  expect(loaded.identifiers.filter((one) => one.startsWith('internet-address 192.0.2.8'))).toHaveLength(1);
  expect(loaded.report.rejectedByReason).toEqual({ 'link-end-missing': 1 });
});

test('MISP: the answer of a search with several events, and one that breaks off', async () => {
  const answer = JSON.stringify({
    response: [EVENT, { Event: { ...EVENT.Event, uuid: 'e-2', Object: [], Attribute: [] } }],
  });
  const loaded = await load('search.json', answer);
  expect(loaded.entities.filter((one) => one.startsWith('investigation'))).toHaveLength(2);
  await expect(load('cut.json', answer.slice(0, 900))).rejects.toThrow('import.json-cut');
});

test('a port, a hash behind a name and a position are fields of their thing; reports and related events stay', async () => {
  const attribute = (uuid: string, type: string, value: string): object => ({
    uuid,
    type,
    value,
    to_ids: true,
  });
  const event = {
    uuid: 'e1',
    info: 'Parcel fraud',
    Attribute: [
      attribute('u1', 'ip-dst|port', '198.51.100.9|443'),
      attribute('u2', 'filename|md5', 'a.exe|d41d8cd98f00b204e9800998ecf8427e'),
    ],
    Object: [
      {
        uuid: 'o1',
        name: 'geolocation',
        Attribute: [
          { object_relation: 'latitude', type: 'float', value: '50.45' },
          { object_relation: 'city', type: 'text', value: 'Kyiv' },
        ],
      },
    ],
    EventReport: [{ name: 'Summary', content: 'Two parcels.' }],
    RelatedEvent: [{ Event: { id: '9', info: 'Older fraud' } }],
  };
  const loaded = await load('event.json', JSON.stringify({ response: [{ Event: event }] }));
  expect(loaded.properties('198.51.100.9').port).toBe('443');
  expect(loaded.properties('a.exe').md5).toBe('d41d8cd98f00b204e9800998ecf8427e');
  expect(loaded.entities).toContain('place Kyiv');
  expect(loaded.properties('Parcel fraud')).toMatchObject({
    reports: 'Summary\nTwo parcels.',
    relatedEvents: 'Older fraud',
  });
});

test('an answer of a search for attributes: each belongs to the event it names', async () => {
  const found = (uuid: string, value: string, event: string): object => ({
    uuid,
    type: 'domain',
    value,
    to_ids: true,
    Event: { uuid: event, info: `Case ${event}` },
  });
  const attributes = [
    found('u1', 'a.example', 'e1'),
    found('u2', 'b.example', 'e2'),
    found('u3', 'c.example', 'e1'),
  ];
  const loaded = await load('found.json', JSON.stringify({ response: { Attribute: attributes } }));
  expect([...loaded.links].sort()).toEqual([
    'a.example -mentioned_in/unconfirmed-> Case e1',
    'b.example -mentioned_in/unconfirmed-> Case e2',
    'c.example -mentioned_in/unconfirmed-> Case e1',
  ]);
  expect(loaded.properties('a.example')).toEqual({ kind: 'domain', to_ids: 'true' });
});
