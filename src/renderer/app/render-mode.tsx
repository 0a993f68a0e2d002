import { QueryClientProvider } from '@tanstack/react-query';
import { type FunctionComponent, type ReactElement, useEffect } from 'react';
import { addToChart } from '../chart/index.ts';
import { call, openFile, problemOf, select, switchLanguage, useDesk } from '../workspace/index.ts';
import { PANELS } from './panel-list.tsx';
import { queryClient } from './session.ts';

/** The pictures the command line asks for: one view without the frame, `?render=chart&file=…&entities=…`. */
export interface Picture {
  readonly view: 'chart' | 'map' | 'timeline';
  readonly fileId: string;
  readonly entityIds: readonly string[];
  readonly theme: string;
  readonly language: string;
}

/** Nothing asked of the engine for this long counts as settled: tiles of the base map, layout, lanes are there. */
const QUIET_MILLISECONDS = 900;

export function pictureOf(search: string): Picture | null {
  const query = new URLSearchParams(search);
  const view = query.get('render');
  const fileId = query.get('file');
  if ((view !== 'chart' && view !== 'map' && view !== 'timeline') || fileId === null) return null;
  const entityIds = (query.get('entities') ?? '').split(',').filter((id) => id !== '');
  return {
    view,
    fileId,
    entityIds,
    theme: query.get('theme') ?? 'light',
    language: query.get('language') ?? 'en',
  };
}

const frames = () =>
  new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
const pause = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));

async function settled(): Promise<void> {
  for (let quiet = 0; quiet < QUIET_MILLISECONDS; ) {
    await pause(100);
    quiet = queryClient.isFetching() === 0 ? quiet + 100 : 0;
  }
  await frames();
}

async function prepare(picture: Picture): Promise<void> {
  if (picture.language === 'uk' || picture.language === 'ro' || picture.language === 'en')
    await switchLanguage(picture.language);
  const file = await call('analysisFile.get', { fileId: picture.fileId });
  openFile(file.id);
  await frames();
  if (picture.entityIds.length > 0) await addToChart(picture.entityIds);
  select({});
  if (useDesk.getState().entities.size === 0) await pause(QUIET_MILLISECONDS);
  await settled();
}

function mark(ready: 'true' | 'failed', problem: string): void {
  if (problem !== '') document.body.dataset.problem = problem;
  document.body.dataset.ready = ready;
}

/** Draws one view over the whole window and says on the body when it may be photographed. */
export function RenderMode({ picture }: { picture: Picture }): ReactElement {
  const View: FunctionComponent = PANELS[picture.view];
  useEffect(() => {
    document.documentElement.dataset.theme = picture.theme === 'dark' ? 'dark' : 'light';
    prepare(picture).then(
      () => mark('true', ''),
      (error: unknown) => mark('failed', problemOf(error).message),
    );
  }, [picture]);
  return (
    <QueryClientProvider client={queryClient}>
      <div style={{ position: 'fixed', inset: 0, display: 'flex', flexDirection: 'column' }}>
        <View />
      </div>
    </QueryClientProvider>
  );
}
