import { create } from 'zustand';

/** One sentence of what was just done, in the status bar until the next one or until it is put away. */
interface Notice {
  readonly text: string;
  readonly good: boolean;
}

export const useNotice = create<{ readonly notice: Notice | null }>(() => ({ notice: null }));

export function notify(text: string, good = true): void {
  useNotice.setState({ notice: { text, good } });
}
export function clearNotice(): void {
  useNotice.setState({ notice: null });
}
