/** Countries and NCBs between commas or blanks, each once, as packages name their recipients. */
export function recipientsOf(text: string): string[] {
  const names = text.split(/[,;\s]+/).filter((name) => name !== '');
  return [...new Set(names.map((name) => name.toLocaleUpperCase('en')))];
}
