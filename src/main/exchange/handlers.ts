import { setImmediate } from 'node:timers/promises';
import type { Handlers } from '../engine/handlers.ts';
import { ownKeys } from './keys.ts';
import { openPackage } from './open.ts';
import { preview } from './preview.ts';
import { seal } from './seal.ts';
import { verifyPackage } from './verify.ts';

/** What the exchange room answers. */
export const exchangeHandlers = {
  'exchange.keys': async (context) => {
    const { recipient, signer } = await ownKeys(context.database());
    return { recipient, signer };
  },
  'package.preview': (context, selection) =>
    preview(context.database(), selection, async () => {
      await setImmediate();
    }),
  'package.seal': (context, input) => ({
    jobId: context.jobs.start('package.seal', (progress) => seal(context, input, progress)),
  }),
  'package.verify': async (context, input) =>
    (await verifyPackage(context, input.path, input.opener)).verification,
  'package.open': (context, input) => openPackage(context, input.path, input.opener, input.folder),
} satisfies Pick<
  Handlers,
  'exchange.keys' | 'package.preview' | 'package.seal' | 'package.verify' | 'package.open'
>;
