import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Input, MethodName, Output } from '../../src/contract/index.ts';
import type { ListReport, ListTerms, MatchReport } from '../../src/contract/lists.ts';
import { FILE_TERMS } from './analysis-file.ts';
import { ask as askEngine, finished } from './answers.ts';
import { testEngine } from './engine.ts';
import { FIELDS } from './evidence.ts';
import { temporaryFolder } from './vault.ts';

export const TERMS: ListTerms = {
  name: 'Wanted by the court',
  owner: 'NCB Chișinău',
  kind: 'wanted',
  threshold: 0.85,
  marking: { level: 'restricted', handling: ['H1'] },
  handlingText: '',
};

export interface Loaded {
  readonly listId: string;
  readonly versionId: string;
  readonly report: ListReport;
  readonly match: MatchReport;
}

/** A whole engine with a vault and one analysis file, to load lists and cases into. */
export async function listedVault() {
  const engine = testEngine();
  const folder = temporaryFolder();
  await engine.create();
  const ask = <M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> =>
    askEngine(engine, method, input);
  const newFile = async (reference: string): Promise<string> => {
    const { id } = await ask('analysisFile.create', {
      reference,
      title: 'Paper Lantern',
      purpose: 'vehicle thefts',
      ...FILE_TERMS,
    });
    return id;
  };
  const fileId = await newFile('CAF-2026-001');
  const write = (name: string, text: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const settle = async (): Promise<void> => {
    for (const { id, state } of engine.context.jobs.list())
      if (state === 'running') await engine.context.jobs.finished(id);
  };
  return {
    engine,
    ask,
    fileId,
    newFile,
    write,
    settle,
    /** Imports a table as the program itself suggests, and waits for the lists. */
    async importTable(name: string, text: string, file = fileId): Promise<string> {
      const path = write(name, text);
      const { suggested } = await ask('import.inspect', { path, fileId: file });
      const { jobId } = await ask('import.start', {
        fileId: file,
        path,
        dryRun: false,
        again: true,
        specification: {
          ...suggested,
          originator: 'UA',
          grade: FIELDS.grade,
          marking: { level: 'restricted', handling: ['H1'] },
          recipients: [],
        },
      });
      const { batchId } = (await finished(engine, { jobId })) as { batchId: string };
      await settle();
      return batchId;
    },
    /** Loads a list with the suggested mapping, and waits until the vault was matched. */
    async load(path: string, more: Partial<Input<'list.add'>> = {}): Promise<Loaded> {
      const { mapping } = await ask('list.inspect', { path });
      const started = await ask('list.add', {
        path,
        mapping,
        list: TERMS,
        validFrom: null,
        validTo: null,
        ...more,
      });
      const { matchJobId, ...loaded } = (await finished(engine, started)) as Loaded & { matchJobId: string };
      return { ...loaded, match: (await finished(engine, { jobId: matchJobId })) as MatchReport };
    },
    hits: (file = fileId, more: Partial<Input<'list.hits'>> = {}) =>
      ask('list.hits', {
        fileId: file,
        listId: null,
        versionId: null,
        states: ['open', 'confirmed', 'dismissed'],
        offset: 0,
        limit: 100,
        ...more,
      }),
  };
}
