import { because, compact, type IdentifierKind, notCheckable } from './identifier.ts';
import { folded } from './look-alikes.ts';

/** Sign between make, model, calibre and serial where a source gives more than the serial. */
export const FIREARM_PART = '|';

/**
 * Serial of a firearm. It is not unique across makes and models, so what stands before it (make|model|calibre|serial)
 * belongs to the key. O/0 and I/1 of the serial are folded; `?` and `*` stand for a character that cannot be read.
 */
export const firearmSerial: IdentifierKind = {
  kind: 'firearm-serial',
  normalise(raw) {
    const parts = raw.split(FIREARM_PART).map((part) => folded(compact(part)));
    const last = parts.length - 1;
    const notes = [
      ...new Map(parts.flatMap((part) => part.notes).map((note) => [note.params.letters, note])).values(),
    ];
    const serial = (parts[last]?.text ?? '').replace(/O/g, '0').replace(/I/g, '1').replace(/[*•]/g, '?');
    const value = [...parts.slice(0, last).map(({ text }) => text), serial].join(FIREARM_PART);
    const isWhole = parts.slice(0, last).some(({ text }) => text !== '');
    return notCheckable(
      value,
      because('identifier:noCheckDigit'),
      because(isWhole ? 'identifier:firearm.whole' : 'identifier:firearm.serialAlone'),
      ...(serial.includes('?') ? [because('identifier:firearm.partial')] : []),
      ...notes,
    );
  },
};
