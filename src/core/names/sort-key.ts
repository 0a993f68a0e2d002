/** After every letter, so that a letter with it follows its base letter and all that begins with that. */
const LAST = '\u{ffff}';

/**
 * Letters that stand in their alphabet right after another one, not where their code point is: Ukrainian г ґ, е є,
 * и і ї (й has its place); Romanian a ă â, i î, s ș, t ț. Russian ё counts as е.
 */
const PLACES: Readonly<Record<string, string>> = {
  ґ: `г${LAST}`,
  є: `е${LAST}`,
  ё: 'е',
  і: `и${LAST}`,
  ї: `и${LAST}${LAST}`,
  ă: `a${LAST}`,
  â: `a${LAST}${LAST}`,
  î: `i${LAST}`,
  ș: `s${LAST}`,
  ş: `s${LAST}`,
  ț: `t${LAST}`,
  ţ: `t${LAST}`,
};
const SPECIAL = new RegExp(`[${Object.keys(PLACES).join('')}]`, 'g');
const AROUND = /^[\s"'«»„“”(]+/u;

/**
 * Text whose order by code points is the order of the Ukrainian and Romanian alphabets, capitals and quotation marks
 * aside; so that a database can sort a long list by page. Not for showing.
 */
export function sortKey(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(AROUND, '')
    .replace(SPECIAL, (letter) => PLACES[letter] ?? letter);
}
