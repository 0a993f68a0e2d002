import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import type { PackageSelection } from '../../src/contract/exchange.ts';
import type { Context } from '../../src/main/engine/context.ts';
import { loadMessages } from '../../src/main/engine/messages.ts';
import type { WritableDatabase } from '../../src/main/vault/database.ts';
import { analysisFile, temporaryDatabase } from './database.ts';

/** Words that must never leave: of a blocked source, of an H2 source, of a victim. */
export const MARKERS = {
  blocked: 'Zebrafish Informationsquelle',
  h2: 'Quokka Logistics',
  victim: 'Ileana Marmalade',
  victimPhone: '+37360999111',
  noRecipient: 'Narwhal Depot',
} as const;

export interface PackageVault {
  readonly database: WritableDatabase;
  readonly context: Context;
  readonly fileId: string;
  readonly entityIds: Record<string, string>;
  readonly selection: PackageSelection;
}

interface SourceSeed {
  readonly reference: string;
  readonly handling: string[];
  readonly recipients: string[];
}

function seedSource(database: WritableDatabase, fileSeq: number, seed: SourceSeed): number {
  return database.run(
    `INSERT INTO source (id, file_seq, reference, kind, title, originator, grading_scheme, source_grade, information_grade, level, handling, recipients)
     VALUES (?, ?, ?, 'import', ?, 'UA', 'europol-4x4', 'B', '2', 'restricted', ?, ?)`,
    uuidv7(),
    fileSeq,
    seed.reference,
    `Call list ${seed.reference}`,
    JSON.stringify(seed.handling),
    JSON.stringify(seed.recipients),
  ).lastSeq;
}

function seedBatch(database: WritableDatabase, fileSeq: number, sourceSeq: number): number {
  return database.run(
    `INSERT INTO batch (id, file_seq, source_seq, kind, file_name, specification, event_prefix, rows, imported, rejected, report, created_at)
     VALUES (?, ?, ?, 'import', 'calls.csv', '{}', ?, 0, 0, 0, '{}', 1000)`,
    uuidv7(),
    fileSeq,
    sourceSeq,
    uuidv7().slice(0, -8),
  ).lastSeq;
}

/** A vault with an open call list, a list for other recipients, an H2 document and a victim. */
export function packageVault(resourcesFolder: string, eventCount = 60): PackageVault {
  const database = temporaryDatabase();
  const file = analysisFile(database, 'CAF-2026-021');
  const open = seedSource(database, file.seq, { reference: 'S-1', handling: ['H1'], recipients: [] });
  const blocked = seedSource(database, file.seq, { reference: 'S-2', handling: ['H0'], recipients: ['PL'] });
  const h2 = seedSource(database, file.seq, { reference: 'S-3', handling: ['H2'], recipients: ['RO'] });
  const batch = seedBatch(database, file.seq, open);
  const seqs: Record<string, number> = {};
  const entityIds: Record<string, string> = {};
  const entity = (
    name: string,
    type: string,
    label: string,
    sourceSeq: number,
    status: string | null = null,
  ) => {
    const id = uuidv7();
    const { lastSeq } = database.run(
      'INSERT INTO entity (id, file_seq, type, label, status, created_at) VALUES (?, ?, ?, ?, ?, 1000)',
      id,
      file.seq,
      type,
      label,
      status,
    );
    seqs[name] = lastSeq;
    entityIds[name] = id;
    fact(lastSeq, sourceSeq, type === 'phone' ? 'phone' : 'name', label);
  };
  const fact = (entitySeq: number, sourceSeq: number, property: string, value: string) => {
    database.run(
      'INSERT INTO assertion (id, file_seq, source_seq, source_row, entity_seq, property, value, created_at) VALUES (?, ?, ?, 3, ?, ?, ?, 1000)',
      uuidv7(),
      file.seq,
      sourceSeq,
      entitySeq,
      property,
      value,
    );
  };
  const link = (type: string, from: string, to: string) => {
    database.run(
      "INSERT INTO link (id, file_seq, type, from_seq, to_seq, strength, created_at) VALUES (?, ?, ?, ?, ?, 'confirmed', 1000)",
      uuidv7(),
      file.seq,
      type,
      seqs[from] ?? 0,
      seqs[to] ?? 0,
    );
  };
  entity('suspect', 'person', '=Тарас "Міст" Ковальчук', open, 'suspect');
  entity('victim', 'person', MARKERS.victim, open, 'victim');
  entity('victimPhone', 'phone', MARKERS.victimPhone, open);
  entity('secret', 'person', MARKERS.blocked, blocked, 'suspect');
  entity('company', 'organisation', MARKERS.h2, h2);
  for (let index = 0; index < 12; index += 1)
    entity(`p${index}`, 'phone', `+4070000${String(index).padStart(4, '0')}`, open);
  entity('p-script', 'phone', '</script><b>+40700009999', open);
  fact(seqs.suspect ?? 0, open, 'note', `Seen with ${MARKERS.victim} and again near the depot`);
  fact(seqs.suspect ?? 0, blocked, 'alias', MARKERS.noRecipient);
  link('uses', 'victim', 'victimPhone');
  link('uses', 'suspect', 'p0');
  link('associate_of', 'suspect', 'secret');
  link('owns', 'suspect', 'company');
  const phones = [...Array(12).keys()].map((index) => `p${index}`).concat('victimPhone', 'p-script');
  seedEvents(database, { fileSeq: file.seq, batch, open, blocked }, seqs, phones, eventCount);
  return {
    database,
    context: contextOf(database, resourcesFolder),
    fileId: file.id,
    entityIds,
    selection: {
      fileId: file.id,
      entityIds: null,
      chartId: null,
      period: null,
      recipients: ['RO', 'MD'],
      purpose: 'Case meeting in Iași',
      released: [],
    },
  };
}

