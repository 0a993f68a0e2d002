/** A year, a month or a day as far as it is known: "2026", "2026-03", "2026-03-14". Days that are none are refused. */
export function isPartialDate(text: string): boolean {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (found === null) return false;
  const [, year, month = '01', day = '01'] = found;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
}

/** A whole day, nothing less: "2026-03-14". */
export function isDay(text: string): boolean {
  return text.length === 10 && isPartialDate(text);
}
