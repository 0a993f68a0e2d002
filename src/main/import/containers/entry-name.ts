import iconv from 'iconv-lite';
import type { Entry } from 'yauzl';

const UNICODE_PATH = 0x7075;
const IS_UTF8 = 0x800;

/**
 * The name of an entry with forward slashes. Old programs write it in the code page of their computer and do not say
 * which: a name that is mostly Cyrillic in 866 is read so, others as 852 with the letters of Romanian, Polish, Hungarian.
 */
export function entryName(
  entry: Pick<Entry, 'fileNameRaw' | 'extraFields' | 'generalPurposeBitFlag'>,
): string {
  const raw = entry.fileNameRaw;
  const unicode = entry.extraFields.find(({ id }) => id === UNICODE_PATH)?.data.subarray(5);
  const bytes = unicode ?? raw;
  return (utf8(bytes) ?? utf8(raw) ?? codePage(raw, entry.generalPurposeBitFlag)).replaceAll('\\', '/');
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function codePage(raw: Buffer, flags: number): string {
  if ((flags & IS_UTF8) !== 0) return raw.toString('utf8');
  const high = raw.filter((byte) => byte >= 0x80);
  const isAllCyrillic = high.every((byte) => byte <= 0xaf || (byte >= 0xe0 && byte <= 0xf9));
  // A Latin name has a special letter here and there; a Cyrillic one has little else, but for its extension.
  const isCyrillic = isAllCyrillic && high.length > latinLetters(raw);
  return iconv.decode(raw, isCyrillic ? 'cp866' : 'cp852');
}

function latinLetters(raw: Buffer): number {
  const stem = raw.toString('latin1').replace(/\.\w+$/, '');
  return stem.match(/[a-z]/gi)?.length ?? 0;
}

/** Why a name is not used; null where it is fine. Nothing is written to the disk, but a name is shown and spoken of. */
export function nameProblem(name: string, longest: number): 'unsafeName' | 'absurdName' | null {
  if (name.startsWith('/') || /^[a-z]:/i.test(name) || name.split('/').includes('..')) return 'unsafeName';
  if (name === '' || name.length > longest || /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufffd]/u.test(name))
    return 'absurdName';
  return null;
}
