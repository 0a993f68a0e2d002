import { setImmediate } from 'node:timers/promises';
import type { MethodName } from '../../../contract/index.ts';
import type { Context } from '../../engine/context.ts';
import type { Handlers } from '../../engine/handlers.ts';
import { exportKeys } from './export.ts';
import { leavingKeys } from './leaving.ts';
import { matchKeys } from './match.ts';

async function breathe(): Promise<void> {
  await setImmediate();
}

/** A secret without an open vault would not end with its lock. Failure vault.locked. */
function requireVault(context: Context): void {
  context.database();
}

/** Comparing with another bureau at a case meeting, without a network and without telling the rest. */
export const hitNoHitHandlers: Pick<Handlers, Extract<MethodName, `hitNoHit.${string}`>> = {
  'hitNoHit.begin'(context) {
    requireVault(context);
    return { words: context.meeting.begin(), code: context.meeting.code() ?? '' };
  },
  'hitNoHit.join'(context, { words }) {
    requireVault(context);
    const { meeting } = context;
    meeting.join(words);
    return { code: meeting.code() ?? '' };
  },
  'hitNoHit.status': ({ meeting }) => ({ code: meeting.code() }),
  'hitNoHit.end'({ meeting }) {
    meeting.end();
    return {};
  },
  async 'hitNoHit.preview'(context, selection) {
    const { all: _inward, ...preview } = await leavingKeys(context.database(), selection, breathe);
    return preview;
  },
  'hitNoHit.export': (context, input) => exportKeys(context, input, breathe),
  'hitNoHit.match': (context, input) => matchKeys(context, input, breathe),
};
