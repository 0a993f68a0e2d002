import { v7 } from 'uuid';
import type { EditMethod } from '../../contract/edits.ts';
import type { Input, MethodName } from '../../contract/index.ts';
import type { Answer } from '../../contract/questions.ts';
import type { Context } from '../engine/context.ts';
import type { Handlers } from '../engine/handlers.ts';
import { appendAudit } from '../vault/audit.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { fileSeq } from './analysis-files.ts';
import { mostConnected } from './ask-connected.ts';
import { askNewIdentities } from './ask-identities.ts';
import { path } from './ask-path.ts';
import { askSameName } from './ask-same-name.ts';
import { askTogether } from './ask-together.ts';
import { applyChange, chartRecord, deleteChart, getChart, insertChart, listCharts } from './charts.ts';
import { command } from './command.ts';
import { entitiesBySeq, entitySeqs, type ShutterLabel } from './entities.ts';
import { eventExtent, eventScope, getEvent, histogram, listEvents } from './events.ts';
import { evidenceScope } from './evidence-scope.ts';
import { eventLanes } from './lanes.ts';
import { type LineOptions, linesAmong, linkSummaries, neighbours } from './links.ts';
import { mapPoints, mapTracks, placePoints } from './places.ts';
import { shutterOf } from './shutter.ts';
import { unstated } from './unstated.ts';

type ViewMethod = Exclude<
  Extract<MethodName, `chart.${string}` | `event.${string}` | `map.${string}` | `ask.${string}`>,
  EditMethod
>;

function workingSet(context: Context, seqs: readonly number[], options: LineOptions) {
  const database = context.database();
  const entities = entitiesBySeq(database, seqs, shutterOf(context));
  const links = linkSummaries(linesAmong(database, seqs, options), (seq) => entities.get(seq)?.id ?? '');
  return { entities: [...new Set(entities.values())], links };
}

function near(context: Context, query: Input<'chart.neighbourCount'>) {
  const database = context.database();
  const file = fileSeq(database, query.fileId);
  const asked = entitySeqs(database, file, query.entityIds);
  const exclude = entitySeqs(database, file, query.exclude ?? []);
  const evidence = evidenceScope(database, file, query);
  return { asked, evidence, found: neighbours(database, asked, { ...query, evidence, exclude }) };
}

type Ask<Q> = (
  database: ReadableDatabase,
  file: number,
  asked: Q,
  shutter: ShutterLabel,
  say: (key: string) => string,
) => Answer;

/** Every question is written to the audit chain with its parameters. */
function question<Q extends { fileId: string }>(name: string, ask: Ask<Q>) {
  return (context: Context, asked: Q): Answer => {
    const database = context.database();
    const answer = ask(database, fileSeq(database, asked.fileId), asked, shutterOf(context), (key) =>
      context.messages.sentence(context.settings.get().language, key),
    );
    appendAudit(database, {
      at: context.now(),
      actor: context.actor(),
      action: 'search',
      object: `file:${asked.fileId}`,
      details: { question: name, parameters: asked },
    });
    return answer;
  };
}

