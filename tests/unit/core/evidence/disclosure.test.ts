import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CaseData } from '../../../../src/core/evidence/case-data.ts';
import { disclose } from '../../../../src/core/evidence/disclosure.ts';
import {
  caseData,
  caseEntity,
  caseFact,
  caseSource,
  event,
  nobodyReleased,
} from '../../../helpers/case-data.ts';

function reasons(data: CaseData, request = nobodyReleased): Record<string, number> {
  return Object.fromEntries(disclose(data, request).withheld.map((one) => [one.reason, one.count]));
}

describe('sources', () => {
  const data = (change: Parameters<typeof caseSource>[1]) =>
    caseData({
      sources: [caseSource('s', change)],
      entities: [caseEntity('a', 'Ion Munteanu')],
      facts: [caseFact('f', 'a', 's', 'Ion Munteanu')],
    });

  test('an empty list of recipients lets everybody have it', () => {
    expect(disclose(data({}), nobodyReleased).data.entities).toHaveLength(1);
  });

  test('every recipient must be on the list; the provider itself always may', () => {
    expect(reasons(data({ recipients: ['PL'] }))).toEqual({
      'recipient-not-allowed': 1,
      'no-permitted-fact': 1,
    });
    expect(reasons(data({ recipients: [' ro '] }))).toEqual({});
    expect(
      reasons(data({ recipients: ['RO'] }), { ...nobodyReleased, recipients: ['RO', 'MD'] }),
    ).toHaveProperty('recipient-not-allowed');
    expect(reasons(data({ recipients: ['PL'] }), { ...nobodyReleased, recipients: ['UA'] })).toEqual({});
  });

  test('H2 needs a recorded permission for every recipient', () => {
    const h2 = data({ marking: { level: 'restricted', handling: ['H2'] } });
    expect(reasons(h2)).toEqual({ H2: 1, 'no-permitted-fact': 1 });
    const permissions = [{ sourceId: 's', recipient: 'RO' }];
    expect(reasons(h2, { ...nobodyReleased, permissions } as never)).toEqual({});
    expect(reasons(h2, { ...nobodyReleased, recipients: ['RO', 'MD'], permissions } as never)).toHaveProperty(
      'H2',
    );
  });

  test('a recorded permission also adds its recipient to the list, nobody else', () => {
    const permissions = [{ sourceId: 's', recipient: 'ro' }];
    const listed = data({ recipients: ['PL'] });
    expect(reasons(listed, { ...nobodyReleased, permissions } as never)).toEqual({});
    expect(
      reasons(listed, { ...nobodyReleased, recipients: ['RO', 'MD'], permissions } as never),
    ).toHaveProperty('recipient-not-allowed');
  });

  test('what holds something back is named, with those who still need the provider’s yes', () => {
    const held = { recipients: ['RO'], marking: { level: 'restricted' as const, handling: ['H2' as const] } };
    const blockedFor = (change: object, recipients: string[], permissions: object[] = []) =>
      disclose(data(change), { ...nobodyReleased, recipients, permissions } as never).blocked.map((one) => [
        one.reference,
        one.reason,
        one.recipients.join(),
        one.items,
      ]);
    expect(blockedFor({}, ['RO'])).toEqual([]);
    expect(blockedFor(held, ['ro'])).toEqual([['ref-s', 'H2', 'RO', 1]]);
    expect(blockedFor(held, ['RO', 'MD', 'UA'])).toEqual([['ref-s', 'recipient-not-allowed', 'RO,MD', 1]]);
    const yes = [{ sourceId: 's', recipient: 'MD' }];
    expect(blockedFor(held, ['RO', 'MD'], yes)).toEqual([['ref-s', 'H2', 'RO', 1]]);
  });

  test('the source of an import is named though no single fact of it is held', () => {
    const one = caseData({
      sources: [caseSource('s', { recipients: ['PL'], title: 'calls of Ileana Marmalade' })],
      entities: [caseEntity('v', 'Ileana Marmalade', { status: 'victim', sourceId: 's' })],
    });
    expect(disclose(one, nobodyReleased).blocked).toMatchObject([
      { reference: 'ref-s', items: 0, title: 'calls of Victim 1' },
    ]);
  });

  test('H2 of one fact holds that fact back though its source may go', () => {
    const one = data({});
    const facts = [
      ...one.facts,
      caseFact('g', 'a', 's', 'Kestrel', { marking: { level: 'restricted', handling: ['H2'] } }),
    ];
    const result = disclose({ ...one, facts }, nobodyReleased);
    expect(result.data.facts.map((fact) => fact.id)).toEqual(['f']);
    expect(result.blocked).toMatchObject([{ sourceId: 's', reason: 'H2', recipients: ['RO'], items: 1 }]);
  });
});

