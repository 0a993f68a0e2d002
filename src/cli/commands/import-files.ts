import { basename, resolve } from 'node:path';
import { type ImportReport, importReport, type RejectedRow } from '../../contract/import.ts';
import type { Output } from '../../contract/index.ts';
import { matchReport } from '../../contract/lists.ts';
import { say } from '../messages.ts';
import { type CommandResult, failureOf } from '../output.ts';
import type { Session } from '../session.ts';
import { chosenParts, duplicateOf, specificationFor } from './import-specification.ts';
import { matchLines } from './match-lines.ts';
import { inOwnWords, rejectedLines, storedRejected } from './rejected.ts';

export interface ImportOptions {
  spec?: string;
  tz?: string;
  country?: string;
  dryRun?: boolean;
  again?: boolean;
  rejected?: string;
  part?: string;
}

interface Refused {
  readonly file: string;
  readonly path: string;
  readonly part: string | null;
  readonly error: { readonly code: string; readonly message: string };
}
type Outcome = Taken | Refused;

/** Each file stands for itself: one that fails does not hide the batches of the others. */
export async function importEach(
  session: Session,
  found: Output<'import.expand'>,
  options: ImportOptions,
): Promise<CommandResult> {
  const { id: fileId } = await session.analysisFile();
  const paths = found.files.map(({ path }) => path);
  const files: Outcome[] = [];
  for (const { path, part } of await chosenParts(session, paths, fileId, options)) {
    const wish = part === null ? options : { ...options, part };
    const stopped = files.find((one): one is Refused => 'error' in one && one.error.code === 'cli.cancelled');
    files.push(
      stopped === undefined
        ? await outcomeOf(session, path, fileId, wish)
        : { file: basename(path), path, part, error: stopped.error },
    );
  }
  await lookForSame(session, fileId, files);
  files.push(...found.refused.map(refusedOf));
  const refused = files.filter((one) => 'error' in one);
  const [only] = files;
  return {
    json: { ...(files.length === 1 ? only : {}), files },
    text: files.flatMap((one) => ('error' in one ? [] : lines(one))),
    failures: refused.map(({ file, part, error }) =>
      say('cli:import.notTaken', { file: part === null ? file : `${file} [${part}]`, reason: error.message }),
    ),
    warnings: found.stopped.map(({ key, params }) => ({ code: key, message: say(key, params) })),
    problem:
      found.stopped.length > 0 || files.some((one) => 'error' in one || (one.rows > 0 && one.imported === 0)),
  };
}

/** As after an import in the window: what came in is compared with what is there. `match list` shows the pairs. */
async function lookForSame(session: Session, fileId: string, files: readonly Outcome[]): Promise<void> {
  const batchIds = files.flatMap((one) => ('error' in one || one.batchId === null ? [] : [one.batchId]));
  if (batchIds.length === 0) return;
  const { jobId } = await session.call('matching.find', { fileId, batchIds });
  await session.job(jobId);
}

/** What cannot even be opened where it lies. */
export function refusedOf({ path, inside, reason }: Output<'import.expand'>['refused'][number]): Refused {
  const [, code = 'refused'] = /^import:error\.(.+)$/.exec(reason.key) ?? [];
  const message = say(reason.key, reason.params);
  return { file: basename(inside), path, part: null, error: { code: `import.${code}`, message } };
}

async function outcomeOf(
  session: Session,
  path: string,
  fileId: string,
  options: ImportOptions,
): Promise<Outcome> {
  try {
    return await importOne(session, path, fileId, options);
  } catch (error) {
    const { code, message } = failureOf(error);
    return { file: basename(path), path, part: options.part ?? null, error: { code, message } };
  }
}

