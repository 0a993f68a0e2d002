type Child = Node | string | null;
type Attributes = Record<string, string | number | boolean | ((event: Event) => void)>;

/** Makes an element. Text only ever becomes text nodes: no word of a case is read as HTML. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false) element.setAttribute(name, String(value));
  }
  for (const child of children) if (child !== null) element.append(child);
  return element;
}

/** A canvas that follows its box and the screen's pixel density; `draw` gets CSS pixels. */
export function canvasView(
  name: string,
  draw: (context: CanvasRenderingContext2D, width: number, height: number) => void,
): { canvas: HTMLCanvasElement; redraw: () => void } {
  const canvas = h('canvas', { class: 'canvas', tabindex: 0, role: 'img', 'data-canvas': name });
  let waiting = false;
  const paint = () => {
    waiting = false;
    const { clientWidth: width, clientHeight: height } = canvas;
    const context = canvas.getContext('2d');
    if (context === null || width === 0 || height === 0) return;
    const density = window.devicePixelRatio || 1;
    if (canvas.width !== Math.round(width * density)) canvas.width = Math.round(width * density);
    if (canvas.height !== Math.round(height * density)) canvas.height = Math.round(height * density);
    context.setTransform(density, 0, 0, density, 0, 0);
    context.clearRect(0, 0, width, height);
    draw(context, width, height);
  };
  const redraw = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(paint);
  };
  new ResizeObserver(redraw).observe(canvas);
  return { canvas, redraw };
}

export const COLOURS = {
  ink: '#1c2530',
  quiet: '#5b6875',
  line: '#8d99a6',
  grid: '#e3e7ec',
  land: '#eef1f4',
  border: '#b3bdc8',
  accent: '#0b5cad',
  surface: '#ffffff',
} as const;