describe('protected people', () => {
  const people = () =>
    caseData({
      sources: [caseSource('s')],
      entities: [
        caseEntity('v', 'Ileana Marmalade', { status: 'victim', properties: { surname: 'Marmalade' } }),
        caseEntity('w', 'Oleh Crumpet', { status: 'informant' }),
        caseEntity('m', 'Ana Tangerine', { status: null, minor: true }),
        caseEntity('t', '+37360999111', {
          type: 'phone',
          identifiers: [
            { kind: 'phone', value: '+37360999111', raw: '060999111', check: 'valid', sourceId: null },
          ],
        }),
        caseEntity('a', 'Ion Munteanu'),
      ],
      facts: [
        caseFact('f1', 'v', 's', 'Ileana Marmalade'),
        caseFact('f2', 'w', 's', 'Oleh Crumpet'),
        caseFact('f3', 'm', 's', 'Ana Tangerine'),
        caseFact('f4', 't', 's', '+37360999111', { property: 'phone' }),
        caseFact('f5', 'a', 's', 'Ion Munteanu'),
        caseFact('f6', 'a', 's', 'He told Marmalade Ileana to call 060999111 about it', { property: 'note' }),
      ],
      links: [
        {
          id: 'l',
          type: 'uses',
          from: 'v',
          to: 't',
          strength: 'confirmed',
          start: null,
          end: null,
          properties: {},
          sourceId: null,
        },
      ],
      events: [
        event('e', {
          from: 'a',
          to: 't',
          participants: [{ entityId: 'v', role: 'present' }],
          properties: { text: 'Ileana Marmalade' },
        }),
      ],
    });

  test('go under stand-ins with what only they use, also inside other people’s notes', () => {
    const result = disclose(people(), nobodyReleased);
    const text = JSON.stringify(result.data);
    for (const word of [
      'Marmalade',
      'Crumpet',
      'Tangerine',
      '060999111',
      '+37360999111',
      '"v"',
      '"t"',
      'informant',
    ])
      expect(text).not.toContain(word);
    expect(result.pseudonymised.map((one) => one.label)).toEqual([
      'Victim 1',
      'Protected person 1',
      'Minor 1',
      'Victim 1 – 4',
    ]);
    expect(result.data.events[0]).toMatchObject({
      from: 'a',
      to: 'protected-4',
      participants: [{ entityId: 'protected-1' }],
    });
  });

  test('one released by name is the only one shown', () => {
    const text = JSON.stringify(disclose(people(), { ...nobodyReleased, released: ['v'] } as never).data);
    expect(text).toContain('Ileana Marmalade');
    expect(text).toContain('+37360999111');
    expect(text).not.toContain('Tangerine');
  });
});

