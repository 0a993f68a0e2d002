import type { Point } from './layout.ts';

/** Pan and zoom of a canvas: world → screen is x * scale + left. */
export class Camera {
  scale = 1;
  left = 0;
  top = 0;
  #touched = false;

  fit(points: readonly Point[], width: number, height: number, margin: number, most = 2): void {
    if (this.#touched || points.length === 0) return;
    let west = Infinity;
    let east = -Infinity;
    let north = Infinity;
    let south = -Infinity;
    for (const { x, y } of points) {
      west = Math.min(west, x);
      east = Math.max(east, x);
      north = Math.min(north, y);
      south = Math.max(south, y);
    }
    const across = Math.max(east - west, 1e-6);
    const down = Math.max(south - north, 1e-6);
    this.scale = Math.min((width - 2 * margin) / across, (height - 2 * margin) / down, most);
    this.left = width / 2 - ((west + east) / 2) * this.scale;
    this.top = height / 2 - ((north + south) / 2) * this.scale;
  }

  /** Lets the next drawing fit everything again. */
  release(): void {
    this.#touched = false;
  }

  screen(point: Point): Point {
    return { x: point.x * this.scale + this.left, y: point.y * this.scale + this.top };
  }

  zoom(factor: number, x: number, y: number): void {
    this.#touched = true;
    this.scale *= factor;
    this.left = x - (x - this.left) * factor;
    this.top = y - (y - this.top) * factor;
  }

  pan(dx: number, dy: number): void {
    this.#touched = true;
    this.left += dx;
    this.top += dy;
  }
}

/** Wheel zooms at the pointer, drag pans, arrows and +/− do the same from the keyboard; a click is a click. */
export function steer(
  canvas: HTMLCanvasElement,
  camera: Camera,
  redraw: () => void,
  click: (x: number, y: number, add: boolean) => void,
): void {
  let held: { x: number; y: number; moved: boolean } | null = null;
  canvas.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      camera.zoom(Math.exp(-event.deltaY * 0.0015), event.offsetX, event.offsetY);
      redraw();
    },
    { passive: false },
  );
  canvas.addEventListener('pointerdown', (event) => {
    held = { x: event.clientX, y: event.clientY, moved: false };
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener('pointermove', (event) => {
    if (held === null) return;
    const dx = event.clientX - held.x;
    const dy = event.clientY - held.y;
    if (!held.moved && Math.hypot(dx, dy) < 4) return;
    held = { x: event.clientX, y: event.clientY, moved: true };
    camera.pan(dx, dy);
    redraw();
  });
  canvas.addEventListener('pointerup', (event) => {
    if (held !== null && !held.moved) click(event.offsetX, event.offsetY, event.ctrlKey || event.shiftKey);
    held = null;
  });
  canvas.addEventListener('keydown', (event) => {
    const pans: Record<string, [number, number]> = {
      ArrowLeft: [40, 0],
      ArrowRight: [-40, 0],
      ArrowUp: [0, 40],
      ArrowDown: [0, -40],
    };
    const pan = pans[event.key];
    if (pan !== undefined) camera.pan(...pan);
    else if (event.key === '+' || event.key === '=')
      camera.zoom(1.25, canvas.clientWidth / 2, canvas.clientHeight / 2);
    else if (event.key === '-') camera.zoom(0.8, canvas.clientWidth / 2, canvas.clientHeight / 2);
    else if (event.key === 'f') camera.release();
    else return;
    event.preventDefault();
    redraw();
  });
}
