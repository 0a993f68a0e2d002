import { compact, type IdentifierKind, notCheckable } from './identifier.ts';
import { foldLookAlikes } from './look-alikes.ts';

/** Serial of a firearm; not unique across models. O/0 and I/1 are folded, `?` stands for an unreadable character. */
export const firearmSerial: IdentifierKind = {
  kind: 'firearm-serial',
  normalise: (raw) => notCheckable(foldLookAlikes(compact(raw)).replace(/O/g, '0').replace(/I/g, '1')),
};
