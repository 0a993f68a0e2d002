import type { EntityType } from '../../../../core/model/entity-types.ts';
import type { LinkType } from '../../../../core/model/link-types.ts';

/** Words of other programs for kinds of things, folded; the first type one of whose words fits is taken. */
const ENTITY_WORDS: Readonly<Partial<Record<EntityType, string>>> = {
  payment_card:
    'bank card|credit card|payment card|debit card|банківська картка|банковская карта|card bancar',
  bank_account:
    'bank account|account|iban|current account|банківський рахунок|рахунок|счет|банковский счет|cont bancar|cont',
  crypto_wallet:
    'crypto wallet|wallet|bitcoin|btc|coin address|cryptocurrency|криптогаманець|кошелек|portofel',
  criminal_group:
    'criminal group|gang|ocg|organised crime group|organized crime group|threat actor|intrusion set|група|группа|озг|опг|угруповання|grup criminal|grupare',
  organisation:
    'organisation|organization|company|business|firm|corporation|office|bank|shop|store|public body|legal entity|employer|організація|компанія|підприємство|фірма|тов|организация|компания|фирма|organizatie|companie|firma|intreprindere',
  vessel: 'vessel|ship|boat|yacht|ferry|судно|корабель|човен|корабль|катер|nava|barca',
  aircraft: 'aircraft|plane|airplane|aeroplane|helicopter|jet|літак|самолет|вертолет|avion|elicopter',
  container: 'container|consignment|cargo|parcel|package|контейнер|вантаж|груз|посилка|посылка|colet',
  vehicle:
    'vehicle|car|van|bus|minibus|truck|lorry|motorcycle|motorbike|bike|taxi|motor vehicle|plate|license plate|licence plate|trailer|авто|автомобіль|автомобиль|машина|транспорт|тз|мотоцикл|vehicul|masina|autoturism|camion',
  sim: 'sim|sim card|imsi|сім карта|сим карта|cartela sim|cartela',
  device:
    'device|handset|imei|computer|laptop|pc|server|tablet|hard disk|usb|пристрій|телефонний апарат|устройство|компьютер|ноутбук|компютер|dispozitiv|calculator',
  phone:
    'phone|telephone|mobile|mobile phone|cell phone|cellphone|phone number|msisdn|subscriber|fax|pager|телефон|абонент|номер телефону|номер телефона|telefon|numar de telefon|abonat',
  email: 'email|e mail|email address|email account|mailbox|електронна пошта|почта|posta electronica',
  online_account:
    'online account|user account|username|user|nickname|social media|facebook|instagram|telegram|viber|whatsapp|skype|profile|обліковий запис|профіль|профиль|аккаунт|акаунт|cont online|profil',
  internet_address:
    'internet address|ip|ip address|ipv4address|ipv6address|ipv4 address|ipv6 address|dnsname|dns name|domain|domain name|hostname|url|website|web site|web page|сайт|домен|адреса ip|site',
  place:
    'place|location|address|house|home|building|city|town|village|country|region|street|checkpoint|check point|border crossing|apartment|hotel|restaurant|airport|port|real estate|місце|адреса|будинок|місто|країна|место|адрес|дом|город|страна|locatie|loc|adresa|oras|tara|cladire',
  firearm:
    'firearm|gun|weapon|pistol|rifle|revolver|shotgun|handgun|зброя|пістолет|оружие|пистолет|arma|pistol',
  ammunition:
    'ammunition|explosive|explosives|bomb|grenade|боєприпаси|вибухівка|боеприпасы|взрывчатка|munitie|exploziv',
  commodity:
    'commodity|drug|drugs|narcotic|narcotics|cocaine|heroin|cannabis|cigarettes|tobacco|goods|наркотик|наркотики|товар|сигарети|сигареты|drog|droguri|marfa|tigari',
  exhibit: 'exhibit|evidence|seizure|file|photo|image|доказ|речовий доказ|улика|вещдок|proba|fisier',
  document:
    'document|passport|id card|identity card|report|letter|contract|note|article|driving licence|документ|паспорт|звіт|отчет|договір|договор|act|pasaport|raport',
  investigation:
    'investigation|case|operation|campaign|incident|event|court case|подія|событие|eveniment|справа|провадження|операція|дело|операция|dosar|ancheta|operatiune',
  person:
    'person|individual|man|woman|male|female|boy|girl|child|people|human|suspect|victim|witness|prisoner|prisoff|offender|driver|contact|character|officer|особа|людина|чоловік|жінка|підозрюваний|лицо|человек|мужчина|женщина|подозреваемый|фигурант|persoana|om|barbat|femeie|suspect',
};

