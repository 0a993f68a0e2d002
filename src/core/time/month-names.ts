/** First letters that tell the twelve months apart in English, Ukrainian, Russian and Romanian, lower case. */
const STEMS: readonly (readonly string[])[] = [
  ['jan', 'січ', 'янв', 'ian'],
  ['feb', 'лют', 'фев'],
  ['mar', 'бер', 'мар'],
  ['apr', 'кві', 'апр'],
  ['may', 'тра', 'май', 'мая', 'mai'],
  ['jun', 'чер', 'июн', 'iun'],
  ['jul', 'лип', 'июл', 'iul'],
  ['aug', 'сер', 'авг'],
  ['sep', 'вер', 'сен'],
  ['oct', 'жов', 'окт'],
  ['nov', 'лис', 'ноя', 'noi'],
  ['dec', 'гру', 'дек'],
];

/** 1–12, or null where the word names no month. */
export function monthOfName(word: string): number | null {
  const start = word.toLowerCase().slice(0, 3);
  const index = STEMS.findIndex((stems) => stems.includes(start));
  return index < 0 ? null : index + 1;
}
