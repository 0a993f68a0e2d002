import { pngOf } from '../ui/index.ts';
import type { Drawing, Mark } from './drawing.ts';
import { FONT } from './style.ts';

function paintMark(brush: OffscreenCanvasRenderingContext2D, mark: Mark): void {
  if (mark.kind === 'text') {
    brush.font = `${mark.bold ? 'bold ' : ''}${mark.size}px ${FONT}`;
    brush.textAlign = mark.middle ? 'center' : 'left';
    if (mark.halo !== null) {
      brush.strokeStyle = mark.halo;
      brush.lineWidth = 3;
      brush.setLineDash([]);
      brush.strokeText(mark.text, mark.x, mark.y);
    }
    brush.fillStyle = mark.colour;
    brush.fillText(mark.text, mark.x, mark.y);
    return;
  }
  brush.save();
  brush.translate(mark.x, mark.y);
  brush.scale(mark.scale, mark.scale);
  const path = new Path2D(mark.path);
  if (mark.fill !== null) {
    brush.fillStyle = mark.fill;
    brush.fill(path);
  }
  if (mark.stroke !== null) {
    brush.strokeStyle = mark.stroke;
    brush.lineWidth = mark.width;
    brush.setLineDash([...mark.dash]);
    brush.stroke(path);
  }
  brush.restore();
}

/** The drawing as a PNG, `scale` pixels per chart unit; any size, painted in strips. */
export async function paintPng(drawing: Drawing, scale: number): Promise<Blob> {
  const width = Math.ceil(drawing.width * scale);
  const height = Math.ceil(drawing.height * scale);
  return pngOf(width, height, (top, count) => {
    const canvas = new OffscreenCanvas(width, count);
    const brush = canvas.getContext('2d', { willReadFrequently: true });
    if (brush === null) throw new Error('no canvas');
    brush.lineCap = 'round';
    brush.lineJoin = 'round';
    brush.fillStyle = drawing.background;
    brush.fillRect(0, 0, width, count);
    brush.translate(0, -top);
    brush.scale(scale, scale);
    brush.translate(-drawing.x, -drawing.y);
    for (const mark of drawing.marks) paintMark(brush, mark);
    return brush.getImageData(0, 0, width, count).data;
  });
}
