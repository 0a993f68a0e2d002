import type { MethodName } from '../../contract/index.ts';
import type { Handlers } from '../engine/handlers.ts';
import { documentRecord, linkMention } from './document-link.ts';
import { mentionsIn } from './document-mentions.ts';
import { shutterOf } from './shutter.ts';

type Method = Extract<MethodName, `document.${string}`>;

export const documentHandlers: Pick<Handlers, Method> = {
  'document.mentions': (context, { documentId }) =>
    mentionsIn(context.database(), documentRecord(context.database(), documentId), shutterOf(context)),
  'document.link': linkMention,
};
