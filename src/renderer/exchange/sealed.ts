import { create } from 'zustand';
import { useDesk } from '../workspace/index.ts';

/** A package that was sealed from this file in this window. */
export interface Sealed {
  readonly path: string;
  readonly sha256: string;
}

export const useSealed = create<{ readonly packages: readonly Sealed[] }>(() => ({ packages: [] }));

/** Newest first. */
export function addSealed(one: Sealed): void {
  useSealed.setState(({ packages }) => ({ packages: [one, ...packages] }));
}

/** Another file: nothing about the former one stays. */
useDesk.subscribe((desk, before) => {
  if (desk.fileId !== before.fileId) useSealed.setState({ packages: [] });
});
