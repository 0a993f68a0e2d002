import type { ValueSource } from '../../../contract/import.ts';

/** A place that is there and that nothing feeds yet. */
export const NOTHING: ValueSource = { columns: [] };

export function isNothing(value: ValueSource | null | undefined): boolean {
  return value == null || (value.columns.length === 0 && (value.constant ?? '') === '');
}

/** A constant and columns exclude each other: the importer reads columns where there are any. */
export function withColumn(value: ValueSource | null, column: string): ValueSource {
  const { constant: _replaced, ...rest } = value ?? NOTHING;
  return rest.columns.includes(column) ? rest : { ...rest, columns: [...rest.columns, column] };
}

/** Null where the last column goes: what would be done with it goes too. */
export function withoutColumn(value: ValueSource, column: string): ValueSource | null {
  const columns = value.columns.filter((one) => one !== column);
  return columns.length === 0 ? null : { ...value, columns };
}

export function withConstant(value: ValueSource | null, constant: string): ValueSource {
  const { joiner: _unused, ...rest } = value ?? NOTHING;
  return { ...rest, columns: [], constant };
}

export function withJoiner(value: ValueSource, joiner: string): ValueSource {
  return { ...value, joiner };
}

export function withExtract(value: ValueSource, extract: string): ValueSource {
  const { extract: _before, ...rest } = value;
  return extract === '' ? rest : { ...rest, extract };
}

/** Blanks of a joiner as a sign one can see in a field, and back. */
export function shownJoiner(value: ValueSource): string {
  return (value.joiner ?? ' ').replaceAll(' ', '␣');
}
export function typedJoiner(text: string): string {
  return text.replaceAll('␣', ' ');
}

/** Parts are counted from 1 as people do; 0 stands for the last, which the specification calls −1. */
export function shownPart({ index }: NonNullable<ValueSource['split']>): string {
  return String(index + 1);
}

export function withSplit(value: ValueSource, by: string, part: number): ValueSource {
  return { ...value, split: { by: by === '' ? ' ' : by, index: part - 1 } };
}

export function withoutSplit(value: ValueSource): ValueSource {
  const { split: _before, ...rest } = value;
  return rest;
}

/** Replacements as a person types them, a pair in each line: `from → to`, also with `=>` or `=`. */
export function withReplacements(value: ValueSource, text: string): ValueSource {
  const { replace: _before, ...rest } = value;
  const pairs = text.split('\n').flatMap((line) => {
    const [, from, to = ''] = /^(.+?)\s*(?:→|=>|=)\s*(.*)$/.exec(line.trim()) ?? [];
    return from === undefined ? [] : [{ from, to }];
  });
  return pairs.length === 0 ? rest : { ...rest, replace: pairs };
}

export function shownReplacements({ replace = [] }: ValueSource): string {
  return replace.map(({ from, to }) => `${from} → ${to}`).join('\n');
}
