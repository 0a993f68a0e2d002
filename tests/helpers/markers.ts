/**
 * Fifty invented strings of a case, ten of each kind, and where they are looked for: as text (UTF-8, UTF-16), in
 * small letters, escaped in JSON, and as base64 or hexadecimal.
 */

const SUFFIXES = [...'абвгґдежзи'];
const two = (index: number): string => String(index + 1).padStart(2, '0');

const KINDS = [
  { stem: 'Звіркодуб', of: (index: number) => `Звіркодуб${SUFFIXES[index]}ло` },
  { stem: '05004713', of: (index: number) => `+3805004713${two(index)}` },
  { stem: 'Quibberfink', of: (index: number) => `Quibberfink ${two(index)}` },
  { stem: 'Марноперепільськ', of: (index: number) => `Марноперепільська ${two(index)}` },
  { stem: 'рудого тапіра', of: (index: number) => `бачив рудого тапіра ${two(index)}` },
] as const;

const COUNT = 10;
const columns = KINDS.map(({ of }) => Array.from({ length: COUNT }, (_, index) => of(index)));

/** The fifty. */
export const MARKERS: readonly string[] = columns.flat();
export const [NAMES = [], PHONES = [], ALIASES = [], ADDRESSES = [], NOTES = []] = columns;

/** A register with all fifty. */
export function registerOfMarkers(): string {
  const rows = NAMES.map((name, index) =>
    [name, 'Ана', PHONES[index], ALIASES[index], ADDRESSES[index], NOTES[index]].join(','),
  );
  return `Surname,First name,Phone,Alias,Address,Note\n${rows.join('\n')}\n`;
}

/** Calls among the numbers of the register. */
export function callsOfMarkers(): string {
  const rows = Array.from({ length: 200 }, (_, index) => {
    const at = new Date(1_772_000_000_000 + index * 5_400_000).toISOString().slice(0, 19).replace('T', ' ');
    return `${PHONES[index % COUNT]},${PHONES[(index * 3 + 1) % COUNT]},${at},${index % 90}`;
  });
  return `Caller,Callee,Start,Duration\n${rows.join('\n')}\n`;
}

/** The characters of base64 that depend on this text alone, whatever stands before and after it. */
function base64Cores(bytes: Buffer): string[] {
  return [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    const whole = Math.floor(((before + bytes.length) * 8) / 6);
    return text.slice(Math.ceil((before * 8) / 6), whole);
  });
}

const escaped = (text: string): string =>
  text.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Every form a text is looked for in. */
function forms(text: string): Buffer[] {
  const bytes = Buffer.from(text);
  const hex = bytes.toString('hex');
  const plain = [text, text.toLowerCase(), escaped(text), hex, hex.toUpperCase(), ...base64Cores(bytes)];
  const wide = [text, text.toLowerCase()].map((one) => Buffer.from(one, 'utf16le'));
  return [...new Set(plain)].map((one) => Buffer.from(one)).concat(wide);
}

const holds = (bytes: Uint8Array, needles: readonly Buffer[]): boolean => {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return needles.some((needle) => view.includes(needle));
};

/** What tells a marker in any writing: a number's digits without the country's are enough. */
const telling = (marker: string): string => marker.replace(/^\+38/, '');

const STEM_FORMS = KINDS.flatMap(({ stem }) => forms(stem));
const FORMS = MARKERS.map((marker) => ({ marker, needles: forms(telling(marker)) }));

/** The markers in these bytes, and which of `more`. The common stems come first, so that much can be searched. */
export function markersIn(bytes: Uint8Array, more: readonly string[] = []): string[] {
  const found = holds(bytes, STEM_FORMS) ? FORMS.filter(({ needles }) => holds(bytes, needles)) : [];
  return [...found.map(({ marker }) => marker), ...more.filter((text) => holds(bytes, forms(text)))];
}
