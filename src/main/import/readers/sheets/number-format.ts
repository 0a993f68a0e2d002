/** What a number stands for by its format. */
export type ShownAs = 'number' | 'date' | 'moment' | 'time' | 'duration';

export interface NumberFormat {
  readonly shownAs: ShownAs;
  /** Digits a whole number is filled up to with zeros, as phone and personal numbers are. */
  readonly width: number;
}

export const PLAIN: NumberFormat = { shownAs: 'number', width: 0 };

/** The formats every program knows by number only. */
export function builtInFormat(id: number): NumberFormat {
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58))
    return { shownAs: 'date', width: 0 };
  if (id === 22) return { shownAs: 'moment', width: 0 };
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id === 45 || id === 47)
    return { shownAs: 'time', width: 0 };
  return id === 46 ? { shownAs: 'duration', width: 0 } : PLAIN;
}

/** A format code without what it only prints: quoted words, single escaped letters, fillers, colours and conditions. */
function bare(code: string): string {
  const [first = ''] = code
    .replace(/"[^"]*"/g, '')
    .replace(/\\.|_.|\*./g, '')
    .split(';');
  return first.replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '').toLowerCase();
}

export function readFormat(code: string): NumberFormat {
  const plain = bare(code);
  if (plain === '' || plain.includes('general') || plain.includes('@')) return PLAIN;
  if (/\[(h+|m+|s+)\]/.test(plain)) return { shownAs: 'duration', width: 0 };
  const hasClock = /[hs]/.test(plain);
  const hasDay = /[dy]/.test(plain) || (/m/.test(plain) && !hasClock);
  if (hasDay) return { shownAs: hasClock ? 'moment' : 'date', width: 0 };
  if (hasClock) return { shownAs: 'time', width: 0 };
  return { shownAs: 'number', width: /^0{2,}$/.test(plain) ? plain.length : 0 };
}
