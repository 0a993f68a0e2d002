import type { Input } from '../../contract/index.ts';
import type { Answer } from '../../contract/questions.ts';
import { newIdentities, type Usage } from '../../core/network/index.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { column, coverage } from './ask-shared.ts';
import { entitiesBySeq, entitySeqs, type ShutterLabel } from './entities.ts';
import { membersOf } from './members.ts';

type Asked = Input<'ask.newIdentities'>;
const DAY = 86_400_000;

interface Pair {
  seq: number;
  other: number;
  first: number;
  last: number;
}

/** Handsets of each number: drawn devices it is linked to, and the IMEI its own calls were made with. */
function handsets(database: ReadableDatabase, fileSeq: number): Map<number, Set<string>> {
  const devices = new Map<number, Set<string>>();
  const { leadOf } = membersOf(database);
  const deviceName = mergedDevices(database, fileSeq);
  for (const row of database.all<{ phone: number; device: string }>(
    `SELECT s.from_seq AS phone, d.label AS device FROM link_summary s JOIN entity d ON d.seq = s.to_seq WHERE s.file_seq = ? AND s.type = 'uses' AND d.type = 'device'
     UNION SELECT s.to_seq, d.label FROM link_summary s JOIN entity d ON d.seq = s.from_seq WHERE s.file_seq = ? AND s.type = 'uses' AND d.type = 'device'
     UNION SELECT from_seq, CAST(json_extract(properties, '$.imei') AS TEXT) FROM event
       WHERE file_seq = ? AND type IN ('call', 'message') AND from_seq IS NOT NULL AND properties LIKE '%"imei"%'
         AND json_extract(properties, '$.imei') IS NOT NULL`,
    fileSeq,
    fileSeq,
    fileSeq,
  )) {
    const phone = leadOf(row.phone);
    devices.set(phone, (devices.get(phone) ?? new Set()).add(deviceName.get(row.device) ?? row.device));
  }
  return devices;
}

/** The lead's name for each handset that is merged into another record of it. */
function mergedDevices(database: ReadableDatabase, fileSeq: number): ReadonlyMap<string, string> {
  const rows = database.all<{ label: string; lead: string }>(
    `SELECT m.label, lead.label AS lead FROM entity m INDEXED BY entity_by_lead JOIN entity lead ON lead.seq = m.lead_seq
     WHERE m.lead_seq IS NOT NULL AND m.file_seq = ? AND lead.type = 'device'`,
    fileSeq,
  );
  return new Map(rows.map((row) => [row.label, row.lead]));
}

/** Contacts and active time of each entity of the type, and the handsets it was seen in. */
function usages(database: ReadableDatabase, fileSeq: number, asked: Asked): Usage[] {
  const type = asked.entityType ?? 'phone';
  const pairs = database.all<Pair>(
    `SELECT seq, other, min(first_at) AS first, max(last_at) AS last FROM (
       SELECT s.from_seq AS seq, s.to_seq AS other, first_at, last_at FROM link_summary s WHERE s.file_seq = ? AND s.type IN ('called', 'messaged')
       UNION ALL SELECT s.to_seq, s.from_seq, first_at, last_at FROM link_summary s WHERE s.file_seq = ? AND s.type IN ('called', 'messaged'))
     WHERE seq IN (SELECT seq FROM entity WHERE file_seq = ? AND type = ? AND lead_seq IS NULL
         UNION ALL SELECT m.seq FROM entity m INDEXED BY entity_by_lead JOIN entity lead ON lead.seq = m.lead_seq
           WHERE m.lead_seq IS NOT NULL AND m.file_seq = ? AND lead.type = ?)
       AND first_at IS NOT NULL GROUP BY seq, other`,
    fileSeq,
    fileSeq,
    fileSeq,
    type,
    fileSeq,
    type,
  );
  const devices = handsets(database, fileSeq);
  const found = new Map<number, { contacts: Set<string>; first: number; last: number }>();
  const { leadOf } = membersOf(database);
  const shown = pairs
    .map((pair) => ({
      ...pair,
      isOwn: pair.seq === pair.other,
      seq: leadOf(pair.seq),
      other: leadOf(pair.other),
    }))
    .filter((pair) => pair.isOwn || pair.seq !== pair.other);
  for (const pair of shown) {
    const usage = found.get(pair.seq) ?? { contacts: new Set<string>(), first: pair.first, last: pair.last };
    usage.contacts.add(String(pair.other));
    usage.first = Math.min(usage.first, pair.first);
    usage.last = Math.max(usage.last, pair.last);
    found.set(pair.seq, usage);
  }
  return [...found].map(([seq, usage]) => ({
    id: String(seq),
    devices: devices.get(seq) ?? new Set<string>(),
    ...usage,
  }));
}

/** Which number may be the new number of somebody whose old one fell silent. */
export function askNewIdentities(
  database: ReadableDatabase,
  fileSeq: number,
  asked: Asked,
  shutter: ShutterLabel,
): Answer {
  const wanted =
    asked.entityIds === undefined
      ? null
      : new Set(
          entitySeqs(database, fileSeq, asked.entityIds).map((seq) =>
            String(membersOf(database).leadOf(seq)),
          ),
        );
  const leads = newIdentities(usages(database, fileSeq, asked), {
    minimumShared: asked.minimumShared,
    overlapMs: 3 * DAY,
    silenceMs: 30 * DAY,
  })
    .filter((lead) => wanted === null || wanted.has(lead.before) || wanted.has(lead.after))
    .slice(0, asked.limit);
  const seqs = leads.flatMap((lead) => [lead.before, lead.after, ...lead.shared]).map(Number);
  const entities = entitiesBySeq(database, [...new Set(seqs)], shutter);
  const label = (id: string): string => entities.get(Number(id))?.label ?? '';
  const rows = leads.map((lead) => ({
    beforeId: entities.get(Number(lead.before))?.id ?? '',
    before: label(lead.before),
    entityId: entities.get(Number(lead.after))?.id ?? '',
    after: label(lead.after),
    shared: lead.shared.length,
    sharedContacts: lead.shared.slice(0, 8).map(label).join(', '),
    sameDevice: lead.sameDevice ? 1 : 0,
    gapDays: Math.round((lead.gapMs / DAY) * 10) / 10,
    score: Math.round(lead.score * 100) / 100,
  }));
  const [best] = rows;
  const contacts = leads[0]?.shared.map((seq) => entities.get(Number(seq))?.id ?? '') ?? [];
  return {
    question: 'ask.newIdentities',
    sentence:
      best === undefined
        ? { key: 'questions:answer.noNewIdentity', params: {} }
        : {
            key: 'questions:answer.newIdentity',
            params: { before: best.before, after: best.after, shared: best.shared, score: best.score },
          },
    columns: [
      column('before', 'entity'),
      column('after', 'entity'),
      column('shared', 'number'),
      column('sharedContacts', 'text'),
      column('sameDevice', 'number'),
      column('gapDays', 'number'),
      column('score', 'number'),
    ],
    rows,
    highlight: {
      entityIds: best === undefined ? [] : [best.beforeId, best.entityId, ...contacts],
      linkKeys: [],
    },
    caveats: [...coverage(database, fileSeq), { key: 'questions:caveat.identity', params: {} }],
    parameters: { ...asked },
  };
}
