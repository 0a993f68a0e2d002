import type { Input } from '../../contract/index.ts';
import type { Answer } from '../../contract/questions.ts';
import { buildGraph, shortestPath } from '../../core/network/index.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { requireEntity } from './ask-connected.ts';
import { linesInPeriod, undatedLinks } from './ask-period.ts';
import { column, coverage } from './ask-shared.ts';
import { entitiesBySeq, entitySeqs, type ShutterLabel } from './entities.ts';
import { isOpenPeriod, linesAmong, linkSummaries } from './links.ts';
import { membersOf } from './members.ts';

type Asked = Input<'ask.path'>;

function pairs(
  database: ReadableDatabase,
  fileSeq: number,
  asked: Asked,
): { from_seq: number; to_seq: number }[] {
  if (!isOpenPeriod(asked.period)) {
    const { sql, values } = linesInPeriod(fileSeq, asked);
    return database.all(`SELECT DISTINCT from_seq, to_seq FROM (${sql})`, ...values);
  }
  if (asked.linkTypes === undefined)
    return database.all('SELECT DISTINCT from_seq, to_seq FROM link_summary WHERE file_seq = ?', fileSeq);
  return database.all(
    'SELECT DISTINCT from_seq, to_seq FROM link_summary WHERE file_seq = ? AND type IN (SELECT value FROM json_each(?))',
    fileSeq,
    JSON.stringify(asked.linkTypes),
  );
}

/** How two entities are connected: one shortest way, with every line between its steps. */
export function path(
  database: ReadableDatabase,
  fileSeq: number,
  asked: Asked,
  shutter: ShutterLabel,
): Answer {
  const { leadOf } = membersOf(database);
  const seqOf = (id: string): number => leadOf(requireEntity(entitySeqs(database, fileSeq, [id])[0], id));
  const [startSeq, goalSeq] = [seqOf(asked.from), seqOf(asked.to)];
  const lines = pairs(database, fileSeq, asked);
  const position = new Map<number, number>();
  const at = (seq: number): number => {
    const known = position.get(seq);
    if (known !== undefined) return known;
    position.set(seq, position.size);
    return position.size - 1;
  };
  const [start, goal] = [at(startSeq), at(goalSeq)];
  const numbered = lines.map((line) => ({
    from: at(leadOf(line.from_seq)),
    to: at(leadOf(line.to_seq)),
    count: 1,
  }));
  const excluded = new Set(entitySeqs(database, fileSeq, asked.exclude ?? []).map((seq) => at(leadOf(seq))));
  const graph = buildGraph(position.size, numbered);
  const found = shortestPath(graph, start, goal, { excluded, maximumSteps: asked.maximumSteps });
  const seqs = [...position.keys()];
  const steps = (found ?? []).map((one) => seqs[one] ?? -1);
  return answerOf(database, fileSeq, asked, steps, shutter);
}

function answerOf(
  database: ReadableDatabase,
  fileSeq: number,
  asked: Asked,
  steps: readonly number[],
  shutter: ShutterLabel,
): Answer {
  const entities = entitiesBySeq(database, steps, shutter);
  const idOf = (seq: number): string => entities.get(seq)?.id ?? '';
  const isGround = (line: { first_at: number | null; last_at: number | null }): boolean =>
    isOpenPeriod(asked.period) || line.first_at !== null || line.last_at !== null;
  const lines = linkSummaries(linesAmong(database, steps, asked).filter(isGround), idOf);
  const consecutive = new Set(
    steps
      .slice(1)
      .flatMap((seq, i) => [`${idOf(steps[i] ?? -1)}|${idOf(seq)}`, `${idOf(seq)}|${idOf(steps[i] ?? -1)}`]),
  );
  const between = lines.filter((line) => consecutive.has(`${line.from}|${line.to}`));
  const rows = steps.flatMap((seq, index) => {
    const entity = entities.get(seq);
    return entity === undefined
      ? []
      : [{ step: index, entityId: entity.id, entity: entity.label, type: entity.type }];
  });
  const names = { from: rows[0]?.entity ?? asked.from, to: rows.at(-1)?.entity ?? asked.to };
  return {
    question: 'ask.path',
    sentence:
      steps.length === 0
        ? { key: 'questions:answer.noPath', params: { steps: asked.maximumSteps } }
        : { key: 'questions:answer.path', params: { ...names, steps: steps.length - 1 } },
    columns: [column('step', 'number'), column('entity', 'entity'), column('type', 'text')],
    rows,
    highlight: { entityIds: rows.map((row) => row.entityId), linkKeys: between.map((line) => line.key) },
    caveats: [
      ...coverage(database, fileSeq),
      ...undatedLinks(database, fileSeq, asked),
      { key: 'questions:caveat.otherPaths', params: {} },
    ],
    parameters: { ...asked },
  };
}
