export type Script = 'latin' | 'cyrillic' | 'georgian' | 'mixed' | 'none';

/** Which alphabet a text is written in; `mixed` is itself a finding (look-alike letters typed in the wrong alphabet). */
export function scriptOf(text: string): Script {
  const found: Script[] = [];
  if (/\p{Script=Latin}/u.test(text)) found.push('latin');
  if (/\p{Script=Cyrillic}/u.test(text)) found.push('cyrillic');
  if (/\p{Script=Georgian}/u.test(text)) found.push('georgian');
  if (found.length > 1) return 'mixed';
  return found[0] ?? 'none';
}

const PAIRS = 'аa еe оo рp сc хx іi уy ВB НH КK МM ТT АA ЕE ОO РP СC ХX ІI УY'.split(' ');
const TO_LATIN = new Map(PAIRS.map((pair) => [pair.charAt(0), pair.charAt(1)]));
const TO_CYRILLIC = new Map(PAIRS.map((pair) => [pair.charAt(1), pair.charAt(0)]));

/** Puts a word written in two alphabets into the one most of its letters are from. Pure words stay as they are. */
export function unmixWord(word: string): string {
  if (scriptOf(word) !== 'mixed') return word;
  const cyrillic = word.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const latin = word.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const table = cyrillic >= latin ? TO_CYRILLIC : TO_LATIN;
  return [...word].map((letter) => table.get(letter) ?? letter).join('');
}
