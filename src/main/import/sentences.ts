import { join } from 'node:path';
import type { Sentence } from '../../contract/terms.ts';
import type { Context } from '../engine/context.ts';
import { loadMessages, type Messages } from '../engine/messages.ts';

const catalogues = new Map<string, Messages>();

/** Sentences of this room in the engine's language, by full message key. */
export function speaker(
  context: Pick<Context, 'resourcesFolder' | 'settings'>,
  language = context.settings.get().language,
): (key: string, params?: Readonly<Record<string, string | number>>) => string {
  const folder = join(context.resourcesFolder, 'locales');
  const messages = catalogues.get(folder) ?? loadMessages(folder);
  catalogues.set(folder, messages);
  return (key, params) => messages.sentence(language, key, params);
}

/** Keys of the sentences for rejected rows, by code. */
const REJECTIONS: Readonly<Record<string, string>> = {
  'row-too-long': 'import:reject.rowTooLong',
  'quote-not-closed': 'import:reject.quoteNotClosed',
  'row-empty': 'import:reject.rowEmpty',
  'cells-missing': 'import:reject.cellsMissing',
  'cells-too-many': 'import:reject.cellsTooMany',
  'characters-broken': 'import:reject.charactersBroken',
  'nothing-found': 'import:reject.nothingFound',
  'entity-missing': 'import:reject.entityMissing',
  'time-missing': 'import:reject.timeMissing',
  'time-unreadable': 'import:reject.timeUnreadable',
  'duration-unreadable': 'import:reject.durationUnreadable',
  'amount-missing': 'import:reject.amountMissing',
  'amount-unreadable': 'import:reject.amountUnreadable',
  'currency-unreadable': 'import:reject.currencyUnreadable',
  'text-too-long': 'import:reject.textTooLong',
  'mrz-unreadable': 'import:reject.mrzUnreadable',
  'coordinate-unreadable': 'import:reject.coordinateUnreadable',
  'coordinate-projected': 'import:reject.coordinateProjected',
  'direction-missing': 'import:reject.directionMissing',
  'movement-unreadable': 'import:reject.movementUnreadable',
  'digits-lost': 'import:reject.digitsLost',
  'cell-error': 'import:reject.cellError',
  'item-broken': 'import:reject.itemBroken',
  'message-without-head': 'import:reject.messageWithoutHead',
  'message-unreadable': 'import:reject.messageUnreadable',
  'message-too-large': 'import:reject.messageTooLarge',
  'outside-card': 'import:reject.outsideCard',
  'link-end-missing': 'import:reject.linkEndMissing',
  'link-to-itself': 'import:reject.linkToItself',
  'element-unknown': 'import:reject.elementUnknown',
  'linked-file': 'import:reject.linkedFile',
  'overlay-picture': 'import:reject.overlayPicture',
  'json-broken': 'import:reject.jsonBroken',
};

/** The sentence for a rejected row. */
export function rejectionSentence(
  context: Pick<Context, 'resourcesFolder' | 'settings'>,
  language = context.settings.get().language,
): (code: string) => string {
  const say = speaker(context, language);
  return (code) => say(REJECTIONS[code] ?? code);
}

/** Keys of the sentences that say why a file is taken for a format; the page says them in the language of the moment. */
const REASONS: Readonly<Record<string, string>> = {
  delimited: 'import:why.delimited',
  oneColumn: 'import:why.oneColumn',
  content: 'import:why.content',
  name: 'import:why.name',
  binary: 'import:why.binary',
  notTable: 'import:why.notTable',
  notLookedAt: 'import:why.notLookedAt',
};

/** As data: the screen says it in the language it has then. */
export function reason(code: string): Sentence {
  return { key: REASONS[code] ?? code, params: {} };
}
