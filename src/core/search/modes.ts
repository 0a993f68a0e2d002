/** How names are compared; every mode can be switched off, all off = letter by letter after NFKC and capitals. */
export const NAME_MODES = ['diacritics', 'transliterated', 'phonetic', 'givenNames'] as const;
export type NameMode = (typeof NAME_MODES)[number];
/** True = what differs only in this still counts as the same. */
export type NameModes = Readonly<Record<NameMode, boolean>>;

export const ALL_MODES: NameModes = {
  diacritics: true,
  transliterated: true,
  phonetic: true,
  givenNames: true,
};
