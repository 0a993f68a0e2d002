import type { EditMethod } from '../../contract/edits.ts';
import type { MethodName } from '../../contract/index.ts';
import type { Handlers } from '../engine/handlers.ts';
import { fileCounts, fileSeq, getFile, insertFile, listFiles } from './analysis-files.ts';
import { audit } from './command.ts';

type Method = Exclude<Extract<MethodName, `analysisFile.${string}`>, EditMethod>;

export const fileHandlers: Pick<Handlers, Method> = {
  'analysisFile.list': (context) => ({ files: listFiles(context.database()) }),
  'analysisFile.get': (context, { fileId }) => getFile(context.database(), fileId),
  'analysisFile.create'(context, input) {
    const database = context.database();
    return database.transaction(() => {
      const file = insertFile(database, input, context.now());
      audit(context, 'create', `file:${file.id}`, '', { reference: file.reference });
      return file;
    });
  },
  'analysisFile.counts': (context, { fileId }) =>
    fileCounts(context.database(), fileSeq(context.database(), fileId)),
};
