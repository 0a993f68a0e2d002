/** Words WhatsApp itself puts into an export, in English, Ukrainian, Russian and Romanian. */

/** Left-to-right marks and their like: WhatsApp sets them before what it says itself, and round numbers. */
export const MARKS = /[\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g;

/** A quotation mark opened before the first colon and not closed: the colon belongs to a name that a notice quotes. */
export function isNoticeHead(words: string): boolean {
  const unpaired = words.replace(/„[^“”]*[“”]|“[^”]*”|«[^»]*»|"[^"]*"/gu, '');
  return /["“„«]/u.test(unpaired);
}

/** Notices an iPhone writes after a name and a colon, as if somebody had said them. */
const NOTICES =
  /end-to-end encrypted|наскрізн\p{L}+ шифрування|сквозн\p{L}+ шифровани|criptate integral|criptare integrală|\b(created|left|joined|added|removed|changed|pinned)\b|створи|створено|додав|додала|вийшов|вийшла|покину|вилучи|змінив|змінила|приєдна|создал|добавил|вышел|вышла|покинул|удалил\p{L}? .*(групп|участник)|изменил|присоедин|a creat|a adăugat|a ieșit|a părăsit|a eliminat|a schimbat|s-a alăturat|missed|пропущен\p{L}+ (виклик|звонок|голосов|відео|видео|аудіо)|apel .*pierdut/iu;
const ENCRYPTION = /encrypted|шифруван|шифрован|cript/iu;
const GROUP =
  /\bgroup\b|групу|групи|група|груп[іи]|групп|grup(ul|ului)?\b|\b(added|left|joined)\b|(^|\s)(додав|додала|вийшов|вийшла|покинув|покинула|добавил|добавила|вышел|вышла|покинул|покинула)(\s|\(|$)|a (ieșit|părăsit|adăugat)/iu;
const MISSED =
  /^(missed .*call|voice call|video call|пропущен\p{L}* .*(виклик|дзвінок|звонок)|голосов\p{L}+ (виклик|дзвінок|звонок)|аудіодзвінок|аудіовиклик|аудиозвонок|аудиовызов|відеодзвінок|відеовиклик|видеозвонок|apel (vocal|video).*)/iu;
/** Without a mark only where nothing else is said. */
const ONLY_MISSED =
  /^(missed (group )?(voice|video) call|пропущен\p{L}+ (груповий |групповой )?(голосов\p{L}+|аудіо|відео|видео|аудио)\s?-?(виклик|дзвінок|звонок|вызов)|apel (vocal|video) (pierdut|nepreluat))$/iu;
const OMITTED =
  /(omitted|пропущен\p{L}*|опущен\p{L}*|відсутн\p{L}*|отсутств\p{L}*|не додано|не добавлен\p{L}*|fără audio|не включен\p{L}*|без меді\p{L}*|без меди\p{L}*|omis(ă|e)?|omise)[.>]?$/iu;
const DELETED =
  /^(this message was deleted|you deleted this message|(ви )?видалили це повідомлення|це повідомлення (було )?видалено|(данное|это) сообщение (было )?удалено|вы удалили (это|данное) сообщение|(повідомлення видалено|сообщение удалено|mesaj șters)\.?$|acest mesaj a fost [șş]ters|ați șters acest mesaj|ai șters acest mesaj)/iu;
const ATTACHED =
  /\((file attached|файл дода\p{L}*|файл прикреплен\p{L}*|прикреплен\p{L}* файл|файл добавлен|вкладено|fișier atașat|fişier ataşat)\)/iu;

/** A document that was left out is named before the number of its pages. */
const DOCUMENT = /^(\S.*\.\w{2,5}) \u2022 /u;

const LONGEST_NOTICE = 400;

export const isNotice = (text: string): boolean => NOTICES.test(text.slice(0, LONGEST_NOTICE));
export const isAboutEncryption = (text: string): boolean => ENCRYPTION.test(text.slice(0, LONGEST_NOTICE));
export const isAboutGroup = (text: string): boolean => GROUP.test(text.slice(0, LONGEST_NOTICE));

/** What a message is and the file it names. `marked`: WhatsApp's own mark stood before the text. */
export function contentOf(text: string, marked: boolean): { kind: string; attachment: string } {
  const first = text.slice(0, 300).split('\n', 1)[0] ?? '';
  if (DELETED.test(first)) return { kind: 'deleted', attachment: '' };
  const inside = /^<[^:<>]{3,30}: ([^<>]+)>$/u.exec(first);
  if (inside !== null) return { kind: 'media', attachment: inside[1] ?? '' };
  const named = /^(\S.*\.\w{2,5})(?: \u2022 .*)?(?: \([^()]{3,40}\))$/u.exec(first);
  if (named !== null && (marked || ATTACHED.test(first)))
    return { kind: 'media', attachment: named[1] ?? '' };
  if (/^<[^<>]{3,60}>$/u.test(first) || (marked && OMITTED.test(first))) {
    const isMedia = OMITTED.test(first.replace(/>$/, '')) || marked;
    return { kind: isMedia ? 'media' : 'text', attachment: DOCUMENT.exec(first)?.[1] ?? '' };
  }
  const isCall = ONLY_MISSED.test(first.trim()) || (marked && MISSED.test(first));
  return { kind: isCall ? 'call' : 'text', attachment: '' };
}

/** Name of the chat that stands in the name of the file; empty where it does not. */
export function chatOfFileName(title: string): string {
  const found = /whatsapp(?:\s+chat)?\s*(?:with|із|зі|з|со|с|cu|mit|con|-|–)\s+(?:контактом\s+)?(.+)$/iu.exec(
    title.normalize('NFC'),
  );
  return (found?.[1] ?? '').replace(/\s*\(\d+\)$/, '').trim();
}
