import { CROWDED } from './style.ts';

const REST_MILLISECONDS = 120;

const plain = (): void => undefined;

/**
 * Dashed lines cost five times a solid one (measured: 5,000 lines 395 ms a frame against 99 ms). While the view
 * moves the canvas draws them solid; when it rests, the true line styles come back at once.
 */
export class Motion {
  readonly #container: HTMLElement;
  readonly #redraw: () => void;
  #rest: ReturnType<typeof setTimeout> | null = null;

  constructor(container: HTMLElement, redraw: () => void) {
    this.#container = container;
    this.#redraw = redraw;
  }

  #brushes(): CanvasRenderingContext2D[] {
    return [...this.#container.querySelectorAll('canvas')].flatMap((canvas) => canvas.getContext('2d') ?? []);
  }

  /** Tells that the view moves now; `lines` is how many are drawn. */
  moving(lines: number): void {
    if (lines <= CROWDED) return;
    if (this.#rest === null) {
      for (const brush of this.#brushes()) {
        brush.setLineDash([]);
        brush.setLineDash = plain;
      }
    } else clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#end(), REST_MILLISECONDS);
  }

  #end(): void {
    this.stop();
    this.#redraw();
  }

  /** Brings the true line styles back without drawing. */
  stop(): void {
    if (this.#rest === null) return;
    clearTimeout(this.#rest);
    this.#rest = null;
    for (const brush of this.#brushes()) Reflect.deleteProperty(brush, 'setLineDash');
  }
}
