/**
 * Why a regular expression cannot be used. "Slow": something repeated without end is repeated without end again, as
 * in (a+)+; such an expression can keep the program busy for years over one cell.
 */
export function patternProblem(text: string): 'bad-pattern' | 'slow-pattern' | null {
  try {
    new RegExp(text, 'u');
  } catch {
    return 'bad-pattern';
  }
  return repeatsRepeats(text) ? 'slow-pattern' : null;
}

/** One token of a valid expression: escape, class, the opening of a group, its end, a quantifier, anything else. */
const TOKEN = /\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]|<[^>]+>))?|\)|(?:[*+]|\{\d+,\})\??|[\s\S]/gu;

function repeatsRepeats(text: string): boolean {
  const open: boolean[] = [];
  let holdsRepeat = false;
  let closedRepeats = false;
  for (const [token] of text.matchAll(TOKEN)) {
    const isEndless = /^(?:[*+]|\{\d+,\})\??$/.test(token);
    if (isEndless && closedRepeats) return true;
    closedRepeats = false;
    if (isEndless) holdsRepeat = true;
    else if (token.startsWith('(')) {
      open.push(holdsRepeat);
      holdsRepeat = false;
    } else if (token === ')') {
      closedRepeats = holdsRepeat;
      holdsRepeat = holdsRepeat || (open.pop() ?? false);
    }
  }
  return false;
}