/** Of kinds of links; those that other things say of two ends as well are left to `other`. */
const LINK_WORDS: Readonly<Partial<Record<LinkType, string>>> = {
  called: 'call|called|calls|phone call|telephone call|дзвінок|дзвонив|звонок|звонил|apel|a sunat',
  messaged: 'message|messaged|sms|chat|повідомлення|сообщение|mesaj',
  paid: 'paid|pays|payment|transaction|transfer|money transfer|платіж|переказ|платеж|перевод|plata|transfer bancar',
  met: 'met|meeting|meets|зустріч|встреча|intalnire',
  owns: 'owns|owner|owner of|ownership|shareholder|shareholder of|beneficial owner|власник|володіє|владелец|владеет|detine|proprietar',
  uses: 'uses|use|user|user of|користується|використовує|пользуется|использует|foloseste|utilizeaza',
  drives: 'drives|driver|driver of|керує|водій|водитель|управляет|conduce',
  member_of: 'member|member of|membership|член|учасник|участник|membru',
  leads: 'leads|leader|leader of|head of|лідер|керівник|лидер|главарь|lider',
  employed_by:
    'employed by|employee|employee of|employment|employer|works for|працює|працівник|работает|сотрудник|angajat',
  directs: 'director|director of|directs|directorship|директор|administrator',
  controls: 'controls|control|controller|контролює|контролирует|controleaza',
  related_to:
    'family|relative|relative of|brother|sister|father|mother|son|daughter|wife|husband|spouse|parent|child of|parent of|родич|брат|сестра|батько|мати|син|дочка|дружина|чоловік|родственник|отец|мать|жена|муж|сын|дочь|ruda|frate|sora|tata|mama|sot|sotie|fiu|fiica',
  associate_of:
    'associate|associate of|associates|friend|friend of|knows|contact|accomplice|звязок|друг|знайомий|знакомый|связь|сообщник|спільник|prieten|cunostinta|asociat',
  holds_document: 'holds document|passport of|document of|holder of',
  lives_at:
    'lives at|resident|resident of|resides at|residence|lives|проживає|мешкає|проживает|живет|locuieste|domiciliat',
  registered_to: 'registered to|registered|зареєстрований|зареєстровано|зарегистрирован|inregistrat',
  travelled_with: 'travelled with|traveled with|passenger|пасажир|пассажир|pasager',
  recruited: 'recruited|recruiter|завербував|завербовал|recrutat',
  transported: 'transported|transports|перевозив|перевез|transportat',
  supplied: 'supplied|supplies|supplier|постачає|постачальник|поставщик|поставляет|furnizor',
  located_at: 'located at|located in|location|знаходиться|находится|situat',
  mentioned_in: 'mentioned in|mentions|згадується|упоминается|mentionat',
  same_as: 'same as|identical|duplicate of|alias|тотожний|тождественный|identic',
};

const ENTITIES = byWord(ENTITY_WORDS);
const LINKS = byWord(LINK_WORDS);

/** Our type for another program's word for a kind of thing; null where the words say none. */
export function entityTypeOf(words: string): EntityType | null {
  return find(words, ENTITIES);
}

/** Our type for another program's word for a kind of link; null where the words say none. */
export function linkTypeOf(words: string): LinkType | null {
  return find(words, LINKS);
}

function byWord<T extends string>(table: Readonly<Partial<Record<T, string>>>): Map<string, T> {
  const found = new Map<string, T>();
  for (const [type, words] of Object.entries(table) as [T, string][]) {
    for (const word of words.split('|')) if (!found.has(word)) found.set(word, type);
  }
  return found;
}

/** A text of more words is a description, and a word in it says nothing of the kind of thing. */
const MOST_WORDS = 4;
const LONGEST = 80;

/** The whole phrase first, then the longest run of its words, later ones before earlier: "Bus Driver" is a driver. */
function find<T>(text: string, table: ReadonlyMap<string, T>): T | null {
  if (text === '' || text.length > LONGEST) return null;
  const words = folded(text).split(' ');
  if (words.length > MOST_WORDS) return null;
  for (let length = words.length; length > 0; length -= 1) {
    for (let at = words.length - length; at >= 0; at -= 1) {
      const type = table.get(words.slice(at, at + length).join(' '));
      if (type !== undefined) return type;
    }
  }
  return null;
}

/** Lower case, words of one name apart ("BankAccount", "bank_account"), no marks. */
function folded(text: string): string {
  return text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/[\u0300-\u0302\u0304-\u0307\u0309-\u036f'’ʼ]/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
