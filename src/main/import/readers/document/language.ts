/** Those a file of the region may be in: the fewer to choose from, the less text it takes to be right. */
const LANGUAGES = [
  ...['uk', 'ru', 'ro', 'en', 'pl', 'hu', 'ka', 'sk', 'cs', 'bg', 'sr', 'be', 'et', 'lv', 'lt', 'de', 'fr'],
  ...['it', 'es', 'pt', 'nl', 'tr', 'el', 'hy', 'az', 'sq', 'ar', 'he', 'zh'],
];
const ENOUGH = 20_000;
const LEAST_LETTERS = 30;

/** ISO 639-1 of the text, from its first pages; '' where too little is written to tell. */
export async function languageOf(pages: readonly string[]): Promise<string> {
  let text = '';
  for (const page of pages) {
    text += ` ${page.slice(0, ENOUGH - text.length)}`;
    if (text.length >= ENOUGH) break;
  }
  if ((text.match(/\p{L}/gu)?.length ?? 0) < LEAST_LETTERS) return '';
  const { detect } = await import('tinyld');
  return detect(text, { only: [...LANGUAGES] });
}
