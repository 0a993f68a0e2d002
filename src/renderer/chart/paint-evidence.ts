import type { PAINT_WAYS } from '../../contract/chart.ts';
import type { Output } from '../../contract/index.ts';
import type { Grade } from '../../contract/terms.ts';
import { gradeSetCode, reliabilityRank } from '../../core/evidence/grade-words.ts';

export type { PAINT_WAYS };
export type PaintWay = (typeof PAINT_WAYS)[number];

/** What stands beside the name of a thing, and its colour; null: it keeps its own. */
export interface Touch {
  readonly words: string;
  readonly colour: string | null;
}
export interface PaintRow extends Touch {
  readonly grade: Grade | null;
}
/** How the chart is painted by its evidence: by entity id and line key, and what the colours mean. */
export interface Paint {
  readonly touches: ReadonlyMap<string, Touch>;
  readonly legend: readonly PaintRow[];
}

/** Colour-blind safe, readable on paper and in the dark; the words beside the name say the same. */
const RANKS = ['#009e73', '#b37700', '#d55e00'] as const;
const UNJUDGED = '#7a7f87';
const PALETTE = ['#0072b2', '#b37700', '#009e73', '#cc6699', '#d55e00', '#4a9bd4', '#8a7a1f'] as const;

type Stated = Output<'evidence.among'>['entities'][number];

function colourOfGrade(grade: Grade): string {
  const rank = reliabilityRank(grade);
  return rank === null ? UNJUDGED : RANKS[rank];
}

/** One grade has its colour; a set of several has none, because none of them speaks for the others. */
function byGrade(all: readonly Stated[]): Paint {
  const touches = new Map<string, Touch>();
  const legend = new Map<string, PaintRow>();
  for (const { key, grades } of all) {
    const [only, ...more] = grades;
    if (only === undefined) continue;
    touches.set(key, {
      words: gradeSetCode(grades),
      colour: more.length === 0 ? colourOfGrade(only) : null,
    });
    for (const grade of grades) {
      const words = gradeSetCode([grade]);
      legend.set(words, { words, colour: colourOfGrade(grade), grade });
    }
  }
  return { touches, legend: sorted(legend) };
}

function bySource(all: readonly Stated[]): Paint {
  const references = [...new Set(all.flatMap(({ sources }) => sources))].sort();
  const colourOf = (reference: string): string =>
    PALETTE[references.indexOf(reference) % PALETTE.length] ?? UNJUDGED;
  const touches = new Map<string, Touch>();
  for (const { key, sources } of all) {
    const [only, ...more] = sources;
    if (only === undefined) continue;
    touches.set(key, { words: sourceWords(sources), colour: more.length === 0 ? colourOf(only) : null });
  }
  const rows = references.map((words): [string, PaintRow] => [
    words,
    { words, colour: colourOf(words), grade: null },
  ]);
  return { touches, legend: sorted(new Map(rows)) };
}

/** The name needs the room; the card under the pointer lists them all. */
function sourceWords([first = '', ...more]: readonly string[]): string {
  return more.length === 0 ? first : `${first} +${more.length}`;
}

function sorted(rows: ReadonlyMap<string, PaintRow>): PaintRow[] {
  return [...rows.values()].sort((one, other) => (one.words < other.words ? -1 : 1));
}

export function paintOf(way: PaintWay, stated: Output<'evidence.among'>): Paint | null {
  if (way === 'type') return null;
  const all = [...stated.entities, ...stated.lines];
  return way === 'grade' ? byGrade(all) : bySource(all);
}
