import { act, type Doings, ENTITY, of, one, type Play } from './play.ts';

const SOURCE = 'SELECT id FROM source ORDER BY seq';
const GRADES = [
  { scheme: 'europol-4x4', source: 'A', information: '1' },
  { scheme: 'europol-4x4', source: 'C', information: '3' },
  { scheme: 'admiralty-6x6', source: 'B', information: '2' },
] as const;
const MARKINGS = [
  { level: 'restricted', handling: ['H1'] },
  { level: 'confidential', handling: ['H1', 'H2'] },
] as const;

function marking(play: Play) {
  const { level, handling } = of(play, MARKINGS);
  return { level, handling: [...handling] };
}

function fields(play: Play) {
  return {
    title: of(play, ['Statement', 'Протокол', 'Raport']),
    originator: of(play, ['MD', 'UA']),
    agency: of(play, ['', 'North office']),
    received: of(play, [null, 1_770_000_000_000]),
    informationDate: of(play, [null, '2026', '2026-03']),
    grade: of(play, GRADES),
    marking: marking(play),
    handlingText: '',
    tlp: of(play, [null, 'AMBER'] as const),
    recipients: of(play, [[], ['RO'], ['RO', 'PL']]),
    usage: of(play, ['intelligence', 'evidence'] as const),
  };
}

const fact = (play: Play) => ({
  kind: of(play, ['fact', 'inference', 'recommendation'] as const),
  property: of(play, ['alias', 'occupation']),
  value: of(play, ['Docker', 'Вантажник']),
  ...(play.roll(2) === 0 ? { sourceId: one(play, SOURCE) } : {}),
  ...(play.roll(2) === 0 ? { grade: of(play, GRADES) } : {}),
});

const anyFact = (play: Play) => one(play, 'SELECT id FROM assertion WHERE property IS NOT NULL ORDER BY seq');

const check = (play: Play) => ({
  system: of(play, ['sltd', 'national'] as const),
  systemName: 'Register',
  value: of(play, ['AB1', 'AB2']),
  result: of(play, ['hit', 'possible'] as const),
  recordReference: '',
  ownerNcb: of(play, ['', 'NCB Kyiv']),
  asked: of(play, [null, '2026-03-01']),
  due: of(play, [null, '2026-03-20']),
  received: null,
  answer: null,
  handlingText: '',
  note: '',
});

const anyCheck = (play: Play) => one(play, 'SELECT id FROM external_check ORDER BY seq');

/** Sources, gradings, facts, custody and statuses: what a person decides of evidence. */
export const EVIDENCE_DOINGS: Doings = [
  [6, (play) => act(play, 'entity.addFact', { entityId: one(play, ENTITY), ...fact(play) })],
  [4, (play) => act(play, 'fact.change', { factId: anyFact(play), ...fact(play) })],
  [
    4,
    (play) => act(play, 'check.add', { entityId: one(play, ENTITY), ...check(play), marking: marking(play) }),
  ],
  [
    3,
    (play) =>
      act(play, 'check.change', {
        checkId: anyCheck(play),
        ...check(play),
        at: 0,
        operator: 'B',
        marking: marking(play),
      }),
  ],
  [2, (play) => act(play, 'check.withdraw', { checkId: anyCheck(play), reason: 'twice' })],
  [3, (play) => act(play, 'fact.withdraw', { factId: anyFact(play), reason: 'a mistake' })],
  [
    3,
    (play) =>
      act(play, 'source.create', {
        fileId: play.file.fileId,
        kind: of(play, ['statement', 'document'] as const),
        fields: fields(play),
      }),
  ],
  [
    4,
    (play) =>
      act(play, 'source.change', {
        sourceId: one(play, SOURCE),
        reference: `R-${play.roll(90)}`,
        kind: 'statement',
        fields: fields(play),
      }),
  ],
  [
    3,
    (play) =>
      act(play, 'custody.add', {
        sourceId: one(play, SOURCE),
        entry: {
          action: of(play, ['collected', 'sealed', 'transferred'] as const),
          at: '2026-03-01 10:00',
          exhibitNumber: `E-${play.roll(9)}`,
          sealNumber: '',
          fromHolder: '',
          toHolder: 'Evidence room',
          place: '',
          purpose: '',
          condition: '',
          tool: '',
          note: '',
        },
      }),
  ],
  [
    4,
    (play) =>
      act(play, 'people.categorise', {
        fileId: play.file.fileId,
        entityIds: [one(play, ENTITY), one(play, ENTITY)],
        status: of(play, ['witness', 'contact', null] as const),
        minor: of(play, [true, false, null]),
        since: of(play, [null, '2026-02']),
        sourceId: play.roll(2) === 0 ? one(play, SOURCE) : null,
        reason: 'stated',
      }),
  ],
  [1, (play) => act(play, 'people.countryDays', { fileId: play.file.fileId, days: 100 + play.roll(3) })],
];
