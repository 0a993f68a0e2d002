import type { MethodName, Output } from '../../contract/index.ts';
import { Failure } from '../../core/result.ts';
import type { Context } from '../engine/context.ts';
import type { Handlers } from '../engine/handlers.ts';
import { fileSeq } from '../store/analysis-files.ts';
import { shutterOf } from '../store/shutter.ts';
import { getSource, listSources } from '../store/sources.ts';
import { addCustody, custodyOf } from './custody.ts';
import { changeSource, createSource } from './source-commands.ts';
import { createSourceFrom, saveAttachment } from './source-file.ts';
import { sourceSaid } from './source-said.ts';

type Method = Extract<MethodName, `source.${string}` | `custody.${string}`>;

function detail(context: Context, sourceId: string): Output<'source.get'> {
  const database = context.database();
  const more = database.one<{ text: string | null; size: number | null; mediaType: string | null }>(
    `SELECT source.text, attachment.size, attachment.media_type AS mediaType
     FROM source LEFT JOIN attachment ON attachment.seq = source.attachment_seq WHERE source.id = ?`,
    sourceId,
  );
  return {
    ...getSource(database, sourceId),
    ...(more ?? { text: null, size: null, mediaType: null }),
    custody: custodyOf(database, sourceId),
  };
}

export const sourceHandlers: Pick<Handlers, Method> = {
  'source.list': (context, { fileId }) => ({
    sources: listSources(context.database(), fileSeq(context.database(), fileId)),
  }),
  'source.get': (context, { sourceId }) => detail(context, sourceId),
  'source.create': (context, input) => createSource(context, input, null),
  'source.createFrom': (context, input) => ({
    jobId: context.jobs.start('source', (progress) => createSourceFrom(context, input, progress)),
  }),
  'source.change': changeSource,
  'source.saveAttachment': saveAttachment,
  'source.said'(context, { sourceId, limit }) {
    const database = context.database();
    const row = database.one<{ seq: number }>('SELECT seq FROM source WHERE id = ?', sourceId);
    if (row === undefined) throw new Failure('store.no-such-source', { id: sourceId });
    return sourceSaid(database, row.seq, limit, shutterOf(context));
  },
  'custody.add': addCustody,
};
