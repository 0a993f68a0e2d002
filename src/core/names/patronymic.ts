const ENDING =
  /(ovych|ovich|ovici|evych|evich|yevich|avich|ievich|ovna|ivna|yivna|iivna|evna|ievna|ichna|inichna|ovitch)$/;

/** Whether a folded word has the ending of an East Slavic father's name. Surnames in -ovich exist: a first word never counts. */
export function looksLikePatronymic(folded: string): boolean {
  return folded.length >= 6 && ENDING.test(folded);
}

/** The part that comes from the father's name, whatever the ending and the sex. */
export function patronymicStem(folded: string): string {
  return folded.replace(ENDING, '');
}
