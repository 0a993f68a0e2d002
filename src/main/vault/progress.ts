/** How long work on a vault tells how far it is and lets itself be stopped; a part of what a job has. */
export interface VaultProgress {
  phase(name: string): void;
  advance(done: number, total: number | null): void;
  /** Gives way to others; throws where the work is to stop. */
  breathe(): Promise<void>;
}

/** For work that nobody watches. */
export const UNWATCHED: VaultProgress = {
  phase: () => undefined,
  advance: () => undefined,
  breathe: async () => undefined,
};
