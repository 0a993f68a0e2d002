/**
 * Seconds of `75`, `75 s`, `1:15` (minutes and seconds), `00:01:15`, `1h 2m 3s` and their Cyrillic unit letters.
 * Null for anything else, so that an unreadable duration is reported and not taken as 0.
 */
export function readDuration(text: string): number | null {
  const trimmed = text.trim().toLowerCase();
  if (/^\d+([.,]\d+)?$/.test(trimmed)) return Math.round(Number(trimmed.replace(',', '.')));
  const clock = /^(?:(\d+):)?(\d{1,3}):(\d{2})(?:[.,]\d+)?$/.exec(trimmed);
  if (clock !== null) {
    const [, hours = '0', minutes = '0', seconds = '0'] = clock;
    return Number(seconds) > 59 ? null : Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  }
  const worded =
    /^(?:(\d+)\s*(?:h|hr|hrs|hours?|год|година|годин[иу]?|г|ч|час|часа|часов|ore|oră)\.?)?\s*(?:(\d+)\s*(?:m|min|mins|minutes?|хв|хвилин[аиу]?|мин|минут[аыу]?|м)\.?)?\s*(?:(\d+)\s*(?:s|sec|secs|seconds?|secunde|сек|секунд[аиыу]?|с)\.?)?$/u.exec(
      trimmed,
    );
  if (worded === null || trimmed === '') return null;
  const [, hours = '0', minutes = '0', seconds = '0'] = worded;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
