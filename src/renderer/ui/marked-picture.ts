import type { TitleBlock } from '../workspace/index.ts';

const MARGIN = 16;
const LINE = 18;
const FONT = '"Noto Sans", system-ui, sans-serif';

/** A picture as it may leave: marking above and below, title, author and data cut-off over it, a source line under it. */
export async function markedPicture(
  picture: HTMLCanvasElement,
  scale: number,
  block: TitleBlock,
  foot: string,
): Promise<Blob> {
  const head = MARGIN + LINE * (2.5 + block.lines.length);
  const sheet = document.createElement('canvas');
  sheet.width = picture.width;
  sheet.height = picture.height + (head + LINE * 2 + MARGIN) * scale;
  const context = sheet.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, sheet.width, sheet.height);
  context.drawImage(picture, 0, head * scale);
  context.scale(scale, scale);
  const below = head + picture.height / scale;
  const write = (text: string, y: number, font: string): void => {
    context.font = `${font} ${FONT}`;
    context.fillText(text, MARGIN, y, picture.width / scale - 2 * MARGIN);
  };
  context.fillStyle = '#1b1f24';
  write(block.marking, MARGIN + 6, 'bold 13px');
  write(block.title, MARGIN + 6 + LINE * 1.4, 'bold 15px');
  block.lines.forEach((line, index) => {
    write(line, MARGIN + 6 + LINE * (2.4 + index), '12px');
  });
  write(foot, below + LINE, '11px');
  write(block.marking, below + LINE * 2, 'bold 13px');
  return new Promise((resolve, reject) => {
    sheet.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)));
  });
}
