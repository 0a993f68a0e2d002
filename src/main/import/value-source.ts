import type { ValueSource } from '../../contract/import.ts';
import { Failure } from '../../core/result.ts';

export type Cells = readonly string[];

/** A value of a row by its specification, compiled once per import. */
export interface CompiledSource {
  /** Column to name in a rejection. */
  readonly column: string | null;
  readonly indexes: readonly number[];
  read(cells: Cells): string;
}

/** Failure import.column-missing, import.bad-pattern. */
export function compileSource(source: ValueSource, columns: ReadonlyMap<string, number>): CompiledSource {
  const indexes = source.columns.map((name) => {
    const index = columns.get(name);
    if (index === undefined) throw new Failure('import.column-missing', { column: name });
    return index;
  });
  const column = source.columns[0] ?? null;
  return { column, indexes, read: translated(reader(source, indexes), source) };
}

function reader(source: ValueSource, indexes: readonly number[]): (cells: Cells) => string {
  const { constant = '', joiner = ' ' } = source;
  const [first, second] = indexes;
  if (first === undefined) return () => constant;
  if (second === undefined) return (cells) => (cells[first] ?? '').trim();
  return (cells) => {
    let text = '';
    for (const index of indexes) {
      const part = (cells[index] ?? '').trim();
      if (part !== '') text = text === '' ? part : text + joiner + part;
    }
    return text;
  };
}

type Read = (cells: Cells) => string;

function translated(read: Read, { split, extract, replace }: ValueSource): Read {
  return withReplacements(withPattern(withSplit(read, split), extract), replace);
}

function withSplit(read: Read, split: ValueSource['split']): Read {
  if (split === undefined || split.by === '') return read;
  const { by, index } = split;
  return (cells) => (read(cells).split(by).at(index) ?? '').trim();
}

function withReplacements(read: Read, replace: ValueSource['replace'] = []): Read {
  const pairs = replace.filter(({ from }) => from !== '');
  if (pairs.length === 0) return read;
  return (cells) => pairs.reduce((text, { from, to }) => text.replaceAll(from, () => to), read(cells)).trim();
}

function withPattern(read: Read, extract: string | undefined): Read {
  if (extract === undefined || extract === '') return read;
  const pattern = safePattern(extract);
  return (cells) => {
    const match = pattern.exec(read(cells));
    return match === null ? '' : (match[1] ?? match[0]);
  };
}

/** Failure import.bad-pattern. */
export function safePattern(text: string): RegExp {
  try {
    return new RegExp(text, 'u');
  } catch {
    throw new Failure('import.bad-pattern', { pattern: text });
  }
}
