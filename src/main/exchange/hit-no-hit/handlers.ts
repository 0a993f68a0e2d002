import { setImmediate } from 'node:timers/promises';
import type { MethodName } from '../../../contract/index.ts';
import type { Handlers } from '../../engine/handlers.ts';
import { exportKeys } from './export.ts';
import { leavingKeys } from './leaving.ts';
import { matchKeys } from './match.ts';

/** Comparing with another bureau at a case meeting, without a network and without telling the rest. */
export const hitNoHitHandlers: Pick<Handlers, Extract<MethodName, `hitNoHit.${string}`>> = {
  'hitNoHit.begin': ({ meeting }) => ({ words: meeting.begin(), code: meeting.code() ?? '' }),
  'hitNoHit.join'({ meeting }, { words }) {
    meeting.join(words);
    return { code: meeting.code() ?? '' };
  },
  'hitNoHit.status': ({ meeting }) => ({ code: meeting.code() }),
  'hitNoHit.end'({ meeting }) {
    meeting.end();
    return {};
  },
  async 'hitNoHit.preview'(context, selection) {
    const { all: _inward, ...preview } = await leavingKeys(context.database(), selection, async () => {
      await setImmediate();
    });
    return preview;
  },
  'hitNoHit.export': (context, input) => ({
    jobId: context.jobs.start('hitNoHit.export', (progress) => exportKeys(context, input, progress)),
  }),
  'hitNoHit.match': (context, input) => ({
    jobId: context.jobs.start('hitNoHit.match', (progress) => matchKeys(context, input, progress)),
  }),
};
