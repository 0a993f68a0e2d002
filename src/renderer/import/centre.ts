import { create } from 'zustand';
import type { ImportReport, ImportSpecification, Inspection, ReadingChoice } from '../../contract/import.ts';
import type { FileState } from './reading.ts';

/** Gone through without loading, or loaded. */
export interface ImportWish {
  readonly dryRun: boolean;
  readonly again: boolean;
}
/** Kept as hash and size: bytes nobody read here, or material nobody may ever look at. */
export type Registering = 'noted' | 'forbidden';
/** What a person wants done with a file. */
export type Wish = ImportWish | { readonly register: Registering };

/** One file, or one sheet or section of a file, on its way in. */
export interface CentreItem {
  readonly id: string;
  readonly path: string;
  readonly name: string;
  /** What of the file; null until it was looked at, and where it has only one. */
  readonly part: string | null;
  /** Null until it was looked at, and where it is refused. */
  readonly file: FileState | null;
  /** Why nothing of it can be imported. */
  readonly refusal: string | null;
  /** How a person said the bytes are read. */
  readonly reading: ReadingChoice;
  /** Day and month cannot be told apart, and nobody said which is which yet. */
  readonly asksDates: boolean;
  readonly wish: Wish | null;
  readonly jobId: string | null;
  readonly error: { readonly about: 'reading' | 'run'; readonly message: string } | null;
  /** The source that holds hash and size of it. */
  readonly registered: { readonly reference: string; readonly as: Registering } | null;
  readonly last: { readonly report: ImportReport; readonly of: string } | null;
}

/** The files of the import centre; they belong to one analysis file and stay while its panel is closed. */
export interface Centre {
  readonly fileId: string | null;
  readonly items: readonly CentreItem[];
  readonly selected: string | null;
  /** The queue is at work; it starts no further file while it is held. */
  readonly isRunning: boolean;
  readonly isHeld: boolean;
}

const EMPTY: Centre = { fileId: null, items: [], selected: null, isRunning: false, isHeld: false };

export const useCentre = create<Centre>(() => EMPTY);

export function itemId(path: string, part: string | null): string {
  return part === null ? path : `${path}\u0000${part}`;
}

/** Another analysis file begins with an empty centre. */
export function openCentre(fileId: string): void {
  if (useCentre.getState().fileId !== fileId) useCentre.setState({ ...EMPTY, fileId });
}

export function newItem(path: string, name: string, part: string | null = null): CentreItem {
  return {
    id: itemId(path, part),
    path,
    name,
    part,
    file: null,
    refusal: null,
    reading: part === null ? {} : { part },
    asksDates: false,
    wish: null,
    jobId: null,
    error: null,
    registered: null,
    last: null,
  };
}

/** Many at once, in one change: those that are not in the list yet, or were refused. */
export function addItems(wanted: readonly CentreItem[]): CentreItem[] {
  const { items, selected } = useCentre.getState();
  const known = new Map(items.map((one) => [one.id, one]));
  const fresh = wanted.filter(({ id }) => (known.get(id) ?? { refusal: '' }).refusal !== null);
  const added = new Map(fresh.map((one) => [one.id, one]));
  const all = [...items.filter(({ id }) => !added.has(id)), ...added.values()];
  useCentre.setState({ items: all, selected: selected ?? wanted[0]?.id ?? null });
  return [...added.values()];
}

/** A file that was refused or loaded before is looked at anew; what a person works on stays. */
export function addItem(item: CentreItem, after: string | null = null): boolean {
  const { items, selected } = useCentre.getState();
  const known = items.find(({ id }) => id === item.id);
  if (known !== undefined && known.refusal === null) {
    useCentre.setState({ selected: known.id });
    return false;
  }
  const others = items.filter(({ id }) => id !== item.id);
  const at = after === null ? others.length : others.findIndex(({ id }) => id === after) + 1;
  useCentre.setState({ items: others.toSpliced(at, 0, item), selected: selected ?? item.id });
  return true;
}

export function changeItem(id: string, change: (item: CentreItem) => CentreItem): void {
  useCentre.setState(({ items }) => ({ items: items.map((one) => (one.id === id ? change(one) : one)) }));
}

/** Many at once, in one change. */
export function changeItems(ids: ReadonlySet<string>, change: (item: CentreItem) => CentreItem): void {
  useCentre.setState(({ items }) => ({ items: items.map((one) => (ids.has(one.id) ? change(one) : one)) }));
}

export function removeItem(id: string): void {
  removeItems(new Set([id]));
}

/** Where the open file goes, the next one that stays opens in its place. */
export function removeItems(ids: ReadonlySet<string>): void {
  useCentre.setState(({ items, selected }) => {
    const at = items.findIndex((one) => one.id === selected);
    const left = items.filter((one) => !ids.has(one.id));
    const before = items.slice(0, Math.max(0, at)).filter((one) => !ids.has(one.id)).length;
    const next = left[Math.min(before, left.length - 1)]?.id ?? null;
    return { items: left, selected: selected !== null && ids.has(selected) ? next : selected };
  });
}

export function selectItem(id: string): void {
  useCentre.setState({ selected: id });
}

export function itemOf(id: string): CentreItem | undefined {
  return useCentre.getState().items.find((one) => one.id === id);
}

/** What the engine found; a file of several parts keeps the first that is shown, the others become items too. */
export function lookedAt(item: CentreItem, inspection: Inspection): CentreItem {
  return {
    ...item,
    part: inspection.parts.length > 1 ? inspection.part : item.part,
    name: inspection.fileName,
    file: { inspection, specification: inspection.suggested, shelved: null },
    asksDates: inspection.ambiguousDates,
    refusal: null,
  };
}

/** All of a specification but what it is called: a dry run says nothing of another one. */
export function substance(specification: ImportSpecification): string {
  return JSON.stringify({ ...specification, id: null, name: '' });
}