async function importOne(session: Session, path: string, fileId: string, options: ImportOptions) {
  const { dryRun = false, again = false, rejected } = options;
  const specification = await specificationFor(session, path, fileId, options);
  const before = dryRun ? await duplicateOf(session, path, fileId, specification.part) : null;
  const written = rejected === undefined ? null : resolve(rejected);
  const { jobId } = await session.call('import.start', {
    fileId,
    path,
    specification,
    dryRun,
    again,
    ...(written === null ? {} : { rejectedTo: { path: written, language: session.options.language } }),
  });
  const report = importReport.parse(await session.job(jobId));
  const rejectedRows =
    report.batchId === null
      ? report.rejectedRows.map(inOwnWords)
      : await storedRejected(session.call, report.batchId);
  const lists =
    report.listJobId === undefined ? null : matchReport.parse(await session.job(report.listJobId));
  const { part = null } = specification;
  return { ...inShort(report, rejectedRows), path, part, duplicateOf: before, rejectedFile: written, lists };
}

type Taken = Awaited<ReturnType<typeof importOne>>;

function inShort(report: ImportReport, rejectedRows: readonly RejectedRow[]) {
  const { batchId, dryRun, file, rows, imported, rejected, leftOut, links, events, country } = report;
  return {
    batchId,
    dryRun,
    file,
    rows,
    imported,
    rejected,
    leftOut,
    rejectedRows,
    /** Only a dry run keeps fewer rows than it rejected. */
    rejectedRowsComplete: rejectedRows.length >= rejected,
    country,
    unknownStatuses: report.unknownStatuses,
    ambiguousPlaces: report.ambiguousPlaces,
    unknownCrossings: report.unknownCrossings,
    conflictingPlaces: report.conflictingPlaces,
    linksToItself: report.linksToItself,
    entities: report.entitiesNew,
    links,
    events,
  };
}

function lines(taken: Taken): string[] {
  const { file, rows, imported, rejected, entities, links, events, batchId, rejectedFile } = taken;
  const name = taken.part === null ? file : `${file} [${taken.part}]`;
  const counts = { file: name, rows, imported, rejected, entities, links, events };
  return [
    say(taken.dryRun ? 'cli:import.wouldTake' : 'cli:import.taken', counts),
    ...(taken.leftOut === 0 ? [] : [say('cli:import.leftOut', { count: taken.leftOut })]),
    ...(batchId === null ? [] : [say('cli:import.batch', { batch: batchId })]),
    ...(taken.duplicateOf === null ? [] : [say('cli:import.duplicate', { batch: taken.duplicateOf })]),
    ...rejectedLines(taken.rejectedRows),
    ...cutLines(taken),
    ...(rejectedFile === null ? [] : [say('cli:import.rejectedFile', { path: rejectedFile })]),
    ...questions(taken),
    ...(taken.lists === null ? [] : matchLines(taken.lists)),
  ];
}

/** Where the rest of a cut list is to be had. */
function cutLines({ rejectedRowsComplete, rejectedRows, rejected, rejectedFile }: Taken): string[] {
  if (rejectedRowsComplete) return [];
  const cut = say('cli:import.rejectedCut', { shown: rejectedRows.length, rejected });
  return rejectedFile === null ? [cut, say('cli:import.rejectedRest')] : [cut];
}

function questions(taken: Taken): string[] {
  const { unknownStatuses, ambiguousPlaces, unknownCrossings, conflictingPlaces, linksToItself } = taken;
  return [
    ...Object.entries(unknownStatuses).map(([word, count]) =>
      say('cli:import.unknownStatus', { word, count }),
    ),
    ...ambiguousPlaces.map(({ name, meanings }) =>
      say('cli:import.ambiguousPlace', { name, meanings: meanings.join('; ') }),
    ),
    ...unknownCrossings.map((name) => say('cli:import.unknownCrossing', { name })),
    ...conflictingPlaces.map(({ name, positions: [before, here] }) =>
      say('importcentre:report.conflictingPlace', { name, before, here }),
    ),
    ...(linksToItself === 0 ? [] : [say('importcentre:report.linksToItself', { count: linksToItself })]),
  ];
}
