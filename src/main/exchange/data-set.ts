import { createHash } from 'node:crypto';
import type { PackageCounts, PackageSelection } from '../../contract/exchange.ts';
import type { CaseData, CaseEntity } from '../../core/evidence/case-data.ts';
import { type CaseLine, chartLines } from '../../core/evidence/chart-lines.ts';
import { type Disclosure, disclose } from '../../core/evidence/disclosure.ts';
import { recipientCode } from '../../core/evidence/marking.ts';
import { MergedRecords, protectedRecord } from '../../core/evidence/merged-records.ts';
import { Failure } from '../../core/result.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { type Collected, collect } from './collect.ts';

/**
 * A protected person released by name; `label` is null where nothing of them may go anyway. A merged record is one
 * person, so a release is of all its records; `records` names those that go where they are several.
 */
export interface Release {
  readonly entityId: string;
  readonly records?: readonly string[];
  readonly reason: string;
  readonly label: string | null;
}

/** The set that leaves, the same for preview and seal. */
export interface DataSet extends Disclosure {
  readonly lines: readonly CaseLine[];
  readonly released: readonly Release[];
  /** Recorded permissions of the providers of what leaves, for these recipients. */
  readonly permissionIds: readonly string[];
  readonly counts: PackageCounts;
  /** case.json as it is written; the hash is of exactly these characters in UTF-8. */
  readonly json: string;
  readonly dataHash: string;
  readonly fileSeq: number;
}

/** Collects and filters. Failure('package.unknown-release') when a released person is not in the selection. */
export async function dataSet(
  database: ReadableDatabase,
  selection: PackageSelection,
  breathe: () => Promise<void>,
): Promise<DataSet> {
  const collected = await collect(database, selection, breathe);
  const ids = new Set(collected.data.entities.map((entity) => entity.id));
  if (selection.released.some((one) => !ids.has(one.entityId))) throw new Failure('package.unknown-release');
  const disclosure = disclose(collected.data, {
    recipients: selection.recipients,
    permissions: collected.permissions,
    released: selection.released.map((one) => one.entityId),
    surroundings: collected.surroundings,
  });
  await breathe();
  const lines = chartLines(disclosure.data);
  const json = caseJson(disclosure.data);
  return {
    ...disclosure,
    lines,
    released: releases(collected.data, disclosure.data, selection),
    permissionIds: permissionsFor(collected, disclosure.data, selection),
    counts: {
      entities: disclosure.data.entities.length,
      links: lines.length,
      events: disclosure.data.events.length,
      sources: disclosure.data.sources.length,
      checks: disclosure.data.checks?.length ?? 0,
    },
    json,
    dataHash: createHash('sha256').update(json, 'utf8').digest('hex'),
    fileSeq: collected.fileSeq,
  };
}

/** Named by whatever record of a merged one, each once: under what it goes as, else under its lead. */
function releases(all: CaseData, left: CaseData, selection: PackageSelection): Release[] {
  const merged = new MergedRecords(all.entities);
  const going = new Map(left.entities.flatMap((one) => recordIds(one).map((id) => [id, one] as const)));
  const found = new Map<string, Release>();
  for (const { entityId, reason } of selection.released) {
    const group = merged.recordsOf(entityId);
    const lead = merged.leadOf(entityId);
    if (protectedRecord(group) === undefined || found.has(lead)) continue;
    const shown = group.map((one) => going.get(one.id)).find((one) => one !== undefined);
    const records = shown === undefined ? [] : recordIds(shown);
    found.set(lead, {
      entityId: shown?.id ?? lead,
      reason,
      label: shown?.label ?? null,
      ...(records.length > 1 ? { records } : {}),
    });
  }
  return [...found.values()];
}

function recordIds({ id, members = [] }: CaseEntity): string[] {
  return [id, ...members.map((one) => one.id)];
}

function permissionsFor({ permissions }: Collected, left: CaseData, selection: PackageSelection): string[] {
  const sources = new Set(left.sources.map((one) => one.id));
  const recipients = new Set(selection.recipients.map(recipientCode));
  return permissions
    .filter((one) => sources.has(one.sourceId) && recipients.has(recipientCode(one.recipient)))
    .map((one) => one.id);
}

/** One item a line: readable, comparable, and quick to search with simple tools. */
function caseJson(data: CaseData): string {
  const { sources, entities, facts, links, events, checks = [] } = data;
  const lists = { sources, entities, facts, links, events, checks };
  const parts = Object.entries(lists).map(
    ([name, items]) => `"${name}":[${items.map((item) => `\n${JSON.stringify(item)}`).join(',')}]`,
  );
  return `{"format":${data.format},"file":${JSON.stringify(data.file)},\n${parts.join(',\n')}}\n`;
}
