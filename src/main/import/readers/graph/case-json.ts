import { Failure } from '../../../../core/result.ts';
import { addCaseEntity, addCaseEvent, addCaseLink, factTexts, sourceTexts } from './case-items.ts';
import { Graph } from './graph.ts';
import { graphReader } from './graph-reader.ts';
import { isObject, type JsonObject, objectsOf, textOf, wholeJson } from './json.ts';

/**
 * `case.json` of an analysis package, taken as one more file that says something: entities, members of merged records
 * as records of their own, links and events. Signature and seal are not looked at; opening the package does that.
 */
export const caseJson = graphReader({
  format: 'case-json',
  extensions: ['.json'],
  mediaType: 'application/json',
  isIt: (text) =>
    /^\s*\{\s*"format"\s*:\s*\d+\s*,\s*"file"\s*:\s*\{/.test(text) && text.includes('"purpose"'),
  async parse(chunks, encoding, fileName) {
    const data = await wholeJson(chunks, encoding, fileName);
    if (!isObject(data)) throw new Failure('import.json-cut', { file: fileName });
    if (data.format !== 1) throw new Failure('import.case-newer', { file: fileName });
    return graphOf(data);
  },
});

function graphOf(data: JsonObject): Graph {
  const graph = new Graph();
  const sources = sourceTexts(objectsOf(data.sources));
  const facts = factTexts(objectsOf(data.facts), sources);
  const count = { line: 0 };
  const next = (): number => {
    count.line += 1;
    return count.line;
  };
  for (const entity of objectsOf(data.entities)) {
    const line = next();
    addCaseEntity(graph, entity, line, facts, sources);
    for (const member of objectsOf(entity.members)) {
      addCaseEntity(graph, member, line, facts, sources);
      const ends = { from: textOf(member.id), to: textOf(entity.id) };
      graph.link({ line, ...ends, type: 'same_as', strength: 'confirmed' });
    }
  }
  for (const link of objectsOf(data.links)) addCaseLink(graph, link, next(), facts, sources);
  for (const event of objectsOf(data.events)) addCaseEvent(graph, event, next(), facts, sources);
  const levels = new Set(objectsOf(data.sources).map(markingText).filter(Boolean));
  if (levels.size > 0) graph.remark('markings', { list: [...levels].join(', ') });
  return graph;
}

function markingText({ marking }: JsonObject): string {
  if (!isObject(marking)) return '';
  return [textOf(marking.level), textOf(marking.handling)].filter(Boolean).join(' ');
}
