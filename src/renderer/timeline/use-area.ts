import { type RefObject, useEffect, useState } from 'react';

export interface AreaSize {
  readonly width: number;
  readonly height: number;
}

/** The size of the drawing area, and a number that rises with every change of the theme. */
export function useArea(area: RefObject<HTMLElement | null>): { size: AreaSize; theme: number } {
  const [size, setSize] = useState<AreaSize>({ width: 600, height: 200 });
  const [theme, setTheme] = useState(0);
  useEffect(() => {
    const host = area.current;
    if (host === null) return;
    const sizes = new ResizeObserver(() => setSize({ width: host.clientWidth, height: host.clientHeight }));
    sizes.observe(host);
    const themes = new MutationObserver(() => setTheme((count) => count + 1));
    themes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => {
      sizes.disconnect();
      themes.disconnect();
    };
  }, [area]);
  return { size, theme };
}
