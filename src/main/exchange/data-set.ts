import { createHash } from 'node:crypto';
import type { PackageSelection } from '../../contract/exchange.ts';
import type { CaseData } from '../../core/evidence/case-data.ts';
import { type CaseLine, chartLines } from '../../core/evidence/chart-lines.ts';
import { type Disclosure, disclose } from '../../core/evidence/disclosure.ts';
import { Failure } from '../../core/result.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { collect } from './collect.ts';

/** The set that leaves, the same for preview and seal. */
export interface DataSet extends Disclosure {
  readonly lines: readonly CaseLine[];
  readonly counts: { entities: number; links: number; events: number; sources: number };
  /** case.json as it is written; the hash is of exactly these characters in UTF-8. */
  readonly json: string;
  readonly dataHash: string;
  readonly fileSeq: number;
}

/**
 * Collects and filters. Failure('package.nothing-left') when the policy withholds everything,
 * Failure('package.unknown-release') when a released person is not in the selection.
 */
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
  if (disclosure.data.entities.length + disclosure.data.events.length === 0)
    throw new Failure('package.nothing-left');
  const lines = chartLines(disclosure.data);
  const json = caseJson(disclosure.data);
  return {
    ...disclosure,
    lines,
    counts: {
      entities: disclosure.data.entities.length,
      links: lines.length,
      events: disclosure.data.events.length,
      sources: disclosure.data.sources.length,
    },
    json,
    dataHash: createHash('sha256').update(json, 'utf8').digest('hex'),
    fileSeq: collected.fileSeq,
  };
}

/** One item a line: readable, comparable, and quick to search with simple tools. */
function caseJson(data: CaseData): string {
  const { sources, entities, facts, links, events } = data;
  const lists = { sources, entities, facts, links, events };
  const parts = Object.entries(lists).map(
    ([name, items]) => `"${name}":[${items.map((item) => `\n${JSON.stringify(item)}`).join(',')}]`,
  );
  return `{"format":${data.format},"file":${JSON.stringify(data.file)},\n${parts.join(',\n')}}\n`;
}
