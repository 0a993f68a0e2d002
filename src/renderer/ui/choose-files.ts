import { create } from 'zustand';
import { call } from '../workspace/index.ts';

export type FilePurpose = 'open-files' | 'open-folder' | 'save-file';

interface FileWish {
  readonly purpose: FilePurpose;
  readonly suggestedName: string;
  answer(paths: readonly string[]): void;
}

/** The question the folder browser of this window is asked, if any. */
export const useFileWish = create<{ readonly wish: FileWish | null }>(() => ({ wish: null }));

/** Paths the person chose, empty when they thought better of it: system dialog, or our own folder browser. */
export async function chooseFiles(purpose: FilePurpose, suggestedName = ''): Promise<readonly string[]> {
  const host = await call('host.info', {});
  if (host.nativeDialogs) return (await call('host.chooseFiles', { purpose, suggestedName })).paths;
  useFileWish.getState().wish?.answer([]);
  return new Promise((resolve) => {
    const answer = (paths: readonly string[]): void => {
      useFileWish.setState({ wish: null });
      resolve(paths);
    };
    useFileWish.setState({ wish: { purpose, suggestedName, answer } });
  });
}