describe('what a protected person uses', () => {
  const number = (value: string, kind: string) => [
    { kind, value, raw: value, check: 'valid', sourceId: null },
  ];
  const uses = (from: string, to: string) => ({
    id: `${from}-${to}`,
    type: 'uses' as const,
    from,
    to,
    strength: 'confirmed' as const,
    start: null,
    end: null,
    properties: {},
    sourceId: null,
  });
  const victim = caseEntity('v', 'Ileana Marmalade', { status: 'victim' });
  const phone = caseEntity('t', '+37360999111', {
    type: 'phone',
    identifiers: number('+37360999111', 'phone'),
  });
  const handset = caseEntity('d', '490154203237518', {
    type: 'device',
    identifiers: number('490154203237518', 'imei'),
  });
  const second = caseEntity('t2', '+37360888222', {
    type: 'phone',
    identifiers: number('+37360888222', 'phone'),
  });
  const suspect = caseEntity('a', 'Ion Munteanu');
  const all = (links: ReturnType<typeof uses>[]) =>
    caseData({
      sources: [caseSource('s')],
      entities: [victim, phone, handset, second, suspect],
      facts: [caseFact('f', 'a', 's', 'handset 490154203237518 was seen', { property: 'note' })],
      links,
    });

  test('is followed over the phone to the handset and the second number in it', () => {
    const links = [uses('v', 't'), uses('t', 'd'), uses('t2', 'd')];
    const text = JSON.stringify(disclose(all(links), nobodyReleased).data);
    for (const word of ['+37360999111', '490154203237518', '+37360888222']) expect(text).not.toContain(word);
    expect(text).toContain('Ion Munteanu');
  });

  test('ends where a suspect stands nearer', () => {
    const links = [uses('v', 't'), uses('t', 'd'), uses('a', 'd'), uses('a', 't2')];
    const text = JSON.stringify(disclose(all(links), nobodyReleased).data);
    expect(text).not.toContain('+37360999111');
    expect(text).toContain('490154203237518');
    expect(text).toContain('+37360888222');
  });

  test('a company that paid for the phone stays visible', () => {
    const data = all([uses('v', 't'), uses('c', 't')]);
    const company = caseEntity('c', 'Kestrel Transport', { type: 'organisation', status: null });
    const result = disclose({ ...data, entities: [...data.entities, company] }, nobodyReleased);
    expect(result.data.entities.map((one) => one.label)).toContain('Kestrel Transport');
  });

  test('is hidden also where the person and the link were not chosen, and nothing of them leaves', () => {
    const data = caseData({
      sources: [caseSource('s')],
      entities: [handset, suspect],
      facts: [caseFact('f', 'a', 's', 'He hid Marmalade in the cellar of the house', { property: 'note' })],
    });
    const surroundings = {
      entities: [victim, phone, handset, suspect],
      links: [uses('v', 't'), uses('t', 'd')],
      facts: [caseFact('g', 'v', 's', 'Zorica', { property: 'alias' })],
    };
    const result = disclose(data, { ...nobodyReleased, surroundings });
    const text = JSON.stringify(result.data);
    for (const word of ['Marmalade', '490154203237518', '+37360999111', 'Zorica'])
      expect(text).not.toContain(word);
    expect(result.data.entities.map((one) => one.label)).toEqual(['Victim 1 – 3', 'Ion Munteanu']);
  });
});

test('an entity two sources know carries only what the permitted one says', () => {
  const data = caseData({
    sources: [caseSource('s'), caseSource('x', { recipients: ['PL'] })],
    entities: [
      caseEntity('a', 'Secret Alias', { properties: { alias: 'Secret Alias', name: 'Ion Munteanu' } }),
    ],
    facts: [
      caseFact('f', 'a', 's', 'Ion Munteanu'),
      caseFact('g', 'a', 'x', 'Secret Alias', { property: 'alias' }),
    ],
  });
  const [entity] = disclose(data, nobodyReleased).data.entities;
  expect(entity).toMatchObject({ label: 'Ion Munteanu', properties: { name: 'Ion Munteanu' } });
  expect(JSON.stringify(disclose(data, nobodyReleased).data)).not.toContain('Secret Alias');
});

