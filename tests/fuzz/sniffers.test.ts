import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { detectEncoding } from '../../src/main/import/encoding.ts';
import { READERS } from '../../src/main/import/readers/index.ts';

/** What recognition is given of a file at most. */
const SAMPLE = 512 * 1024;
/** A sniffer that looks again from each place takes thousands of passes; the slowest of those that do not, some thirty. */
const MOST_PASSES = 100;
const TRIES = 4;

const REPEATED = [
  ...['<', '{', '[', '"', '&', '\n', '\r', '\r\n', '1', 'a', '\0', ' ', '\t', ',', ';', '\\', '|'],
  ...['a@', '<a ', '<a>', '<a b="', '<!--', '<![CDATA[', '<!DOCTYPE a [', '[{', '{"a":', '[1,', '\\"', '&#'],
  ...[
    'a\n',
    ' \n',
    '"\n',
    '"a"\n',
    '"a",',
    'a;',
    '1,\n',
    'a: b\n c\n',
    'P<',
    '{\\',
    'я',
    'ő',
    '\u0301',
    ':20:',
  ],
  ...['1.1.2020, ', '[1/1/20, 1:1', 'From \n', 'BEGIN:VCARD\n', '<tr><td>', '*arcs\n', '{1:', 'longwords'],
];
const BEGINNINGS = [
  '',
  '<?xml version="1.0"?><graphml ',
  '{"type":"FeatureCollection",',
  '{"objects":[',
  '{',
].concat(
  [
    '[',
    '{\\rtf1 ',
    '*Vertices 9\n',
    'From a@b 1\n',
    'BEGIN:VCARD\n',
    '%PDF-1.7\n',
    'PK\u0003\u0004',
    ':20:',
    'a,b\n',
  ],
  ['<html>', '<Chart ', '\u0000\u0000'],
);

function filled(beginning: string, unit: string): Uint8Array {
  const often = Math.ceil(SAMPLE / Buffer.byteLength(unit));
  return new Uint8Array(Buffer.from(beginning + unit.repeat(often)).subarray(0, SAMPLE));
}

/** The bytes read as text once and each character looked at. */
function plainPass(sample: Uint8Array): number {
  const text = iconv.getDecoder('utf-8').write(Buffer.from(sample));
  let lines = 0;
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) === 10) lines += 1;
  return lines;
}

/** Of the processor, so that other work on the computer does not count. */
function milliseconds(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Memory may have been tidied up meanwhile: what seems slow is tried again. */
function passesOf(work: () => unknown, pass: number): number {
  let quickest = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < TRIES && quickest > MOST_PASSES * pass; tries += 1)
    quickest = Math.min(quickest, milliseconds(work));
  return Math.round(quickest / pass);
}

test.each(BEGINNINGS)(
  'no sniffer looks again from each place: %j and half a megabyte of one thing',
  (beginning) => {
    const slow: string[] = [];
    const lines = filled('', 'a\n');
    const pass = Math.min(...Array.from({ length: 9 }, () => milliseconds(() => plainPass(lines))));
    for (const unit of REPEATED) {
      const sample = filled(beginning, unit);
      detectEncoding(sample);
      for (const reader of READERS) {
        const passes = passesOf(() => reader.sniff(sample, `file${reader.extensions[0] ?? ''}`), pass);
        if (passes > MOST_PASSES) slow.push(`${reader.format}, ${JSON.stringify(unit)}: ${passes}`);
      }
    }
    expect(slow).toEqual([]);
  },
  600_000,
);
