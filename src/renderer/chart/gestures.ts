import type { ChartView } from './view.ts';

const STILL = 4;

interface Hand {
  button: number;
  x: number;
  y: number;
  moved: boolean;
}

/** Wheel zooms at the pointer; middle, right or space + left drag pans; right click without a drag opens the menu. */
export function listenToHand(
  area: HTMLElement,
  view: ChartView,
  openMenu: (at: { x: number; y: number }) => void,
): () => void {
  const stop = new AbortController();
  const options = { capture: true, signal: stop.signal };
  let hand: Hand | null = null;
  let space = false;

  area.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      event.stopPropagation();
      const box = area.getBoundingClientRect();
      const lines = event.deltaMode === 1 ? event.deltaY * 16 : event.deltaY;
      view.zoomBy(Math.exp(-lines * 0.0016), { x: event.clientX - box.left, y: event.clientY - box.top });
    },
    { ...options, passive: false },
  );
  area.addEventListener(
    'mousedown',
    (event) => {
      if (event.button === 0 && !space) return;
      event.preventDefault();
      event.stopPropagation();
      area.focus();
      hand = { button: event.button, x: event.clientX, y: event.clientY, moved: false };
    },
    options,
  );
  window.addEventListener(
    'mousemove',
    (event) => {
      if (hand === null) return;
      event.stopPropagation();
      const across = event.clientX - hand.x;
      const down = event.clientY - hand.y;
      if (!hand.moved && Math.hypot(across, down) < STILL) return;
      view.panBy({ x: across, y: down });
      hand = { button: hand.button, x: event.clientX, y: event.clientY, moved: true };
    },
    options,
  );
  window.addEventListener(
    'mouseup',
    (event) => {
      if (hand === null || event.button !== hand.button) return;
      event.stopPropagation();
      if (hand.button === 2 && !hand.moved) openMenu({ x: event.clientX, y: event.clientY });
      hand = null;
    },
    options,
  );
  area.addEventListener('contextmenu', (event) => event.preventDefault(), options);
  area.addEventListener(
    'keydown',
    (event) => {
      if (event.code === 'Space') {
        space = true;
        event.preventDefault();
      }
      if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')) {
        const box = area.getBoundingClientRect();
        openMenu({ x: box.left + box.width / 2, y: box.top + box.height / 2 });
      }
    },
    options,
  );
  const release = (): void => {
    space = false;
  };
  window.addEventListener('keyup', (event) => event.code === 'Space' && release(), options);
  window.addEventListener('blur', release, options);
  return () => stop.abort();
}
