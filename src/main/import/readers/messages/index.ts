import type { Reader } from '../reader.ts';
import { eml } from './eml.ts';
import { mbox } from './mbox.ts';
import { msg } from './msg.ts';
import { telegram } from './telegram.ts';
import { vcard } from './vcard.ts';
import { viber } from './viber.ts';
import { whatsapp } from './whatsapp.ts';

/** Address books, mail and chats; of two that are as sure the first takes a file, and Viber’s texts look like WhatsApp’s. */
export const MESSAGE_READERS: readonly Reader[] = [vcard, mbox, eml, msg, telegram, viber, whatsapp];
