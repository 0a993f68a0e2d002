const INCOMING = [
  'in',
  'incoming',
  'inbound',
  'mt',
  'mtc',
  'received',
  'вх',
  'вхід',
  'вхідний',
  'вхідний дзвінок',
  'вх.',
  'вхідне',
  'входящий',
  'входящая',
  'входящий вызов',
  'intrare',
  'primit',
  'apel primit',
  'intrat',
];
const MEANS_INCOMING =
  /(^|[\s_.,/-])(in|inc|incoming|inbound|mt|mtc|mt-?sms|sms-?mt|smsmt|terminat\w*|received|вх|вхід\p{L}*|вход|входящ\p{L}*|прийнят\p{L}*|отриман\p{L}*|принят\p{L}*|полученн\p{L}*|missed|пропущ\p{L}*|ratat\p{L}*|pierdut\p{L}*|primit\p{L}*|intrar\p{L}*|intrat\p{L}*|terminare)(?=$|[\s_.,/()-])/u;
const MEANS_OUTGOING =
  /(^|[\s_.,/-])(out|outgoing|outbound|mo|moc|originat\w*|sent|вих|вихід\p{L}*|исх|исход\p{L}*|ieșir\p{L}*|iesir\p{L}*|efectuat\p{L}*|trimis\p{L}*|inițiat\p{L}*|initiat\p{L}*)(?=$|[\s_.,/()-])/u;

/** Words of a direction column that mean the other party began; operators write them with all kinds of additions. */
export function incomingWords(examples: readonly string[]): string[] {
  const found = examples
    .map((word) => word.trim().toLowerCase())
    .filter((word) => MEANS_INCOMING.test(word) && !MEANS_OUTGOING.test(word));
  return [...new Set([...INCOMING, ...found])];
}

/** Whether the values of a column say who began. */
export function areDirections(examples: readonly string[]): boolean {
  const words = examples.map((word) => word.trim().toLowerCase()).filter((word) => word.length <= 24);
  const told = words.filter((word) => MEANS_INCOMING.test(word) || MEANS_OUTGOING.test(word));
  return (
    told.length >= 2 && told.length > examples.length * 0.7 && told.some((word) => MEANS_OUTGOING.test(word))
  );
}