test('nothing only a withheld source or a protected person had appears anywhere, merged or not', () => {
  const sourceKind = fc.constantFrom('open', 'list', 'h2');
  const statuses = fc.constantFrom(
    'suspect' as const,
    'victim' as const,
    'witness' as const,
    'informant' as const,
  );
  const people = fc.array(
    fc.record({
      status: statuses,
      minor: fc.boolean(),
      origin: fc.nat(2),
      lead: fc.nat(5),
      facts: fc.array(fc.nat(2), { maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 6 },
  );
  const edges = fc.array(
    fc.record({ from: fc.nat(5), to: fc.nat(5), source: fc.nat(2), link: fc.boolean() }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(fc.tuple(sourceKind, sourceKind, sourceKind), people, edges, (kinds, persons, joined) => {
      const secret = (source: number) => (kinds[source] === 'open' ? 'open' : 'WITHHELD');
      const isLead = (person: number) => persons[person]?.lead === person;
      const leadOf = (person: number) => {
        const lead = persons[person]?.lead ?? person;
        return isLead(lead) ? lead : person;
      };
      const hidden = (person: number) =>
        persons.some(
          (one, other) => leadOf(other) === leadOf(person) && (one.status !== 'suspect' || one.minor),
        );
      const mark = (person: number, source: number) =>
        `${hidden(person) ? 'PROTECTED' : secret(source)}-${person}-${source}`;
      const data = caseData({
        sources: kinds.map((kind, index) =>
          caseSource(`s${index}`, {
            title: `${secret(index)} title`,
            recipients: kind === 'list' ? ['PL'] : [],
            marking: { level: 'restricted', handling: [kind === 'h2' ? 'H2' : 'H0'] },
          }),
        ),
        entities: persons.map((person, index) =>
          caseEntity(`id-${index}`, mark(index, person.origin), {
            status: person.status,
            minor: person.minor,
            sourceId: `s${person.origin}`,
            ...(leadOf(index) === index ? {} : { leadId: `id-${leadOf(index)}` }),
            properties: { name: mark(index, person.origin) },
            identifiers: [
              {
                kind: 'personal-number',
                value: mark(index, person.origin),
                raw: mark(index, person.origin),
                check: 'valid',
                sourceId: `s${person.origin}`,
              },
            ],
          }),
        ),
        facts: persons.flatMap((person, index) =>
          person.facts.map((source, order) =>
            caseFact(`f-${index}-${order}`, `id-${index}`, `s${source}`, mark(index, source)),
          ),
        ),
        links: joined
          .filter((one) => one.link && one.from < persons.length && one.to < persons.length)
          .map((one, index) => ({
            id: `l${index}`,
            type: 'associate_of' as const,
            from: `id-${one.from}`,
            to: `id-${one.to}`,
            strength: 'confirmed' as const,
            start: null,
            end: null,
            properties: { note: `${secret(one.source)} note` },
            sourceId: `s${one.source}`,
          })),
        events: joined
          .filter((one) => !one.link && one.from < persons.length)
          .map((one, index) =>
            event(`e${index}`, {
              from: `id-${one.from}`,
              sourceId: `s${one.source}`,
              properties: {
                note: `${secret(one.source)} seen with ${hidden(one.from) ? mark(one.from, persons[one.from]?.origin ?? 0) : 'somebody'}`,
              },
            }),
          ),
      });
      const result = disclose(data, nobodyReleased);
      const text = JSON.stringify(result.data);
      expect(text).not.toContain('WITHHELD');
      expect(text).not.toContain('PROTECTED');
      const ids = new Set(result.data.entities.map((one) => one.id));
      expect(ids.size).toBe(result.data.entities.length);
      expect(ids.size).toBeLessThanOrEqual(new Set(persons.map((_, index) => leadOf(index))).size);
      expect(text).not.toContain('leadId');
      for (const one of [...result.data.links, ...result.data.events])
        if (one.from !== null) expect(ids.has(one.from)).toBe(true);
      for (const one of result.data.facts) expect(ids.has(one.aboutId)).toBe(true);
      const left =
        data.facts.length +
        data.links.length +
        data.events.length -
        result.data.facts.length -
        result.data.links.length -
        result.data.events.length;
      expect(result.withheld.reduce((sum, one) => sum + one.count, 0)).toBeGreaterThanOrEqual(left);
    }),
    { numRuns: 400 },
  );
});
