import { useCallback, useMemo, useRef, useState } from 'react';
import type { ImportReport, ImportSpecification, Inspection, ReadingChoice } from '../../contract/import.ts';
import { call, dataChanged, runJob } from '../workspace/index.ts';
import { type Problem, problemsOf } from './problems.ts';
import { carriedOver } from './reading.ts';

/** One file on its way in: what is known of it, what a person made of it, and the work on it. */
export interface FileWork {
  readonly inspection: Inspection;
  readonly specification: ImportSpecification;
  readonly problems: readonly Problem[];
  readonly report: ImportReport | null;
  /** What went wrong last, in words, and where it belongs to. */
  readonly error: { readonly about: 'reading' | 'run'; readonly message: string } | null;
  /** The columns changed so much that the mapping could not be kept. */
  readonly lostMapping: boolean;
  readonly busy: boolean;
  readonly change: (edit: (spec: ImportSpecification) => ImportSpecification) => void;
  readonly read: (reading: ReadingChoice) => Promise<void>;
  readonly start: (dryRun: boolean) => Promise<void>;
}

interface State {
  readonly inspection: Inspection;
  readonly specification: ImportSpecification;
  readonly lostMapping: boolean;
}

function words(caught: unknown): string {
  return caught instanceof Error ? caught.message : String(caught);
}

export function useFileWork(fileId: string, first: Inspection): FileWork {
  const [state, setState] = useState<State>({
    inspection: first,
    specification: first.suggested,
    lostMapping: false,
  });
  const [error, setError] = useState<FileWork['error']>(null);
  const { inspection, specification } = state;
  const change = useCallback<FileWork['change']>(
    (edit) =>
      setState((before) => ({ ...before, specification: edit(before.specification), lostMapping: false })),
    [],
  );
  const reader = useReader(fileId, first.path, setState, setError);
  const runner = useRunner(fileId, specification, first.path, setError);
  const problems = useMemo(
    () =>
      problemsOf(
        specification,
        inspection.columns.map(({ name }) => name),
      ),
    [specification, inspection],
  );
  return { ...state, problems, error, change, ...reader, ...runner };
}

/** Reads the columns again in the way a person says; an answer that was overtaken by a newer wish is dropped. */
function useReader(
  fileId: string,
  path: string,
  setState: (update: (before: State) => State) => void,
  setError: (error: FileWork['error']) => void,
): Pick<FileWork, 'read'> {
  const chosen = useRef<ReadingChoice>({});
  const wish = useRef(0);
  async function read(reading: ReadingChoice): Promise<void> {
    const wanted = { ...chosen.current, ...reading };
    wish.current += 1;
    const mine = wish.current;
    try {
      const found = await call('import.inspect', { path, fileId, reading: wanted });
      if (mine !== wish.current) return;
      chosen.current = wanted;
      setError(null);
      setState(({ specification, inspection }) => {
        const { specification: moved, lost } = carriedOver(specification, inspection, found);
        return { inspection: found, specification: moved, lostMapping: lost };
      });
    } catch (caught) {
      if (mine === wish.current) setError({ about: 'reading', message: words(caught) });
    }
  }
  return { read };
}

function useRunner(
  fileId: string,
  specification: ImportSpecification,
  path: string,
  setError: (error: FileWork['error']) => void,
): Pick<FileWork, 'report' | 'busy' | 'start'> {
  const [report, setReport] = useState<ImportReport | null>(null);
  const [busy, setBusy] = useState(false);
  async function start(dryRun: boolean): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      const { jobId } = await call('import.start', { fileId, path, specification, dryRun });
      setReport((await runJob(jobId)) as ImportReport);
      if (!dryRun) dataChanged();
    } catch (caught) {
      setError({ about: 'run', message: words(caught) });
    } finally {
      setBusy(false);
    }
  }
  return { report, busy, start };
}
