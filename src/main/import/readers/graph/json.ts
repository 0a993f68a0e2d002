import { Failure } from '../../../../core/result.ts';
import { decodeStream } from '../../encoding.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
export type JsonObject = { readonly [name: string]: Json };

/** The whole text of a file that cannot be read piece by piece. */
export async function wholeText(chunks: AsyncIterable<Uint8Array>, encoding: string): Promise<string> {
  const pieces: string[] = [];
  for await (const piece of decodeStream(chunks, encoding)) pieces.push(piece);
  return pieces.join('');
}

/** Failure import.json-cut with the place where known. */
export async function wholeJson(
  chunks: AsyncIterable<Uint8Array>,
  encoding: string,
  fileName: string,
): Promise<Json> {
  const text = await wholeText(chunks, encoding);
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Failure('import.json-cut', { file: fileName });
  }
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

export function objectsOf(value: Json | undefined): JsonObject[] {
  return listOf(value).filter(isObject);
}

/** A value as text: lists with a semicolon between, objects as JSON, nothing as nothing. */
export function textOf(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value.trim();
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join('; ');
  return JSON.stringify(value);
}

/** Every field that says something and is not named in `without`, as texts. */
export function textsOf(object: JsonObject, without: ReadonlySet<string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(object)
      .filter(([name]) => !without.has(name))
      .map(([name, value]): [string, string] => [name, textOf(value)])
      .filter(([, text]) => text !== ''),
  );
}
