const WORDS: Readonly<Record<'male' | 'female', readonly string[]>> = {
  male: [
    'm',
    'male',
    'man',
    'ч',
    'чол',
    'чоловік',
    'чоловіча',
    'м',
    'муж',
    'мужской',
    'masculin',
    'bărbat',
    'b',
  ],
  female: ['f', 'female', 'woman', 'ж', 'жін', 'жінка', 'жіноча', 'жен', 'женский', 'feminin', 'femeie'],
};

/** A word for the sex as registers of the region write it; null where it says none. */
export function readSex(text: string): 'male' | 'female' | null {
  const word = text.normalize('NFC').trim().toLowerCase().replace(/\.$/, '');
  if (WORDS.male.includes(word)) return 'male';
  return WORDS.female.includes(word) ? 'female' : null;
}
