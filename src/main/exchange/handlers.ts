import { setImmediate } from 'node:timers/promises';
import type { Input, Output } from '../../contract/index.ts';
import type { Context } from '../engine/context.ts';
import type { Handlers } from '../engine/handlers.ts';
import { shutterOf } from '../store/shutter.ts';
import { appendAudit } from '../vault/audit.ts';
import { ownKeys } from './keys.ts';
import { openPackage } from './open.ts';
import { addPermission, listPermissions, withdrawPermission } from './permissions.ts';
import { preview } from './preview.ts';
import { seal } from './seal.ts';
import { verifyPackage } from './verify.ts';

/** A release shows the name on the screen before anything is sealed: an opened shutter, as in the inspector. */
async function showPreview(
  context: Context,
  selection: Input<'package.preview'>,
): Promise<Output<'package.preview'>> {
  const database = context.database();
  const shown = await preview(database, selection, shutterOf(context), context.now(), async () => {
    await setImmediate();
  });
  database.transaction(() => {
    for (const { entityId, records, label, reason } of shown.released) {
      if (label === null) continue;
      appendAudit(database, {
        at: context.now(),
        actor: context.actor(),
        action: 'view-protected',
        object: `entity:${entityId}`,
        reason,
        details: { recipients: selection.recipients, ...(records === undefined ? {} : { records }) },
      });
    }
  });
  return shown;
}

/** What the exchange room answers. */
export const exchangeHandlers = {
  'exchange.keys': async (context) => {
    const { recipient, signer } = await ownKeys(context.database());
    return { recipient, signer };
  },
  'package.preview': showPreview,
  'package.seal': (context, input) => ({
    jobId: context.jobs.start('package.seal', (progress) => seal(context, input, progress)),
  }),
  'package.verify': async (context, input) =>
    (await verifyPackage(context, input.path, input.opener)).verification,
  'package.open': (context, input) => openPackage(context, input.path, input.opener, input.folder),
  'permission.list': (context, { fileId }) => ({ permissions: listPermissions(context.database(), fileId) }),
  'permission.add': (context, input) => ({ journalId: addPermission(context, input) }),
  'permission.withdraw': (context, input) => ({ journalId: withdrawPermission(context, input) }),
} satisfies Pick<
  Handlers,
  | 'exchange.keys'
  | `package.${'preview' | 'seal' | 'verify' | 'open'}`
  | `permission.${'list' | 'add' | 'withdraw'}`
>;
