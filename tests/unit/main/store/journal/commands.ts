import { importFile, QUIET, undoImport } from '../../../../../src/main/import/run.ts';
import { EVIDENCE_DOINGS } from './evidence-commands.ts';
import { act, type Doings, ENTITY, of, one, type Play } from './play.ts';

/** A repeatable stream of numbers: a failing sequence is its seed. */
export function dice(seed: number): (limit: number) => number {
  let state = (seed * 2_654_435_761) >>> 0;
  return (limit) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0;
    return (state >>> 7) % limit;
  };
}

const LABELS = ['Alpha', 'Bravo', 'Чарлі', 'Délta'];
const NUMBERS = ['+37360000001', '+37360000002', '+380501110003', '+37360000004'];

const number = (play: Play) => ({ kind: 'phone', raw: of(play, NUMBERS) });

function event(play: Play) {
  return {
    type: of(play, ['call', 'meeting', 'payment', 'position'] as const),
    time: { text: of(play, ['2026-03-01 10:00', '2026-03-02', '']), zone: 'UTC' },
    from: one(play, ENTITY),
    to: play.roll(4) === 0 ? null : one(play, ENTITY),
    durationSeconds: play.roll(2) === 0 ? null : play.roll(100),
    place: of(play, [null, 'Moghiliov', 'Sculeni']),
    latitude: play.roll(2) === 0 ? null : 47.1,
    longitude: 28.2,
    amountMinor: play.roll(2) === 0 ? null : play.roll(1000),
    currency: 'MDL',
    properties: {},
  };
}

/** What there was before evidence could be edited: sequences found then are played with these. */
export const FIRST_DOINGS: Doings = [
  [
    8,
    (play) => {
      const type = of(play, ['person', 'phone', 'person'] as const);
      const label = type === 'phone' ? of(play, NUMBERS) : of(play, LABELS);
      return act(play, 'entity.create', { fileId: play.file.fileId, type, label });
    },
  ],
  [
    5,
    (play) =>
      act(play, 'entity.edit', {
        entityId: one(play, ENTITY),
        label: of(play, LABELS),
        ...(play.roll(2) === 0 ? { identifiers: [number(play), number(play)] } : {}),
        ...(play.roll(3) === 0 ? { properties: { alias: of(play, LABELS) } } : {}),
      }),
  ],
  [5, (play) => act(play, 'entity.delete', { entityId: one(play, ENTITY) })],
  [
    4,
    (play) =>
      act(play, 'entity.setStatus', {
        entityId: one(play, ENTITY),
        status: of(play, ['victim', 'suspect', null] as const),
        minor: play.roll(5) === 0,
      }),
  ],
  [
    5,
    (play) =>
      act(play, 'entity.addFact', {
        entityId: one(play, ENTITY),
        kind: 'fact',
        property: 'alias',
        value: of(play, LABELS),
      }),
  ],
  [
    8,
    (play) =>
      act(play, 'link.create', {
        fileId: play.file.fileId,
        from: one(play, ENTITY),
        to: one(play, ENTITY),
        type: of(play, ['associate_of', 'uses'] as const),
        strength: of(play, ['confirmed', 'tentative'] as const),
      }),
  ],
  [
    5,
    (play) =>
      act(play, 'link.edit', {
        linkId: one(play, 'SELECT id FROM link ORDER BY seq'),
        strength: of(play, ['confirmed', 'unconfirmed'] as const),
        ...(play.roll(2) === 0 ? { start: 1000 + play.roll(9), end: 2000 } : {}),
        ...(play.roll(2) === 0 ? { reverse: true } : {}),
      }),
  ],
  [4, (play) => act(play, 'link.delete', { linkId: one(play, 'SELECT id FROM link ORDER BY seq') })],
  [5, (play) => act(play, 'event.create', { fileId: play.file.fileId, ...event(play) })],
  [3, (play) => act(play, 'event.edit', { eventId: handEvent(play), ...event(play) })],
  [3, (play) => act(play, 'event.delete', { eventId: handEvent(play) })],
  [2, (play) => act(play, 'chart.create', { fileId: play.file.fileId, name: of(play, LABELS) })],
  [
    7,
    (play) =>
      act(play, 'chart.change', {
        chartId: one(play, 'SELECT id FROM chart ORDER BY seq'),
        label: 'act.move',
        count: 1,
        change: {
          members: {
            [one(play, ENTITY)]: play.roll(4) === 0 ? null : { x: play.roll(90) / 7, y: 1 },
            [one(play, ENTITY)]: { x: 0.1, y: play.roll(9), hidden: play.roll(2) === 0 },
          },
        },
      }),
  ],
  [1, (play) => act(play, 'chart.delete', { chartId: one(play, 'SELECT id FROM chart ORDER BY seq') })],
  [
    6,
    (play) =>
      act(play, 'entity.merge', {
        leadId: one(play, ENTITY),
        memberIds: [one(play, ENTITY), one(play, ENTITY)],
        reason: 'same number',
      }),
  ],
  [3, (play) => act(play, 'entity.unmerge', { mergeId: one(play, 'SELECT id FROM merge ORDER BY seq') })],
  [
    2,
    (play) =>
      act(play, 'analysisFile.edit', {
        fileId: play.file.fileId,
        change: { title: of(play, LABELS), participants: ['MD', of(play, LABELS)] },
      }),
  ],
  [3, (play) => importOne(play)],
  [2, (play) => unImport(play)],
  [6, (play) => act(play, 'journal.undo', { fileId: play.file.fileId })],
  [4, (play) => act(play, 'journal.redo', { fileId: play.file.fileId })],
  [
    5,
    (play) =>
      act(play, 'journal.undoEntry', {
        entryId: one(play, "SELECT id FROM journal WHERE state = 'done' ORDER BY seq"),
        dependents: of(play, ['keep', 'cascade', 'refuse'] as const),
      }),
  ],
];

const ALL_DOINGS: Doings = [...FIRST_DOINGS, ...EVIDENCE_DOINGS];

function handEvent(play: Play): string {
  const found = play.file.database.all<{ id: Uint8Array }>(
    'SELECT id FROM event WHERE id IS NOT NULL ORDER BY seq',
  );
  const id = found[play.roll(Math.max(1, found.length))]?.id;
  const hex = id === undefined ? '' : Buffer.from(id).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

async function importOne(play: Play): Promise<void> {
  const { path, specification } = of(play, play.files);
  const { fileId, context } = play.file;
  await importFile(context, { fileId, path, specification, dryRun: false, again: true, progress: QUIET });
}

async function unImport(play: Play): Promise<void> {
  const batch = one(
    play,
    "SELECT id FROM batch WHERE state = 'done' AND kind = 'import' AND file_name <> 'calls.csv' ORDER BY seq",
  );
  if (batch !== 'nothing') await undoImport(play.file.context, batch, QUIET);
}

/** One command by weight; `doings`: which there are to choose from. */
export async function anyCommand(play: Play, doings: Doings = ALL_DOINGS): Promise<void> {
  let at = play.roll(doings.reduce((sum, [weight]) => sum + weight, 0));
  for (const [weight, doing] of doings) {
    if (at < weight) {
      await doing(play);
      return;
    }
    at -= weight;
  }
}
