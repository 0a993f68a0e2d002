import { v7 } from 'uuid';
import type { Chart, ChartChange, ChartFilter, ChartMember, ChartStyle } from '../../contract/chart.ts';
import { Failure } from '../../core/result.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';
import { leadSql } from './members.ts';

const NO_FILTER: ChartFilter = { linkTypes: null, entityTypes: null, period: { from: null, to: null } };

const PLAIN: ChartStyle = { paint: 'type' };

interface ChartRecord {
  seq: number;
  id: string;
  file_id: string;
  file_seq: number;
  name: string;
  filter: string;
  style: string;
  revision: number;
}

export function chartRecord(database: ReadableDatabase, id: string): ChartRecord {
  const row = database.one<ChartRecord>(
    `SELECT chart.seq, chart.id, file_seq, f.id AS file_id, name, filter, style, revision FROM chart JOIN analysis_file f ON f.seq = chart.file_seq
     WHERE chart.id = ?`,
    id,
  );
  if (row === undefined) throw new Failure('store.no-such-chart', { id });
  return row;
}

export function getChart(database: ReadableDatabase, id: string): Chart {
  const row = chartRecord(database, id);
  const members = database.all<{ id: string; x: number; y: number; pinned: number; hidden: number }>(
    `SELECT lead.id, x, y, pinned, hidden FROM chart_member m JOIN entity e ON e.seq = m.entity_seq
     JOIN entity lead ON lead.seq = ${leadSql('e')} WHERE chart_seq = ? ORDER BY e.lead_seq IS NULL`,
    row.seq,
  );
  return {
    id: row.id,
    fileId: row.file_id,
    name: row.name,
    filter: JSON.parse(row.filter) as ChartFilter,
    style: { ...PLAIN, ...(JSON.parse(row.style) as Partial<ChartStyle>) },
    revision: row.revision,
    // The lead's own place comes last and wins over those of what is shown under it.
    members: Object.fromEntries(
      members.map((m) => [m.id, { x: m.x, y: m.y, pinned: m.pinned === 1, hidden: m.hidden === 1 }]),
    ),
  };
}

export function listCharts(database: ReadableDatabase, fileSeq: number) {
  return database.all<{ id: string; name: string; members: number }>(
    `SELECT id, name, (SELECT count(DISTINCT ${leadSql('e')}) FROM chart_member m JOIN entity e ON e.seq = m.entity_seq
       WHERE chart_seq = chart.seq) AS members FROM chart WHERE file_seq = ? ORDER BY created_at`,
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

export function applyChange(database: WritableDatabase, chartId: string, change: ChartChange): void {
  const row = chartRecord(database, chartId);
  for (const [entityId, member] of Object.entries(change.members ?? {})) {
    placeMember(database, row.seq, entityId, member);
  }
  if (change.filter !== undefined)
    database.run('UPDATE chart SET filter = ? WHERE seq = ?', JSON.stringify(change.filter), row.seq);
  if (change.style !== undefined)
    database.run('UPDATE chart SET style = ? WHERE seq = ?', JSON.stringify(change.style), row.seq);
  if (change.name !== undefined)
    database.run('UPDATE chart SET name = ? WHERE seq = ?', change.name, row.seq);
}

/** What is shown under a lead stands on the chart as the lead does, and leaves it with it. */
function placeMember(
  database: WritableDatabase,
  chartSeq: number,
  entityId: string,
  member: ChartMember | null,
): void {
  const entity = database.one<{ seq: number; lead: number }>(
    'SELECT seq, coalesce(lead_seq, seq) AS lead FROM entity WHERE id = ?',
    entityId,
  );
  if (entity === undefined) return;
  if (member === null) {
    database.run(
      'DELETE FROM chart_member WHERE chart_seq = ? AND entity_seq IN (SELECT seq FROM entity WHERE seq = ? OR lead_seq = ?)',
      chartSeq,
      entity.lead,
      entity.lead,
    );
    return;
  }
  database.run(
    `INSERT INTO chart_member (chart_seq, entity_seq, x, y, pinned, hidden) VALUES (?,?,?,?,?,?)
     ON CONFLICT DO UPDATE SET x = excluded.x, y = excluded.y, pinned = excluded.pinned, hidden = excluded.hidden`,
    chartSeq,
    entity.lead,
    member.x,
    member.y,
    member.pinned === true ? 1 : 0,
    member.hidden === true ? 1 : 0,
  );
}

export function deleteChart(database: WritableDatabase, chartId: string): void {
  database.run('DELETE FROM chart WHERE seq = ?', chartRecord(database, chartId).seq);
}
