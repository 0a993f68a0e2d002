/**
 * Daitch–Mokotoff soundex of 1985 (Randy Daitch, Gary Mokotoff), as its authors published the table: for each group of
 * letters the code at the beginning, before a vowel and elsewhere; `|` where a group is read in two ways.
 */
const TABLE = `
AI AJ AY:0,1,-; AU:0,7,-; A:0,-,-; B:7,7,7; CHS:5,54,54; CH:5|4,5|4,5|4; CK:5|45,5|45,5|45;
CZ CS CSZ CZS:4,4,4; C:5|4,5|4,5|4; DRZ DRS:4,4,4; DS DSH DSZ:4,4,4; DZ DZH DZS:4,4,4; D DT:3,3,3;
EI EJ EY:0,1,-; EU:1,1,-; E:0,-,-; FB:7,7,7; F:7,7,7; G:5,5,5; H:5,5,-; IA IE IO IU:1,-,-; I:0,-,-;
J:1|4,-|4,-|4; KS:5,54,54; KH:5,5,5; K:5,5,5; L:8,8,8; MN:66,66,66; M:6,6,6; NM:66,66,66; N:6,6,6;
OI OJ OY:0,1,-; O:0,-,-; P PF PH:7,7,7; Q:5,5,5; RZ RS:94|4,94|4,94|4; R:9,9,9; SCHTSCH SCHTSH SCHTCH:2,4,4;
SCH:4,4,4; SHTCH SHCH SHTSH:2,4,4; SHT SCHT SCHD:2,43,43; SH:4,4,4; STCH STSCH SC:2,4,4; STRZ STRS STSH:2,4,4;
ST:2,43,43; SZCZ SZCS:2,4,4; SZT SHD SZD SD:2,43,43; SZ:4,4,4; S:4,4,4; TCH TTCH TTSCH:4,4,4; TH:3,3,3;
TRZ TRS:4,4,4; TSCH TSH:4,4,4; TS TTS TTSZ TC:4,4,4; TZ TTZ TZS TSZ:4,4,4; T:3,3,3; UI UJ UY:0,1,-; UE:0,1,-; U:0,-,-;
V:7,7,7; W:7,7,7; X:5,54,54; Y:1,-,-; ZDZ ZDZH ZHDZH:2,4,4; ZD ZHD:2,43,43; ZH ZS ZSCH ZSH:4,4,4; Z:4,4,4`;

type Codes = readonly [readonly string[], readonly string[], readonly string[]];
const GROUPS = new Map<string, Codes>();
let longest = 1;
for (const line of TABLE.split(';')) {
  const [groups = '', codes = ''] = line.trim().split(':');
  const [first = '', before = '', other = ''] = codes.split(',');
  const read = (text: string): string[] => text.split('|').map((code) => (code === '-' ? '' : code));
  for (const group of groups.split(' ')) {
    GROUPS.set(group.toLowerCase(), [read(first), read(before), read(other)]);
    longest = Math.max(longest, group.length);
  }
}

const LENGTH = 6;
/** Codes of one word that are kept; a word with more readings is no name. */
const MOST = 8;

/** Six-digit codes of one word in plain Latin letters, one for each reading; nothing for other letters. */
export function daitchMokotoff(word: string): string[] {
  let codes: { text: string; last: string }[] = [{ text: '', last: '' }];
  for (let at = 0; at < word.length; ) {
    const group = groupAt(word, at);
    if (group === '') {
      at += 1;
      continue;
    }
    const next = word.charAt(at + group.length);
    const choices = GROUPS.get(group) as Codes;
    const [first, before, other] = choices;
    const options = at === 0 ? first : /[aeiouyj]/.test(next) ? before : other;
    codes = unique(codes.flatMap((code) => options.map((option) => added(code, option, group, word, at))));
    at += group.length;
  }
  return [...new Set(codes.map(({ text }) => text.padEnd(LENGTH, '0').slice(0, LENGTH)))];
}

function groupAt(word: string, at: number): string {
  for (let length = Math.min(longest, word.length - at); length > 0; length -= 1) {
    const group = word.slice(at, at + length);
    if (GROUPS.has(group)) return group;
  }
  return '';
}

/** A code that repeats its neighbour is one sound, but for m beside n. */
function added(
  code: { text: string; last: string },
  option: string,
  group: string,
  word: string,
  at: number,
): { text: string; last: string } {
  const isRepeat = option !== '' && option === code.last && !/^[mn]$/.test(group + word.charAt(at - 1));
  return { text: isRepeat ? code.text : code.text + option, last: option };
}

function unique<T extends { text: string; last: string }>(codes: readonly T[]): T[] {
  const seen = new Map(codes.map((code) => [`${code.text}|${code.last}`, code]));
  return [...seen.values()].slice(0, MOST);
}
