import type { Drawing, Mark } from './drawing.ts';
import { FONT } from './style.ts';

function escapeXml(words: string): string {
  const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  // XML 1.0 forbids control characters; in a label they are noise from an import.
  return words.replace(/\p{Cc}/gu, ' ').replace(/[&<>"]/g, (sign) => names[sign] ?? sign);
}
const short = (value: number): string => String(Math.round(value * 100) / 100);

function svgMark(mark: Mark): string {
  if (mark.kind === 'text') {
    const halo =
      mark.halo === null
        ? ''
        : ` stroke="${mark.halo}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"`;
    const look = `${mark.middle ? ' text-anchor="middle"' : ''}${mark.bold ? ' font-weight="bold"' : ''}${halo}`;
    return `<text x="${short(mark.x)}" y="${short(mark.y)}" font-size="${mark.size}" fill="${mark.colour}"${look}>${escapeXml(mark.text)}</text>`;
  }
  const place =
    mark.x === 0 && mark.y === 0 && mark.scale === 1
      ? ''
      : ` transform="translate(${short(mark.x)} ${short(mark.y)})${mark.scale === 1 ? '' : ` scale(${short(mark.scale)})`}"`;
  const stroke =
    mark.stroke === null
      ? ''
      : ` stroke="${mark.stroke}" stroke-width="${short(mark.width)}" stroke-linecap="round" stroke-linejoin="round"`;
  const dash = mark.dash.length === 0 ? '' : ` stroke-dasharray="${mark.dash.join(' ')}"`;
  return `<path d="${mark.path}" fill="${mark.fill ?? 'none'}"${stroke}${dash}${place}/>`;
}

/** The drawing as a stand-alone SVG 1.1 document with real text, so that it can be searched and edited. */
export function svgOf(drawing: Drawing): string {
  const { x, y, width, height } = drawing;
  const box = [x, y, width, height].map(short).join(' ');
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<svg xmlns="http://www.w3.org/2000/svg" width="${short(width)}" height="${short(height)}" viewBox="${box}" font-family="${FONT}">`,
    `<rect x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}" fill="${drawing.background}"/>`,
    ...drawing.marks.map(svgMark),
    '</svg>',
    '',
  ].join('\n');
}
