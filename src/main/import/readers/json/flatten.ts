const DEEPEST = 8;

/** A number as it is written: digits beyond those a machine number keeps are not lost. */
function exactNumber(_: string, value: unknown, context?: { readonly source?: string }): unknown {
  return typeof value === 'number' && context?.source !== undefined ? context.source : value;
}

/** The value of a JSON text, its numbers as text; undefined where it is none. */
export function parseExact(text: string): unknown {
  try {
    return JSON.parse(text, exactNumber);
  } catch {
    return undefined;
  }
}

/**
 * Values of an object by their way into it, joined by points. A list of plain values becomes one text; a list of
 * objects stays JSON, because as columns it would be a table of its own.
 */
export function flatten(value: Readonly<Record<string, unknown>>): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (part: unknown, name: string, depth: number): void => {
    if (isRecord(part) && depth < DEEPEST) {
      for (const [key, inner] of Object.entries(part))
        visit(inner, name === '' ? key : `${name}.${key}`, depth + 1);
    } else {
      found.set(name, cellOf(part));
    }
  };
  visit(value, '', 0);
  return found;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((one) => one === null || typeof one !== 'object'))
    return value.map(cellOf).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
