const FIRST =
  'in|incoming|inbound|mt|received|вх|вх.|вхідний|вхідне|вхідна|вход.|входящий|входящее|входящая|primit|primita|primită';
const SECOND = 'call|sms|mms|дзвінок|виклик|смс|ммс|повідомлення|вызов|звонок|сообщение|апел';

/** Said alone or with what is said of it, so that a word the first rows lack turns its row round all the same. */
const INCOMING: readonly string[] = [
  ...FIRST.split('|').flatMap((first) => [
    first,
    ...SECOND.split('|').flatMap((second) => [`${first} ${second}`, `${second} ${first}`]),
  ]),
  ...'mtc|sms-mt|mt-sms|smt|call_in|sms_in|вхід|missed|missed call|пропущений|пропущенный|пропущений дзвінок|пропущенный вызов|inbox|intrare|intrat|apel primit|mesaj primit|apel intrare|apel intrat|apel pierdut|apel nepreluat'.split(
    '|',
  ),
];
const MEANS_INCOMING =
  /(^|[\s_.,/-])(in|inc|inbox|smt|incoming|inbound|mt|mtc|mt-?sms|sms-?mt|smsmt|terminat\w*|received|вх|вхід\p{L}*|вход|входящ\p{L}*|прийнят\p{L}*|отриман\p{L}*|принят\p{L}*|полученн\p{L}*|missed|пропущ\p{L}*|терм\p{L}*|nepreluat\p{L}*|ratat\p{L}*|pierdut\p{L}*|primit\p{L}*|intrar\p{L}*|intrat\p{L}*|terminare)(?=$|[\s_.,/()-])/u;
const MEANS_OUTGOING =
  /(^|[\s_.,/-])(out|outbox|smo|dialed|dialled|outgoing|outbound|mo|moc|originat\w*|sent|вих|вихід\p{L}*|исх|исход\p{L}*|ориг\p{L}*|набран\p{L}*|надісл\p{L}*|відправл\p{L}*|отправл\p{L}*|ieșir\p{L}*|iesir\p{L}*|efectuat\p{L}*|trimis\p{L}*|inițiat\p{L}*|initiat\p{L}*)(?=$|[\s_.,/()-])/u;

/** Words of a direction column that mean the other party began; operators write them with all kinds of additions. */
export function incomingWords(examples: readonly string[]): string[] {
  const found = examples
    .map((word) => word.trim().toLowerCase())
    .filter((word) => MEANS_INCOMING.test(word) && !MEANS_OUTGOING.test(word));
  return [...new Set([...INCOMING, ...found])];
}

/** Whether a value says who began. */
export function isDirection(word: string): boolean {
  const plain = word.trim().toLowerCase();
  return MEANS_INCOMING.test(plain) !== MEANS_OUTGOING.test(plain);
}

/** Whether the values of a column say who began. */
export function areDirections(examples: readonly string[]): boolean {
  const words = examples.map((word) => word.trim().toLowerCase()).filter((word) => word.length <= 24);
  const told = words.filter((word) => MEANS_INCOMING.test(word) || MEANS_OUTGOING.test(word));
  return (
    told.length >= 2 && told.length > examples.length * 0.7 && told.some((word) => MEANS_OUTGOING.test(word))
  );
}
