import { mostRestrictiveTlp, type TlpLabel } from './tlp.ts';

/** INTERPOL confidentiality levels (RPD Art. 112), lowest first. */
export const CONFIDENTIALITY_LEVELS = ['official_use', 'restricted', 'confidential'] as const;
export type ConfidentialityLevel = (typeof CONFIDENTIALITY_LEVELS)[number];

/** Europol handling codes: H0 stands alone, H1–H3 combine, H3 needs a text. */
export const HANDLING_CODES = ['H0', 'H1', 'H2', 'H3'] as const;
export type HandlingCode = (typeof HANDLING_CODES)[number];

export interface Marking {
  readonly level: ConfidentialityLevel;
  readonly handling: readonly HandlingCode[];
}

/** What one item may carry besides its level and codes. */
export interface MarkedItem extends Marking {
  /** The text an H3 code needs. */
  readonly handlingText?: string | null;
  readonly tlp?: TlpLabel | null;
  /** NCBs its provider allows; null or none = everybody the codes allow. */
  readonly recipients?: readonly string[] | null;
}

export interface EffectiveMarking extends Marking {
  readonly handlingTexts: readonly string[];
  readonly tlp: TlpLabel | null;
  /** null = everybody; an empty list = nobody may have all of it. */
  readonly recipients: readonly string[] | null;
}

/** Recipients are compared by this: " ro" and "RO" are one. */
export function recipientCode(name: string): string {
  return name.trim().toLocaleUpperCase('en');
}

/** Codes that can stand together: each once, H0 only alone, H0 where there is none. */
function combined(codes: Iterable<HandlingCode>): HandlingCode[] {
  const found = new Set(codes);
  if (found.size > 1) found.delete('H0');
  if (found.size === 0) found.add('H0');
  return [...found].sort();
}

/**
 * The marking of a set, the one rule of status bar, views, prints and packages: highest level, union of handling codes
 * with every H3 text, most restrictive TLP, and only recipients that every item allows.
 */
export function effectiveMarking(items: readonly MarkedItem[]): EffectiveMarking {
  let level = 0;
  const codes: HandlingCode[] = [];
  const texts = new Set<string>();
  let recipients: string[] | null = null;
  for (const item of items) {
    level = Math.max(level, CONFIDENTIALITY_LEVELS.indexOf(item.level));
    codes.push(...item.handling);
    const text = item.handlingText?.trim() ?? '';
    if (text !== '' && item.handling.includes('H3')) texts.add(text);
    const allowed = [...new Set((item.recipients ?? []).map(recipientCode))];
    if (allowed.length > 0) recipients = (recipients ?? allowed).filter((one) => allowed.includes(one));
  }
  return {
    level: CONFIDENTIALITY_LEVELS[level] ?? 'official_use',
    handling: combined(codes),
    handlingTexts: [...texts].sort(),
    tlp: mostRestrictiveTlp(items.map((item) => item.tlp)),
    recipients: recipients === null ? null : [...recipients].sort(),
  };
}

/** The codes after one of them is ticked or taken away: H0 pushes the others out and gives way to them. */
export function withHandling(
  before: readonly HandlingCode[],
  code: HandlingCode,
  isOn: boolean,
): HandlingCode[] {
  if (code === 'H0') return isOn ? ['H0'] : [...before];
  return combined(isOn ? [...before, code] : before.filter((one) => one !== code));
}

export type HandlingProblem = 'none' | 'h0-combined' | 'h3-without-text';

/** What is wrong with codes a person or a file gave; null = nothing. */
export function handlingProblem(
  handling: readonly HandlingCode[],
  handlingText: string | null,
): HandlingProblem | null {
  if (handling.length === 0) return 'none';
  if (handling.length > 1 && handling.includes('H0')) return 'h0-combined';
  return handling.includes('H3') && (handlingText ?? '').trim() === '' ? 'h3-without-text' : null;
}
