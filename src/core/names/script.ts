export type Script = 'latin' | 'cyrillic' | 'georgian' | 'mixed' | 'none';

const LATIN = /\p{Script=Latin}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const GEORGIAN = /\p{Script=Georgian}/u;
/** A letter of an alphabet the tables do not know. */
const FOREIGN = /(?=\p{L})[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Georgian}\p{Script=Common}]/u;

/** Which alphabet a text is written in; `mixed` is itself a finding (look-alike letters typed in the wrong alphabet). */
export function scriptOf(text: string): Script {
  const found: Script[] = [];
  if (LATIN.test(text)) found.push('latin');
  if (CYRILLIC.test(text)) found.push('cyrillic');
  if (GEORGIAN.test(text)) found.push('georgian');
  if (found.length > 1) return 'mixed';
  return found[0] ?? 'none';
}

/** Whether a text has letters that no table here can read: it is compared as it is written. */
export const hasForeignLetters = (text: string): boolean => FOREIGN.test(text);

const PAIRS =
  'аa еe оo рp сc хx іi уy ѕs јj һh ԁd ԛq ԝw АA ВB ЕE ЅS ІI ЈJ КK МM НH ОO РP СC ТT УY ХX ҺH кk мm тt ïї ÏЇ ёë ЁË'.split(
    ' ',
  );
const TO_LATIN = new Map<string, string>();
const TO_CYRILLIC = new Map<string, string>();
for (const pair of PAIRS) {
  const [one = '', other = ''] = [...pair];
  const [cyrillic, latin] = CYRILLIC.test(one) ? [one, other] : [other, one];
  TO_LATIN.set(cyrillic, latin);
  TO_CYRILLIC.set(latin, cyrillic);
}

/**
 * Puts a word written in two alphabets into the one most of its letters are from; at a tie into the one all its letters
 * exist in. Pure words stay as they are.
 */
export function unmixWord(word: string): string {
  if (scriptOf(word) !== 'mixed') return word;
  const cyrillic = word.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const latin = word.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const turned = (table: ReadonlyMap<string, string>): string =>
    [...word].map((letter) => table.get(letter) ?? letter).join('');
  const first = turned(cyrillic >= latin ? TO_CYRILLIC : TO_LATIN);
  if (scriptOf(first) !== 'mixed') return first;
  const second = turned(cyrillic >= latin ? TO_LATIN : TO_CYRILLIC);
  return scriptOf(second) !== 'mixed' ? second : first;
}
