import type { ImportSpecification } from '../../contract/import.ts';
import type { Output } from '../../contract/index.ts';
import { Failure } from '../../core/result.ts';
import type { Context } from '../engine/context.ts';
import type { RowDraft } from './drafts.ts';
import { type ByteSource, openSource } from './files.ts';
import { refuseForbidden } from './hash-only.ts';
import { withRows } from './isolation/apart.ts';
import { compileMapping } from './mapping.ts';
import { type RowStream, readerOf } from './readers/index.ts';
import { rejectionSentence } from './sentences.ts';
import { isMinor } from './standing.ts';

type PreviewRow = Output<'import.preview'>['rows'][number];

/** The first rows as the specification makes them; reads no further than it must and writes nothing. */
export async function previewFile(
  context: Context,
  path: string,
  specification: ImportSpecification,
  limit: number,
): Promise<{ rows: PreviewRow[] }> {
  const source = await openSource(context, path);
  try {
    return await previewSource(context, source, specification, limit);
  } finally {
    source.close();
  }
}

async function previewSource(
  context: Context,
  source: ByteSource,
  specification: ImportSpecification,
  limit: number,
): Promise<{ rows: PreviewRow[] }> {
  await refuseForbidden(context.database(), source);
  const reader = readerOf(specification.format);
  if (reader === null) throw new Failure('import.not-a-table', { file: source.name });
  const reading = { name: source.name, chunks: source.chunks(), specification };
  return withRows(reader, reading, (stream) => previewRows(context, stream, specification, limit));
}

async function previewRows(
  context: Context,
  stream: RowStream,
  specification: ImportSpecification,
  limit: number,
): Promise<{ rows: PreviewRow[] }> {
  const mapper = compileMapping(specification, stream.columns);
  const sentence = rejectionSentence(context);
  const rows: PreviewRow[] = [];
  for await (const batch of stream.batches) {
    for (const row of batch) {
      if (rows.length >= limit) return { rows };
      const { draft, problem } = mapper(row);
      if (draft !== null) rows.push(shown(draft, context.now()));
      else if (problem !== null) {
        const problems = [{ ...problem, message: sentence(problem.code) }];
        rows.push({ line: row.line, entities: [], links: [], events: [], problems });
      }
    }
  }
  return { rows };
}

function shown({ line, entities, links, events }: RowDraft, today: number): PreviewRow {
  return {
    line,
    entities: entities.flatMap((entity) =>
      entity === null
        ? []
        : [
            {
              name: entity.name,
              type: entity.type,
              label: entity.label,
              identifiers: entity.identifiers.map(({ kind, value, check }) => ({ kind, value, check })),
              status: entity.standing?.status ?? null,
              minor: entity.standing !== null && isMinor(entity.standing, today),
              properties: { ...entity.properties },
            },
          ],
    ),
    links: links.map(({ from, to, type }) => ({ from: from.name, to: to.name, type })),
    events: events.map((event) => ({
      type: event.type,
      start: event.start,
      from: event.from?.label ?? null,
      to: event.to?.label ?? null,
      properties: {
        ...event.properties,
        ...(event.durationSeconds === null ? {} : { durationSeconds: event.durationSeconds }),
        ...(event.amountMinor === null ? {} : { amountMinor: event.amountMinor, currency: event.currency }),
        ...(event.place === null ? {} : { place: event.place }),
        ...(event.latitude === null ? {} : { latitude: event.latitude, longitude: event.longitude }),
      },
    })),
    problems: [],
  };
}