function seedEvents(
  database: WritableDatabase,
  keys: { fileSeq: number; batch: number; open: number; blocked: number },
  seqs: Record<string, number>,
  phones: string[],
  count: number,
): void {
  const insert = database.prepare(
    `INSERT INTO event (file_seq, batch_seq, source_seq, source_row, type, start_at, start_text, zone, precision, duration_seconds, from_seq, to_seq, latitude, longitude, properties)
     VALUES (?, ?, ?, ?, 'call', ?, '2026-03-01 10:00', 'Europe/Kyiv', 'second', 61, ?, ?, ?, ?, ?)`,
  );
  database.transaction(() => {
    for (let index = 0; index < count; index += 1) {
      const note = index === 5 ? { note: `asked for ${MARKERS.victimPhone} twice` } : {};
      insert.run(
        keys.fileSeq,
        keys.batch,
        index % 10 === 9 ? keys.blocked : keys.open,
        index + 2,
        Date.UTC(2026, 2, 1) + index * 3_400_000,
        seqs[phones[index % 5] ?? ''] ?? null,
        seqs[phones[(index * 7 + 1) % phones.length] ?? ''] ?? null,
        46.2 + (index % 9) * 0.35,
        25.1 + (index % 7) * 0.7,
        JSON.stringify(note),
      );
    }
    const first = database.one<{ seq: number }>('SELECT min(seq) AS seq FROM event')?.seq ?? 0;
    database.run('UPDATE batch SET first_event_seq = ?, last_event_seq = ?', first, first + count - 1);
  });
}

function contextOf(database: WritableDatabase, resourcesFolder: string): Context {
  const missing = () => {
    throw new Error('not part of this test');
  };
  return {
    session: { path: null, database: () => database, connect: missing },
    jobs: { start: missing, watch: missing, cancel: missing, list: missing, finished: missing },
    messages: loadMessages(resolve('resources/locales')),
    settings: {
      get: () => ({ language: 'en' }),
      set: missing,
      recentVaults: missing,
      rememberVault: missing,
    },
    uploads: { add: missing, get: missing, clear: missing },
    resourcesFolder,
    programVersion: '0.1.0-test',
    database: () => database,
    actor: () => 'Analyst A',
    now: () => Date.UTC(2026, 4, 1, 12),
  } as unknown as Context;
}

/** Progress nobody watches; `breaths` counts how often others could have worked, `cancelAfter` cancels. */
export function quietProgress(cancelAfter = Number.POSITIVE_INFINITY) {
  const progress = {
    breaths: 0,
    cancelled: false,
    phase: () => undefined,
    advance: () => undefined,
    breathe: async () => {
      progress.breaths += 1;
      if (progress.breaths > cancelAfter) throw new Error('cancelled');
    },
  };
  return progress;
}

/** A strong passphrase made for one test. */
export function testPassphrase(): string {
  return randomBytes(12).toString('hex');
}
