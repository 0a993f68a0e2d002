import { resolve } from 'node:path';
import type { Command } from 'commander';
import { entityId } from '../candidates.ts';
import { CommandFailed } from '../failure.ts';
import { withChoices } from '../help.ts';
import { say } from '../messages.ts';
import { withPage } from '../render-page.ts';
import { type Session, withVault } from '../session.ts';
import { chosenFor } from '../shown-entities.ts';
import { filled, oneOf, wholeNumber } from '../values.ts';
import { action } from './command.ts';

export const VIEWS = ['chart', 'map', 'timeline'] as const;
const THEMES = ['light', 'dark'] as const;
export type View = (typeof VIEWS)[number];

export interface RenderOptions {
  out: string;
  width: number;
  height: number;
  theme: 'light' | 'dark';
  entities?: string[];
}
/** Between a picture on which nothing can be read and the largest one a browser draws. */
const PIXELS = wholeNumber(320, 8192);
const SETTLED_WITHIN = 45_000;

export function renderCommand(program: Command): void {
  const command = program
    .command('render')
    .description(say('cli:help.render'))
    .argument('<view>', withChoices(say('cli:help.view'), VIEWS), oneOf(VIEWS))
    .requiredOption('--out <file>', say('cli:help.outPicture'), filled)
    .option('--width <pixels>', say('cli:help.width'), PIXELS, 1600)
    .option('--height <pixels>', say('cli:help.height'), PIXELS, 1000)
    .option('--theme <theme>', withChoices(say('cli:help.theme'), THEMES), oneOf(THEMES), 'light')
    .option('--entities <entity...>', say('cli:help.entities'));
  action<RenderOptions>(command, (options, wanted = '') =>
    withVault(options, async (session) => {
      const view = oneOf(VIEWS)(wanted);
      const { id: fileId } = await session.analysisFile();
      const named = await Promise.all(
        (options.entities ?? []).map((text) => entityId(session, fileId, text)),
      );
      const path = resolve(options.out);
      await renderViews(session, fileId, named, [{ view, path }], options);
      return { json: { view, path }, text: [say('cli:render.done', { path })] };
    }),
  );
}

/** Draws the views with the program's own renderer; all of them in one browser. */
export async function renderViews(
  session: Session,
  fileId: string,
  named: readonly string[],
  pictures: readonly { view: View; path: string }[],
  size: Pick<RenderOptions, 'width' | 'height' | 'theme'>,
): Promise<void> {
  await withPage(session.request, size, async (open) => {
    for (const { view, path } of pictures) {
      const entities = named.length > 0 ? named : await chosenFor(session, fileId, view);
      const query = new URLSearchParams({
        render: view,
        file: fileId,
        entities: entities.join(','),
        theme: size.theme,
        language: session.options.language,
      });
      const page = await open(`?${query}`);
      await page.waitForSelector('body[data-ready]', { timeout: SETTLED_WITHIN });
      const state = await page.evaluate(
        "document.body.dataset.ready + '|' + (document.body.dataset.problem ?? '')",
      );
      if (state !== 'true|')
        throw new CommandFailed('cli.render', say('cli:error.render', { view, reason: String(state) }));
      await page.screenshot({ path });
    }
  });
}
