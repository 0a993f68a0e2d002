import { useCallback, useMemo, useRef } from 'react';
import type { ImportReport, ImportSpecification, Inspection, ReadingChoice } from '../../contract/import.ts';
import { call, problemOf } from '../workspace/index.ts';
import { type CentreItem, changeItem, useCentre } from './centre.ts';
import { itemProblems, validReport } from './item-state.ts';
import type { Problem } from './mapping/problems.ts';
import { enqueue } from './queue.ts';
import { type FileState, isShelved, readAgain } from './reading.ts';

/** One file on its way in: what is known of it, what a person made of it, and the work on it. */
export interface FileWork {
  readonly item: CentreItem;
  readonly inspection: Inspection;
  readonly specification: ImportSpecification;
  readonly problems: readonly Problem[];
  /** Nobody said yet which of day and month comes first. */
  readonly asksDates: boolean;
  readonly report: ImportReport | null;
  /** What went wrong last, in words, and where it belongs to. */
  readonly error: { readonly about: 'reading' | 'run'; readonly message: string } | null;
  /** The columns changed so much that the mapping a person made is put aside. */
  readonly lostMapping: boolean;
  readonly busy: boolean;
  readonly change: (edit: (spec: ImportSpecification) => ImportSpecification) => void;
  readonly answerDates: (dateOrder: ImportSpecification['dateOrder']) => void;
  readonly read: (reading: ReadingChoice) => Promise<void>;
  readonly start: (dryRun: boolean, again?: boolean) => Promise<void>;
}

export function useFileWork(item: CentreItem, file: FileState): FileWork {
  const { id } = item;
  const change = useCallback<FileWork['change']>((edit) => changeItem(id, (one) => edited(one, edit)), [id]);
  const answerDates = useCallback<FileWork['answerDates']>(
    (dateOrder) =>
      changeItem(id, (one) => ({ ...edited(one, (spec) => ({ ...spec, dateOrder })), asksDates: false })),
    [id],
  );
  const problems = useMemo(() => itemProblems(item), [item]);
  return {
    item,
    inspection: file.inspection,
    specification: file.specification,
    lostMapping: isShelved(file),
    problems,
    asksDates: item.asksDates,
    error: item.error,
    report: validReport(item),
    busy: item.wish !== null,
    change,
    answerDates,
    read: useReader(item),
    start: (dryRun, again = false) => enqueue([id], { dryRun, again }),
  };
}

/** A person who sets the date order has answered the question. */
function edited(item: CentreItem, edit: (spec: ImportSpecification) => ImportSpecification): CentreItem {
  if (item.file === null) return item;
  const specification = edit(item.file.specification);
  const isAnswer = specification.dateOrder !== item.file.specification.dateOrder;
  return {
    ...item,
    file: { ...item.file, specification },
    asksDates: item.asksDates && !isAnswer,
    error: null,
  };
}

/** Reads the columns again in the way a person says; an answer that was overtaken by a newer wish is dropped. */
function useReader({ id, path, reading: before }: CentreItem): FileWork['read'] {
  const wish = useRef(0);
  return async (reading) => {
    const wanted = { ...before, ...reading };
    wish.current += 1;
    const mine = wish.current;
    const { fileId } = useCentre.getState();
    try {
      const found = await call('import.inspect', {
        path,
        reading: wanted,
        ...(fileId === null ? {} : { fileId }),
      });
      if (mine === wish.current) changeItem(id, (one) => reread(one, wanted, found));
    } catch (caught) {
      const { message } = problemOf(caught);
      if (mine === wish.current) changeItem(id, (one) => ({ ...one, error: { about: 'reading', message } }));
    }
  };
}

function reread(item: CentreItem, reading: ReadingChoice, found: Inspection): CentreItem {
  if (item.file === null) return item;
  return {
    ...item,
    reading,
    error: null,
    file: readAgain(item.file, found),
    asksDates: found.ambiguousDates && (item.asksDates || !item.file.inspection.ambiguousDates),
  };
}
