import type { ImportFormat, Inspection } from '../../contract/import.ts';
import { formatNumber } from '../ui/format.ts';
import { language } from '../workspace/index.ts';
import type { CentreItem } from './centre.ts';
import { itemProblems, itemState, validReport } from './item-state.ts';
import { reasonWords, type Words } from './mapping/sentences.ts';

const number = (value: number): string => formatNumber(value, language());

/** Where a file stands, with the counts of its report or the question it waits for. */
export function stateWords(item: CentreItem, t: Words): string {
  const state = itemState(item);
  const report = validReport(item);
  if ((state === 'loaded' || state === 'tried') && report !== null)
    return t(`importcentre:state.${state}`, {
      imported: number(report.imported),
      rejected: number(report.rejected),
    });
  if (state === 'registered')
    return t(`importcentre:registered.${item.registered?.as ?? 'noted'}`, {
      reference: item.registered?.reference ?? '',
    });
  if (state === 'asks') return t('importcentre:state.asks', { question: questionOf(item, t) });
  if (state === 'failed') return t('importcentre:state.failed', { reason: item.error?.message ?? '' });
  return t(`importcentre:state.${state}`);
}

function questionOf(item: CentreItem, t: Words): string {
  const [problem] = itemProblems(item);
  if (item.file !== null && problem !== undefined) return reasonWords(item.file.specification, problem, t);
  return t('importcentre:dates.which');
}

/** Formats that say themselves how their text is written: nobody has to look whether it was recognised rightly. */
const IN_ITS_OWN_ALPHABET: ReadonlySet<string> = new Set<ImportFormat>([
  'xlsx',
  'xls',
  'ods',
  'msg',
  'kmz',
  'photo',
  'docx',
  'odt',
  'pdf',
]);

/** Format and why, encoding, rows, dates, mapping: what the program knows of the file. */
function factsOf({ file }: CentreItem, t: Words): string[] {
  if (file === null) return [];
  const { inspection, specification } = file;
  return [
    t('importcentre:recognised', {
      format: t(`importcentre:format.${inspection.format}`),
      confidence: Math.round(inspection.confidence * 100),
    }),
    IN_ITS_OWN_ALPHABET.has(inspection.format) ? '' : inspection.encoding,
    t('importcentre:rows', { rows: number(inspection.estimatedRows) }),
    ...datesOf(inspection, specification.timeZone, t),
    fromWords(inspection, t),
  ].filter((fact) => fact !== '');
}

/** First and last day; "from … on" where not all rows were looked at. */
function datesOf({ dates }: Inspection, zone: string, t: Words): string[] {
  if (dates === null) return [];
  const day = (at: number): string => new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(at);
  const words = { first: day(dates.first), last: day(dates.last) };
  return [t(dates.isWhole ? 'importcentre:dates.span' : 'importcentre:dates.spanSoFar', words)];
}

/** Where the mapping comes from and how much it explains; what a saved one lacks here is said. */
export function fromWords({ suggestedFrom, savedMatch, quality }: Inspection, t: Words): string {
  const percent = Math.round(quality * 100);
  if (savedMatch === null) return t(`importcentre:from.${suggestedFrom}`, { quality: percent });
  const { name, missing, isReordered } = savedMatch;
  return [
    t('importcentre:from.saved', { name, quality: percent }),
    ...(isReordered ? [t('importcentre:from.reordered')] : []),
    ...(missing.length === 0 ? [] : [t('importcentre:from.missing', { columns: missing.join(', ') })]),
  ].join(', ');
}

/** Under the name: what the program knows of the file, or why it knows nothing. */
export function secondLine(item: CentreItem, t: Words): string {
  const { registered, wish } = item;
  const as = registered?.as ?? (wish !== null && 'register' in wish ? wish.register : null);
  if (as !== null) return t(`importcentre:register.${as}`);
  return item.refusal ?? factsOf(item, t).join(' · ');
}
