import type { MethodName } from '../../contract/index.ts';
import type { Handlers } from '../engine/handlers.ts';
import { documentRecord, linkMention } from './document-link.ts';
import { mentionsIn } from './document-mentions.ts';

type Method = Extract<MethodName, `document.${string}`>;

export const documentHandlers: Pick<Handlers, Method> = {
  'document.mentions': (context, { documentId }) =>
    mentionsIn(context, documentRecord(context.database(), documentId)),
  'document.link': linkMention,
};
