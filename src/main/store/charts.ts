import { v7 } from 'uuid';
import type { Chart, ChartChange, ChartFilter, ChartMember } from '../../contract/chart.ts';
import { Failure } from '../../core/result.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';
import { registerJournalKind } from './journal.ts';

const NO_FILTER: ChartFilter = { linkTypes: null, entityTypes: null, period: { from: null, to: null } };

interface ChartRecord {
  seq: number;
  id: string;
  file_id: string;
  file_seq: number;
  name: string;
  filter: string;
  revision: number;
}

export function chartRecord(database: ReadableDatabase, id: string): ChartRecord {
  const row = database.one<ChartRecord>(
    `SELECT chart.seq, chart.id, file_seq, f.id AS file_id, name, filter, revision FROM chart JOIN analysis_file f ON f.seq = chart.file_seq
     WHERE chart.id = ?`,
    id,
  );
  if (row === undefined) throw new Failure('store.no-such-chart', { id });
  return row;
}

export function getChart(database: ReadableDatabase, id: string): Chart {
  const row = chartRecord(database, id);
  const members = database.all<{ id: string; x: number; y: number; pinned: number; hidden: number }>(
    'SELECT e.id, x, y, pinned, hidden FROM chart_member m JOIN entity e ON e.seq = m.entity_seq WHERE chart_seq = ?',
    row.seq,
  );
  return {
    id: row.id,
    fileId: row.file_id,
    name: row.name,
    filter: JSON.parse(row.filter) as ChartFilter,
    revision: row.revision,
    members: Object.fromEntries(
      members.map((m) => [m.id, { x: m.x, y: m.y, pinned: m.pinned === 1, hidden: m.hidden === 1 }]),
    ),
  };
}

export function listCharts(database: ReadableDatabase, fileSeq: number) {
  return database.all<{ id: string; name: string; members: number }>(
    'SELECT id, name, (SELECT count(*) FROM chart_member WHERE chart_seq = chart.seq) AS members FROM chart WHERE file_seq = ? ORDER BY created_at',
    fileSeq,
  );
}

export function insertChart(
  database: WritableDatabase,
  fileSeq: number,
  chart: { id?: string; name: string; members: Record<string, ChartMember> },
  at: number,
): string {
  const id = chart.id ?? v7();
  database.run(
    'INSERT INTO chart (id, file_seq, name, filter, created_at) VALUES (?,?,?,?,?)',
    id,
    fileSeq,
    chart.name,
    JSON.stringify(NO_FILTER),
    at,
  );
  applyChange(database, id, { members: chart.members });
  return id;
}

/** Applies a change and gives back the change that undoes it. */
export function applyChange(database: WritableDatabase, chartId: string, change: ChartChange): ChartChange {
  const row = chartRecord(database, chartId);
  const inverse: ChartChange = {};
  if (change.members !== undefined) {
    inverse.members = {};
    for (const [entityId, member] of Object.entries(change.members)) {
      inverse.members[entityId] = swapMember(database, row.seq, entityId, member);
    }
  }
  if (change.filter !== undefined) {
    inverse.filter = JSON.parse(row.filter) as ChartFilter;
    database.run('UPDATE chart SET filter = ? WHERE seq = ?', JSON.stringify(change.filter), row.seq);
  }
  if (change.name !== undefined) {
    inverse.name = row.name;
    database.run('UPDATE chart SET name = ? WHERE seq = ?', change.name, row.seq);
  }
  database.run('UPDATE chart SET revision = revision + 1 WHERE seq = ?', row.seq);
  return inverse;
}

function swapMember(
  database: WritableDatabase,
  chartSeq: number,
  entityId: string,
  member: ChartMember | null,
): ChartMember | null {
  const entity = database.one<{ seq: number }>('SELECT seq FROM entity WHERE id = ?', entityId);
  if (entity === undefined) return null;
  const before = database.one<{ x: number; y: number; pinned: number; hidden: number }>(
    'SELECT x, y, pinned, hidden FROM chart_member WHERE chart_seq = ? AND entity_seq = ?',
    chartSeq,
    entity.seq,
  );
  if (member === null)
    database.run('DELETE FROM chart_member WHERE chart_seq = ? AND entity_seq = ?', chartSeq, entity.seq);
  else {
    database.run(
      'INSERT OR REPLACE INTO chart_member (chart_seq, entity_seq, x, y, pinned, hidden) VALUES (?,?,?,?,?,?)',
      chartSeq,
      entity.seq,
      member.x,
      member.y,
      member.pinned === true ? 1 : 0,
      member.hidden === true ? 1 : 0,
    );
  }
  return before === undefined
    ? null
    : { x: before.x, y: before.y, pinned: before.pinned === 1, hidden: before.hidden === 1 };
}

interface ChangePayload {
  chartId: string;
  change: ChartChange;
}
const changed = (database: WritableDatabase, payload: unknown): void => {
  const { chartId, change } = payload as ChangePayload;
  applyChange(database, chartId, change);
};
registerJournalKind('chart.change', { undo: changed, redo: changed, touched: ['chart'] });

interface CreatePayload {
  id: string;
  fileSeq: number;
  name: string;
  members: Record<string, ChartMember>;
  at: number;
}
registerJournalKind('chart.create', {
  undo: (database, payload) => {
    database.run('DELETE FROM chart WHERE id = ?', (payload as { id: string }).id);
  },
  redo: (database, payload) => {
    const { fileSeq, at, ...chart } = payload as CreatePayload;
    insertChart(database, fileSeq, chart, at);
  },
  touched: ['chart'],
});
