/** Values of JSON that somebody else wrote, read without trust in their kind. */
export type Json = Readonly<Record<string, unknown>>;

export function objectOf(value: unknown): Json | null {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Json) : null;
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Text and numbers as text; anything else is nothing. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\0', '');
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
