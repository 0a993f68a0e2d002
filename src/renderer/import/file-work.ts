import { useCallback, useMemo, useRef, useState } from 'react';
import type { ImportReport, ImportSpecification, Inspection, ReadingChoice } from '../../contract/import.ts';
import { call, dataChanged, runJob } from '../workspace/index.ts';
import { type Problem, problemsOf } from './mapping/problems.ts';
import { type FileState, isShelved, readAgain } from './reading.ts';

/** One file on its way in: what is known of it, what a person made of it, and the work on it. */
export interface FileWork {
  readonly inspection: Inspection;
  readonly specification: ImportSpecification;
  readonly problems: readonly Problem[];
  readonly report: ImportReport | null;
  /** What went wrong last, in words, and where it belongs to. */
  readonly error: { readonly about: 'reading' | 'run'; readonly message: string } | null;
  /** The columns changed so much that the mapping a person made is put aside. */
  readonly lostMapping: boolean;
  readonly busy: boolean;
  readonly change: (edit: (spec: ImportSpecification) => ImportSpecification) => void;
  readonly read: (reading: ReadingChoice) => Promise<void>;
  readonly start: (dryRun: boolean, again?: boolean) => Promise<void>;
}

function words(caught: unknown): string {
  return caught instanceof Error ? caught.message : String(caught);
}

export function useFileWork(fileId: string, first: Inspection): FileWork {
  const [state, setState] = useState<FileState>({
    inspection: first,
    specification: first.suggested,
    shelved: null,
  });
  const [error, setError] = useState<FileWork['error']>(null);
  const { inspection, specification } = state;
  const change = useCallback<FileWork['change']>(
    (edit) => setState((before) => ({ ...before, specification: edit(before.specification) })),
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
  return {
    inspection,
    specification,
    lostMapping: isShelved(state),
    problems,
    error,
    change,
    ...reader,
    ...runner,
  };
}

/** Reads the columns again in the way a person says; an answer that was overtaken by a newer wish is dropped. */
function useReader(
  fileId: string,
  path: string,
  setState: (update: (before: FileState) => FileState) => void,
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
      setState((before) => readAgain(before, found));
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
  const [last, setLast] = useState<{ readonly report: ImportReport; readonly of: string } | null>(null);
  const [busy, setBusy] = useState(false);
  async function start(dryRun: boolean, again = false): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      const { jobId } = await call('import.start', { fileId, path, specification, dryRun, again });
      setLast({ report: (await runJob(jobId)) as ImportReport, of: substance(specification) });
      if (!dryRun) dataChanged();
    } catch (caught) {
      setError({ about: 'run', message: words(caught) });
    } finally {
      setBusy(false);
    }
  }
  const isOld = last?.report.dryRun === true && last.of !== substance(specification);
  return { report: isOld ? null : (last?.report ?? null), busy, start };
}

/** All of a specification but what it is called: a dry run says nothing of another one. */
function substance(specification: ImportSpecification): string {
  return JSON.stringify({ ...specification, id: null, name: '' });
}
