import type { EventType } from './link-types.ts';

const edge = String.raw`(?=$|[^\p{L}])`;
const MESSAGE = new RegExp(
  String.raw`(?:^|[^\p{L}])(?:sms\p{L}*|mms\p{L}*|i?message\p{L}*|msg|text|texts|chat|chats|smt|smo|смс|ммс|повідомлен\p{L}*|сообщен\p{L}*|mesaj\p{L}*|чат)${edge}`,
  'iu',
);
const CALL = new RegExp(
  String.raw`(?:^|[^\p{L}])(?:calls?|voice|video|дзвін\p{L}*|виклик\p{L}*|звон\p{L}*|вызов\p{L}*|голос\p{L}*|apel\p{L}*|voce)${edge}`,
  'iu',
);
const DATA = new RegExp(
  String.raw`(?:^|[^\p{L}])(?:gprs|data|internet|inet|інтернет|интернет|передача даних|передача данных|дані|date mobile|trafic|wap|ps)${edge}`,
  'iu',
);

/**
 * What a row of a call list is about by the words of its service: a message, a call, or a session of data, which is
 * neither. Null where the words say none of these.
 */
export function readEventWord(text: string): Extract<EventType, 'call' | 'message' | 'other'> | null {
  if (MESSAGE.test(text)) return 'message';
  if (CALL.test(text)) return 'call';
  return DATA.test(text) ? 'other' : null;
}