export const viewHandlers: Pick<Handlers, ViewMethod> = {
  'chart.list': (context, { fileId }) => ({
    charts: listCharts(context.database(), fileSeq(context.database(), fileId)),
  }),
  'chart.create'(context, { fileId, name, members }) {
    const database = context.database();
    const chart = { id: v7(), name, members: members ?? {} };
    const file = fileSeq(database, fileId);
    const label = { key: 'journal:label.chartCreate', params: { name } };
    command(context, { fileSeq: file, kind: 'chart.create', label, object: `chart:${chart.id}` }, () => {
      insertChart(database, file, chart, context.now());
    });
    return getChart(database, chart.id);
  },
  'chart.get': (context, { chartId }) => getChart(context.database(), chartId),
  'chart.change'(context, { chartId, label, count, change }) {
    const database = context.database();
    const what = {
      fileSeq: chartRecord(database, chartId).file_seq,
      kind: 'chart.change',
      label: { key: `chart:${label}`, params: { count } },
      object: `chart:${chartId}`,
    };
    const journalId = command(context, what, () => applyChange(database, chartId, change));
    return { journalId, chart: getChart(database, chartId) };
  },
  'chart.delete'(context, { chartId }) {
    const database = context.database();
    const { file_seq, name } = chartRecord(database, chartId);
    const label = { key: 'journal:label.chartDelete', params: { name } };
    const what = { fileSeq: file_seq, kind: 'chart.delete', label, object: `chart:${chartId}` };
    return { journalId: command(context, what, () => deleteChart(database, chartId)) };
  },
  'chart.data'(context, { fileId, entityIds, ...options }) {
    const database = context.database();
    const file = fileSeq(database, fileId);
    const evidence = evidenceScope(database, file, options);
    const seqs = entitySeqs(database, file, entityIds);
    const set = workingSet(context, seqs, { ...options, evidence });
    return { ...set, unstated: evidence === null ? [] : unstated(database, evidence, seqs, set) };
  },
  'chart.neighbourCount'(context, query) {
    const { found } = near(context, query);
    const byType = new Map<(typeof found)[number]['type'], number>();
    for (const one of found) byType.set(one.type, (byType.get(one.type) ?? 0) + 1);
    return {
      total: new Set(found.map((one) => one.seq)).size,
      byType: [...byType].map(([type, count]) => ({ type, count })),
    };
  },
  'chart.expand'(context, query) {
    const { asked, evidence, found } = near(context, query);
    const strength = new Map<number, number>();
    for (const one of found) strength.set(one.seq, (strength.get(one.seq) ?? 0) + one.count);
    const strongest = [...strength].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, query.limit);
    const seqs = [...asked, ...strongest.map(([seq]) => seq)];
    return { ...workingSet(context, seqs, { ...query, evidence }), total: strength.size };
  },
  'event.list'(context, { fileId, offset, limit, descending, ...filter }) {
    const database = context.database();
    return listEvents(
      database,
      eventScope(database, fileSeq(database, fileId), filter),
      { offset, limit, descending },
      shutterOf(context),
    );
  },
  'event.get': (context, { eventId }) => getEvent(context.database(), eventId, shutterOf(context)),
  'event.extent'(context, { fileId, ...filter }) {
    const database = context.database();
    return eventExtent(database, eventScope(database, fileSeq(database, fileId), filter));
  },
  'event.histogram'(context, { fileId, from, to, buckets, ...filter }) {
    const database = context.database();
    return histogram(database, eventScope(database, fileSeq(database, fileId), filter), {
      from,
      to,
      buckets,
    });
  },
  'event.lanes'(context, query) {
    const database = context.database();
    return { lanes: eventLanes(database, fileSeq(database, query.fileId), query, shutterOf(context)) };
  },
  'map.points'(context, { fileId, bounds, limit, ...filter }) {
    const database = context.database();
    const file = fileSeq(database, fileId);
    const scope = eventScope(database, file, filter);
    const events = mapPoints(database, scope, { bounds, limit }, shutterOf(context));
    const onlyEvents = filter.types !== undefined || filter.linkKey !== undefined;
    const { entityIds } = filter;
    const places = onlyEvents ? [] : placePoints(database, file, { entityIds, bounds, limit });
    return {
      total: events.total + places.length,
      points: [...events.points, ...places].slice(0, limit),
    };
  },
  'map.tracks'(context, { fileId, gapMinutes, ...filter }) {
    const database = context.database();
    return mapTracks(
      database,
      eventScope(database, fileSeq(database, fileId), filter),
      gapMinutes,
      shutterOf(context),
    );
  },
  'ask.mostConnected': question('mostConnected', mostConnected),
  'ask.path': question('path', path),
  'ask.newIdentities': question('newIdentities', askNewIdentities),
  'ask.together': question('together', askTogether),
  'ask.sameName': question('sameName', askSameName),
};
