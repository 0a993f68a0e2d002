import { hasForeignLetters, scriptOf } from '../script.ts';
import { cyrillicReadings } from './cyrillic.ts';
import { georgianReading } from './georgian.ts';
import { latinReadings } from './latin.ts';
import { choices, reduced } from './notation.ts';

export { coarse } from './notation.ts';

/** Every way one clean lower-case word may sound, in one notation for all alphabets; nothing for unknown alphabets. */
export function soundsOf(lower: string): string[] {
  if (hasForeignLetters(lower)) return [];
  const script = scriptOf(lower);
  if (script === 'mixed' || script === 'none') return [];
  const readings =
    script === 'cyrillic'
      ? cyrillicReadings(lower)
      : script === 'georgian'
        ? [georgianReading(lower)]
        : latinReadings(lower);
  return [...new Set(readings.flatMap(choices).map(reduced))].filter((sound) => sound !== '');
}
