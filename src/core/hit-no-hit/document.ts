import { HIT_KINDS, type HitKind, isHitKind } from './kinds.ts';

/** The file two bureaux exchange: docs/formats.md. It holds no number, no name and nothing of whose they are. */
export interface HitDocument {
  readonly format: typeof HIT_FORMAT;
  readonly version: typeof HIT_VERSION;
  /** Made by chance; by it a bureau knows its own file again. */
  readonly id: string;
  /** Tells whether both have the same secret. */
  readonly meeting: string;
  readonly created: string;
  readonly bureau: Bureau;
  /** Tells whether both programs make the same keys of a name. */
  readonly nameKeys: string;
  readonly keys: Readonly<Record<HitKind, readonly string[]>>;
}

export interface Bureau {
  readonly name: string;
  readonly contact: string;
  readonly reference: string;
}

export const HIT_FORMAT = 'i-force hit-no-hit';
export const HIT_VERSION = 1;
/** A file larger than this is not read at all. */
export const MOST_BYTES = 64 * 1024 * 1024;
export const MOST_KEYS = 900_000;
const LONGEST_TEXT = 500;
const HASH = /^[0-9a-f]{64}$/;
const FIELDS = ['format', 'version', 'id', 'meeting', 'created', 'bureau', 'nameKeys', 'keys'];

export type DocumentProblem = 'not-one' | 'other-version' | 'malformed';
type Fields = Readonly<Record<string, unknown>>;

/** A file of a partner, nothing of it trusted: what is not exactly as the format says is refused whole. */
export function readHitDocument(text: string): HitDocument | DocumentProblem {
  const read = parsed(text);
  if (read === null || read.format !== HIT_FORMAT) return 'not-one';
  if (read.version !== HIT_VERSION) return 'other-version';
  const { id, meeting, created, nameKeys } = read;
  const bureau = bureauOf(read.bureau);
  const keys = keysIn(read.keys);
  const isSound =
    Object.keys(read).every((name) => FIELDS.includes(name)) &&
    matches(id, /^[0-9a-f]{32}$/) &&
    matches(meeting, /^[0-9a-f]{16}$/) &&
    matches(nameKeys, /^[0-9a-f]{16}$/) &&
    matches(created, /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
  if (!isSound || bureau === null || keys === null) return 'malformed';
  return {
    format: HIT_FORMAT,
    version: HIT_VERSION,
    id,
    meeting,
    created,
    bureau,
    nameKeys,
    keys,
  } as HitDocument;
}

function parsed(text: string): Fields | null {
  try {
    return fieldsOf(JSON.parse(text));
  } catch {
    return null;
  }
}

function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

function matches(value: unknown, shape: RegExp): boolean {
  return typeof value === 'string' && shape.test(value);
}

function bureauOf(value: unknown): Bureau | null {
  const { name, contact, reference, ...more } = fieldsOf(value) ?? {};
  const isText = (text: unknown): text is string => typeof text === 'string' && text.length <= LONGEST_TEXT;
  if (!isText(name) || !isText(contact) || !isText(reference) || Object.keys(more).length > 0) return null;
  return { name, contact, reference };
}

function keysIn(value: unknown): HitDocument['keys'] | null {
  const lists = Object.entries(fieldsOf(value) ?? {});
  if (lists.length !== HIT_KINDS.length || !lists.every(([kind]) => isHitKind(kind))) return null;
  let count = 0;
  for (const [, list] of lists) {
    if (!Array.isArray(list)) return null;
    count += list.length;
    if (count > MOST_KEYS || !list.every((one) => matches(one, HASH))) return null;
  }
  return value as HitDocument['keys'];
}

const FEWEST = 64;

/**
 * A list that tells little: filled with hashes of nothing up to the next power of two, and in the order of the hashes,
 * which is that of chance. Of the count it tells the size only: 64 may be one, 128 may be 65.
 */
export function padded(hashes: Iterable<string>, random: () => string): string[] {
  const list = new Set(hashes);
  const size = Math.max(FEWEST, 2 ** Math.ceil(Math.log2(Math.max(1, list.size))));
  while (list.size < size) list.add(random());
  return [...list].sort();
}
